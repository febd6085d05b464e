// The desk that the pages lie on: spreads under each other, one scale for all, and what is looked at stays where it is.
import { PageView } from '/pictures.js'
import { make, say } from '/words.js'

// A screen's point is 96/72 of a pixel: at this scale a page has the size that it has in print.
export const actual = 96 / 72
const least = 0.05, most = 12, step = 1.25
// What stands over a page that is compared, in pixels, as the style sheet has it.
const captionHeight = 26

export class Desk {
  constructor(element, onStory, onView) {
    this.element = element
    this.onStory = onStory
    this.onView = onView
    this.views = []
    this.rows = []
    this.kinds = new Set()
    this.zoom = 'fit'
    this.state = { pages: [] }
    element.addEventListener('scroll', () => this.later(), { passive: true })
    new ResizeObserver(() => this.resize()).observe(element)
    element.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      this.scale(this.number() * Math.exp(-event.deltaY / 300), [event.clientX, event.clientY])
    }, { passive: false })
    this.pinching()
  }

  /// Two fingers scale the pages as they scale a picture.
  pinching() {
    let start = null
    const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
    this.element.addEventListener('touchmove', event => {
      if (event.touches.length !== 2) return
      event.preventDefault()
      const now = distance(event.touches), [a, b] = event.touches
      start ??= { distance: now, zoom: this.number() }
      this.scale(start.zoom * now / start.distance, [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2])
    }, { passive: false })
    this.element.addEventListener('touchend', () => { start = null })
  }

  /// Takes a new state; says whether its pages are the first ones.
  show(state, compares) {
    const isFirst = this.views.length === 0 && state.pages.length > 0
    this.state = state
    this.compares = compares
    this.arrange()
    this.resize()
    return isFirst
  }

  /// Lays the pages out. Those that are there already keep their pictures until the new ones are ready.
  arrange() {
    this.isStacked = this.isNarrow
    this.element.classList.toggle('stacked', this.isStacked)
    const rows = this.compares ? this.pairs() : this.spreads()
    const shape = JSON.stringify(rows.map(row => row.map(({ page, role, caption }) => [page.number, role, caption])))
    const pages = rows.flat()
    if (shape === this.shape) {
      this.views.forEach((view, index) => view.update(pages[index].page, pages[index].picture))
    } else {
      this.shape = shape
      const old = this.views
      this.views = pages.map(({ page, picture, role }) => {
        const kept = old.find(view => view.page.number === page.number && view.role === role)
        if (kept) kept.update(page, picture)
        const view = kept ?? new PageView(page, picture, this.onStory)
        view.role = role
        view.mark(this.marked)
        return view
      })
      let next = 0
      this.rows = rows.map(row => row.map(() => this.views[next++]))
      this.element.replaceChildren(...rows.map((row, index) => make('div', 'spread', ...row.map(({ role, caption }, place) => {
        const { element } = this.rows[index][place]
        return role ? make('figure', role, make('figcaption', '', caption), element) : element
      }))))
    }
  }

  /// Page 1 is a front; after it a left and a right page lie side by side as in the opened paper.
  spreads() {
    const rows = []
    for (const page of this.state.pages) {
      const last = rows.at(-1)
      const isRight = page.number > 1 && page.number % 2 === 1 && last?.length === 1 && last[0].page.number === page.number - 1
      if (isRight && !this.isStacked) last.push({ page, picture: page.picture })
      else rows.push([{ page, picture: page.picture }])
    }
    return rows
  }

  /// Each page as it was and as it is.
  pairs() {
    const caption = (page, role) => [say('page', page.number, page.last), say(page.before ? role : 'unchanged')].join(' · ')
    return this.state.pages.map(page => [['before', page.before ?? page.picture], ['now', page.picture]].map(
      ([role, picture]) => ({ page, picture, role, caption: caption(page, role) })))
  }

  /// Where two pages have no room side by side.
  get isNarrow() { return this.element.clientWidth < 600 }

  /// Pixels to a point at present.
  number() {
    if (this.zoom !== 'fit') return this.zoom
    if (this.rows.length === 0) return actual
    let widest = 1, highest = 1
    for (const row of this.rows) {
      const widths = row.map(view => view.page.width)
      widest = Math.max(widest, this.isStacked ? Math.max(...widths) : widths.reduce((sum, width) => sum + width))
      highest = Math.max(highest, ...row.map(view => view.page.height))
    }
    const style = getComputedStyle(this.element), captions = this.compares ? captionHeight : 0
    const inner = 2 * parseFloat(style.paddingLeft) + (this.rows.some(row => row.length > 1) && !this.isStacked ? 24 : 2)
    const width = (this.element.clientWidth - inner) / widest
    const height = (this.element.clientHeight - 2 * parseFloat(style.paddingTop) - captions) / highest
    // On a phone a broadsheet that fits in height could not be made out at all.
    return Math.max(least, this.isStacked ? width : Math.min(width, height))
  }

  /// Scales all pages and keeps the point where it is: the pointer's, or the middle of the desk.
  scale(zoom, point) {
    const box = this.element.getBoundingClientRect()
    const [x, y] = point ?? [box.left + box.width / 2, box.top + box.height / 2]
    const view = this.nearest(x, y)
    const place = view?.element.getBoundingClientRect()
    const share = place && [(x - place.left) / place.width, (y - place.top) / place.height]
    this.zoom = zoom === 'fit' ? 'fit' : Math.min(most, Math.max(least, zoom))
    this.resize()
    if (!view) return
    const moved = view.element.getBoundingClientRect()
    this.element.scrollBy(moved.left + share[0] * moved.width - x, moved.top + share[1] * moved.height - y)
  }

  larger() { this.scale(this.number() * step) }
  smaller() { this.scale(this.number() / step) }

  resize() {
    if (this.isStacked !== this.isNarrow) this.arrange()
    // What fits across needs no bar to scroll by; one that came for a moment would take room from the pages.
    this.element.classList.toggle('fits', this.zoom === 'fit')
    const zoom = this.number()
    for (const view of this.views) view.size(zoom)
    this.draw()
  }

  /// Draws sharply once the scrolling has paused for a moment; until then pages that come into sight must not be empty.
  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.draw(), 60)
    this.passing ??= setTimeout(() => {
      this.passing = null
      this.draw(true)
    }, 120)
  }

  draw(isMoving = false) {
    for (const view of this.views) view.draw(this.element, [...this.kinds], isMoving)
    this.onView()
  }

  nearest(x, y) {
    const off = view => {
      const box = view.element.getBoundingClientRect()
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    }
    return this.views.reduce((best, view) => !best || off(view) < off(best) ? view : best, null)
  }

  /// The page in the middle of the desk.
  get current() {
    const box = this.element.getBoundingClientRect()
    return this.nearest(box.left + box.width / 2, box.top + box.height / 2)?.page.number ?? 1
  }

  /// The pages that lie in the middle beside each other.
  get spread() {
    const row = this.rows.find(row => row.some(view => view.page.number === this.current)) ?? []
    return row.map(view => view.page)
  }

  /// Leafs so many spreads on, or back.
  leaf(by) {
    const index = this.rows.findIndex(row => row.some(view => view.page.number === this.current))
    const next = this.rows[index + by]
    if (next) this.reveal(next[0].page.number)
  }

  get isFirst() { return this.rows[0]?.some(view => view.page.number === this.current) ?? true }
  get isLast() { return this.rows.at(-1)?.some(view => view.page.number === this.current) ?? true }

  /// Whether there is something of the pages at either side of what is seen.
  get scrollsAcross() { return this.element.scrollWidth > this.element.clientWidth }

  view(number) { return this.views.find(view => view.page.number === number && view.role !== 'before') }

  /// Brings a page, or a place of it in points, into the middle.
  reveal(number, frame) {
    const view = frame ? this.view(number) : this.rows.flat().find(view => view.page.number === number)
    if (!view) return
    const box = this.element.getBoundingClientRect(), place = view.element.getBoundingClientRect()
    const scale = place.width / view.page.width
    const above = this.compares && !frame ? captionHeight / scale : 0
    const [x, y, width, height] = frame ?? [0, -above, view.page.width, Math.min(view.page.height + above, box.height / scale)]
    // Of what is larger than the desk, the beginning is shown.
    const middle = (from, length, start, room) => length > room ? from - start - 24 : from + length / 2 - start - room / 2
    const left = middle(place.left + x * scale, width * scale, box.left, box.width)
    const top = middle(place.top + y * scale, height * scale, box.top, box.height)
    // Nobody can follow a long way with the eye.
    const isFar = Math.abs(top) > 3 * box.height || matchMedia('(prefers-reduced-motion: reduce)').matches
    this.element.scrollBy({ left, top, behavior: isFar ? 'instant' : 'smooth' })
  }

  /// Lights a page up for a moment.
  point(number) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const light = width => ({ boxShadow: `0 0 0 ${width}px rgb(31 95 174 / .6)` })
    this.view(number)?.element.animate([light(0), light(6), light(0)], { duration: 900, easing: 'ease-out' })
  }

  /// Marks a story's places, or none, until another is marked.
  mark(id) {
    this.marked = id
    for (const view of this.views) view.mark(id, true)
  }
}
