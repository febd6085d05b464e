// Connects the viewer, the sidebar and the toolbar, and receives the states of the edition.
import { Sidebar } from '/sidebar.js'
import { createElement, localise, sourceLocation, text } from '/strings.js'
import { Viewer, actualSize } from '/viewer.js'

const $ = id => document.getElementById(id)
localise(document)
$('shortcuts').append(...text('shortcuts').map(([keys, description]) =>
  createElement('div', '', createElement('dt', '', ...keys.split(' ').map(key => createElement('kbd', '', key))),
    createElement('dd', '', description))))

// A window without room for the sidebar beside the pages, as in preview.css.
const isPhone = matchMedia('(max-width: 720px)')
let state = null, isComparing = false
const viewer = new Viewer($('viewer'), (story, page) => selectStory(page.number, story.id, true), () => updateToolbar())
const sidebar = new Sidebar($('problems'), $('stories'), (page, story, problem) => selectStory(page, story, false, problem))

// MARK: States

function receive(next) {
  // A program that crashed and was started again has no pages until the next save. The last ones stay.
  if (next.isBroken && !next.pages.length && state) next = { ...next, title: state.title, pages: state.pages }
  state = next
  document.title = state.title ? `${state.title} – 排版` : '排版'
  $('title').textContent = state.title || state.edition
  document.body.classList.toggle('empty', state.pages.length === 0)
  $('empty-title').textContent = text(state.revision > 0 ? 'empty' : 'waiting')
  $('empty-hint').hidden = state.revision === 0
  sidebar.show(state)
  updateBanner()
  if (viewer.show(state, isComparing)) restoreView()
  updateToolbar()
}

/// Shows the errors that keep pages from being made, drawn or printed.
function updateBanner() {
  const problems = [...state.isBroken ? state.problems : [], ...state.failures]
  const paragraphs = problems.map(problem => createElement('p', problem.isError ? 'error' : 'warning',
    createElement('b', '', problem.message),
    problem.file && createElement('code', '', sourceLocation(problem.file, problem.line),
      problem.column > 0 && `:${problem.column}`),
    problem.excerpt && createElement('pre', '', markedExcerpt(problem)),
    ...problem.hints.map(hint => createElement('small', '', `${text('hint')}: ${hint}`))))
  if (state.isBroken && state.pages.length) paragraphs.push(createElement('p', 'note', text('broken')))
  $('banner').replaceChildren(...paragraphs)
  $('banner').hidden = paragraphs.length === 0
  // The viewer and the sidebar can be scrolled so far that the banner covers nothing.
  document.documentElement.style.setProperty('--banner-height', `${$('banner').offsetHeight}px`)
}

/// The part of a line around a column, with the character there marked.
function markedExcerpt({ excerpt, column }) {
  const start = Math.max(0, column - 24), line = [...excerpt].slice(start, start + 56).join('')
  // The mark is in the line itself, as a caret below it would be misplaced by Han characters, which are two cells wide.
  const characters = [...line], at = column - 1 - start
  if (column < 1 || at >= characters.length) return line
  return createElement('span', '', characters.slice(0, at).join(''), createElement('mark', '', characters[at]),
    characters.slice(at + 1).join(''))
}

function connect() {
  const events = new EventSource('/events')
  events.addEventListener('state', event => {
    document.body.classList.remove('disconnected')
    receive(JSON.parse(event.data))
  })
  events.onerror = () => {
    document.body.classList.add('disconnected')
    updateToolbar()
  }
}

// MARK: The toolbar

function updateToolbar() {
  const isDisconnected = document.body.classList.contains('disconnected')
  const seconds = state?.phases.reduce((sum, phase) => sum + phase.seconds, 0) ?? 0
  $('status').textContent = isDisconnected ? text('disconnected') : !state || state.revision === 0 ? text('waiting')
    : state.isBroken ? text('error') : text('made', Math.max(1, Math.round(1000 * seconds)))
  $('status').title = state?.phases.map(phase => `${phase.name} ${Math.round(1000 * phase.seconds)} ms`).join(', ') ?? ''
  $('status').className = isDisconnected || state?.isBroken ? 'error' : ''
  const pages = state?.pages ?? [], lastNumber = page => page?.lastNumber ?? page?.number
  const spread = viewer.currentSpread, first = spread[0]?.number, last = lastNumber(spread.at(-1))
  const range = first === last ? `${first ?? 0}` : `${first}–${last}`
  $('number').textContent = text('pageOf', range, lastNumber(pages.at(-1)) ?? 0)
  $('previous').disabled = viewer.isAtFirst
  $('next').disabled = viewer.isAtLast
  for (const control of document.querySelectorAll('[data-pages] button, button[data-pages]')) control.disabled = pages.length === 0
  $('pdf').hidden = pages.length === 0
  $('scale').textContent = `${Math.round(100 * viewer.scale() / actualSize)}%`
  $('fit').setAttribute('aria-pressed', viewer.zoom === 'fit')
  for (const button of document.querySelectorAll('[data-guides]')) {
    button.setAttribute('aria-pressed', viewer.guides.has(button.dataset.guides))
  }
  $('compare').setAttribute('aria-pressed', isComparing)
  saveView()
}

/// Selects a story in the sidebar and on the pages.
/// - isOnPage: whether it was clicked on a page; then the sidebar is opened, else the page is scrolled to.
/// - problem: the index of the message that was clicked.
function selectStory(page, id, isOnPage = false, problem) {
  const story = state.pages.find(other => other.number === page)?.stories.find(other => other.id === id)
  sidebar.select(page, story?.id, problem)
  viewer.select(story?.id)
  if (isOnPage) setSidebarOpen(true)
  else {
    if (isPhone.matches) setSidebarOpen(false)
    viewer.reveal(page, story?.frames[0])
    if (!story) viewer.flash(page)
  }
}

function toggleGuides(kind) {
  viewer.guides.has(kind) ? viewer.guides.delete(kind) : viewer.guides.add(kind)
  viewer.draw()
}

function toggleComparison() {
  isComparing = !isComparing
  const page = viewer.currentPage
  if (state) viewer.show(state, isComparing)
  viewer.reveal(page)
  updateToolbar()
}

function setSidebarOpen(isOpen) {
  document.body.classList.toggle('sidebar-closed', !isOpen)
  $('toggle-sidebar').setAttribute('aria-expanded', isOpen)
}

const isSidebarOpen = () => !document.body.classList.contains('sidebar-closed')
$('toggle-sidebar').onclick = () => setSidebarOpen(!isSidebarOpen())
$('previous').onclick = () => viewer.turn(-1)
$('next').onclick = () => viewer.turn(1)
$('smaller').onclick = () => viewer.zoomOut()
$('larger').onclick = () => viewer.zoomIn()
$('fit').onclick = () => viewer.setZoom('fit')
$('actual').onclick = () => viewer.setZoom(actualSize)
$('compare').onclick = toggleComparison
$('help').onclick = () => $('help-dialog').showModal()
for (const button of document.querySelectorAll('[data-guides]')) button.onclick = () => toggleGuides(button.dataset.guides)

const actions = {
  ArrowLeft: () => viewer.turn(-1), ArrowRight: () => viewer.turn(1),
  '+': () => viewer.zoomIn(), '=': () => viewer.zoomIn(), '-': () => viewer.zoomOut(),
  0: () => viewer.setZoom('fit'), 1: () => viewer.setZoom(actualSize), 2: () => viewer.setZoom(2 * actualSize),
  g: () => toggleGuides('grid'), m: () => toggleGuides('modules'), w: () => toggleGuides('whites'), l: () => toggleGuides('breaks'),
  b: toggleComparison, s: () => setSidebarOpen(!isSidebarOpen()), p: () => $('pdf').click(),
  '?': () => $('help-dialog').showModal(),
  Escape: () => {
    sidebar.select()
    viewer.select()
    if (isPhone.matches) setSidebarOpen(false)
  },
}
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('help-dialog').open) return
  const action = actions[event.key] ?? actions[event.key.toLowerCase()]
  // In the focused viewer, arrow keys scroll over pages that are wider than it.
  const scrolls = event.key.startsWith('Arrow') && document.activeElement === viewer.element && viewer.scrollsHorizontally
  if (!action || scrolls) return
  event.preventDefault()
  action()
})

// MARK: The view across reloads

function saveView() {
  if (viewer.views.length === 0) return
  const { scrollLeft, scrollTop } = viewer.element
  sessionStorage.view = JSON.stringify({ zoom: viewer.zoom, guides: [...viewer.guides], scrollLeft, scrollTop })
}

function restoreView() {
  const view = JSON.parse(sessionStorage.view ?? 'null')
  if (!view) return
  viewer.guides = new Set(view.guides)
  viewer.setZoom(view.zoom)
  viewer.element.scrollTo(view.scrollLeft, view.scrollTop)
}

setSidebarOpen(!isPhone.matches)
isPhone.addEventListener('change', () => setSidebarOpen(!isPhone.matches))
updateToolbar()
connect()
