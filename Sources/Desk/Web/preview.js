// Brings together the desk, the list and the bar, and listens for new states of the edition.
import { Desk, actual } from '/desk.js'
import { List } from '/list.js'
import { label, make, place, say } from '/words.js'

const $ = id => document.getElementById(id)
label(document)
$('keylist').append(...say('keys').map(([keys, words]) =>
  make('div', '', make('dt', '', ...keys.split(' ').map(key => make('kbd', '', key))), make('dd', '', words))))

// Where the list has no room beside the pages, as the style sheet has it.
const isPhone = matchMedia('(max-width: 720px)')
let state = null, compares = false
const desk = new Desk($('desk'), (story, page) => choose(page.number, story.id, true), () => bar())
const list = new List($('problems'), $('stories'), (page, story, problem) => choose(page, story, false, problem))

// MARK: What is new

function take(next) {
  state = next
  document.title = state.title ? `${state.title} – 排版` : '排版'
  $('title').textContent = state.title || state.edition
  document.body.classList.toggle('empty', state.pages.length === 0)
  $('nothing').textContent = say(state.revision > 0 ? 'empty' : 'waiting')
  $('hope').hidden = state.revision === 0
  list.show(state)
  banner()
  if (desk.show(state, compares)) remembered()
  bar()
}

function banner() {
  const lines = state.isBroken ? state.problems.map(problem => make('p', problem.isError ? 'error' : 'warning',
    make('b', '', list.short(problem.message)),
    problem.file && make('code', '', list.short(place(problem.file, problem.line)), problem.column > 0 && `:${problem.column}`),
    problem.excerpt && make('pre', '', excerpt(problem)),
    ...problem.hints.map(hint => make('small', '', `${say('hint')}: ${hint}`)))) : []
  if (state.isBroken && state.pages.length) lines.push(make('p', 'note', say('broken')))
  $('banner').replaceChildren(...lines)
  $('banner').hidden = lines.length === 0
  // What lies under the banner can be scrolled out from there.
  document.documentElement.style.setProperty('--banner-height', `${$('banner').offsetHeight}px`)
}

/// The line with a mark under the character, both cut to what a banner holds.
function excerpt({ excerpt, column }) {
  const start = Math.max(0, column - 24), line = [...excerpt].slice(start, start + 56).join('')
  // Han characters are two cells wide; the mark stands in the line itself where that does not matter.
  const characters = [...line], at = column - 1 - start
  if (column < 1 || at >= characters.length) return line
  return make('span', '', characters.slice(0, at).join(''), make('mark', '', characters[at]), characters.slice(at + 1).join(''))
}

function listen() {
  const events = new EventSource('/events')
  events.addEventListener('state', event => {
    document.body.classList.remove('gone')
    take(JSON.parse(event.data))
  })
  events.onerror = () => {
    document.body.classList.add('gone')
    bar()
  }
}

// MARK: The bar

function bar() {
  const isGone = document.body.classList.contains('gone')
  const making = state?.phases.reduce((sum, phase) => sum + phase.seconds, 0) ?? 0
  $('status').textContent = isGone ? say('gone') : !state || state.revision === 0 ? say('waiting') : state.isBroken
    ? say('error') : say('made', Math.max(1, Math.round(1000 * making)))
  $('status').title = state?.phases.map(phase => `${phase.name} ${Math.round(1000 * phase.seconds)} ms`).join(', ') ?? ''
  $('status').className = isGone || state?.isBroken ? 'bad' : ''
  const pages = state?.pages ?? []
  const shown = desk.spread, [first, last] = [shown[0]?.number, shown.at(-1)?.last ?? shown.at(-1)?.number]
  const range = first === last ? `${first ?? 0}` : `${first}–${last}`
  $('number').textContent = say('pageOf', range, pages.at(-1)?.last ?? pages.at(-1)?.number ?? 0)
  $('previous').disabled = desk.isFirst
  $('next').disabled = desk.isLast
  for (const control of document.querySelectorAll('[data-pages] button, button[data-pages]')) control.disabled = pages.length === 0
  $('pdf').hidden = pages.length === 0
  $('scale').textContent = `${Math.round(100 * desk.number() / actual)}%`
  $('fit').setAttribute('aria-pressed', desk.zoom === 'fit')
  for (const button of document.querySelectorAll('[data-layer]')) {
    button.setAttribute('aria-pressed', desk.kinds.has(button.dataset.layer))
  }
  $('compare').setAttribute('aria-pressed', compares)
  remember()
}

function choose(page, story, fromPage = false, problem) {
  const found = state.pages.find(known => known.number === page)?.stories.find(known => known.id === story)
  list.select(page, found?.id, problem)
  desk.mark(found?.id)
  if (fromPage) openList(true)
  else {
    if (isPhone.matches) openList(false)
    desk.reveal(page, found?.frames[0])
    if (!found) desk.point(page)
  }
}

function layer(kind) {
  desk.kinds.has(kind) ? desk.kinds.delete(kind) : desk.kinds.add(kind)
  desk.draw()
}

function compare() {
  compares = !compares
  const page = desk.current
  if (state) desk.show(state, compares)
  desk.reveal(page)
  bar()
}

function openList(isOpen) {
  document.body.classList.toggle('closed', !isOpen)
  $('list').setAttribute('aria-expanded', isOpen)
}

const isListOpen = () => !document.body.classList.contains('closed')
$('list').onclick = () => openList(!isListOpen())
$('previous').onclick = () => desk.leaf(-1)
$('next').onclick = () => desk.leaf(1)
$('smaller').onclick = () => desk.smaller()
$('larger').onclick = () => desk.larger()
$('fit').onclick = () => desk.scale('fit')
$('actual').onclick = () => desk.scale(actual)
$('compare').onclick = compare
$('help').onclick = () => $('keys').showModal()
for (const button of document.querySelectorAll('[data-layer]')) button.onclick = () => layer(button.dataset.layer)

const keys = {
  ArrowLeft: () => desk.leaf(-1), ArrowRight: () => desk.leaf(1), '+': () => desk.larger(), '=': () => desk.larger(), '-': () => desk.smaller(),
  0: () => desk.scale('fit'), 1: () => desk.scale(actual), 2: () => desk.scale(2 * actual),
  g: () => layer('grid'), m: () => layer('modules'), w: () => layer('whites'), l: () => layer('breaks'), b: compare,
  s: () => openList(!isListOpen()), p: () => $('pdf').click(), '?': () => $('keys').showModal(),
  Escape: () => {
    list.select()
    desk.mark()
    if (isPhone.matches) openList(false)
  },
}
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('keys').open) return
  const action = keys[event.key] ?? keys[event.key.toLowerCase()]
  // On the desk itself arrows go about a page that is wider than it.
  const scrolls = event.key.startsWith('Arrow') && document.activeElement === desk.element && desk.scrollsAcross
  if (!action || scrolls) return
  event.preventDefault()
  action()
})

// MARK: What a reload keeps

function remember() {
  if (desk.views.length === 0) return
  const { scrollLeft, scrollTop } = desk.element
  sessionStorage.view = JSON.stringify({ zoom: desk.zoom, kinds: [...desk.kinds], scrollLeft, scrollTop })
}

function remembered() {
  const view = JSON.parse(sessionStorage.view ?? 'null')
  if (!view) return
  desk.kinds = new Set(view.kinds)
  desk.scale(view.zoom)
  desk.element.scrollTo(view.scrollLeft, view.scrollTop)
}

openList(!isPhone.matches)
isPhone.addEventListener('change', () => openList(!isPhone.matches))
bar()
listen()
