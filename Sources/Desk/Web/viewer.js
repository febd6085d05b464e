// The scrolling area with the pages: spreads below each other in one scale. What the user looks at stays in place when
// the scale or the pages change.
import { PageView } from '/pageview.js'
import { createElement, text } from '/strings.js'

// CSS pixels per point at which a page has the size that it has in print.
export const actualSize = 96 / 72
const minZoom = 0.05, maxZoom = 12, zoomStep = 1.25
// The height in pixels of the caption over a compared page, as in preview.css.
const captionHeight = 26

export class Viewer {
  /// - onStory: called with the story and the page when a story on a page is clicked.
  /// - onChange: called when the visible part changes.
  constructor(element, onStory, onChange) {
    this.element = element
    this.onStory = onStory
    this.onChange = onChange
    this.views = []
    this.rows = []
    /// The kinds of guides that are shown.
    this.guides = new Set()
    /// CSS pixels per point, or 'fit'.
    this.zoom = 'fit'
    this.state = { pages: [] }
    element.addEventListener('scroll', () => this.drawSoon(), { passive: true })
    new ResizeObserver(() => this.resize()).observe(element)
    element.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      this.setZoom(this.scale() * Math.exp(-event.deltaY / 300), [event.clientX, event.clientY])
    }, { passive: false })
    this.listenForPinches()
  }

  listenForPinches() {
    let start = null
    const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
    this.element.addEventListener('touchmove', event => {
      if (event.touches.length !== 2) return
      event.preventDefault()
      const now = distance(event.touches), [a, b] = event.touches
      start ??= { distance: now, zoom: this.scale() }
      this.setZoom(start.zoom * now / start.distance, [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2])
    }, { passive: false })
    this.element.addEventListener('touchend', () => { start = null })
  }

  /// Shows a state; returns whether its pages are the first ones.
  /// - isComparing: whether each page is shown as it was before and as it is.
  show(state, isComparing) {
    const isFirst = this.views.length === 0 && state.pages.length > 0
    this.state = state
    this.isComparing = isComparing
    this.layOut()
    this.resize()
    return isFirst
  }

  /// Arranges the pages. Existing pages keep their pictures until the new ones are loaded.
  layOut() {
    this.isStacked = this.isNarrow
    this.element.classList.toggle('stacked', this.isStacked)
    const rows = this.isComparing ? this.comparisons() : this.spreads()
    const arrangement = JSON.stringify(rows.map(row => row.map(({ page, role, caption }) => [page.number, role, caption])))
    const pages = rows.flat()
    if (arrangement === this.arrangement) {
      this.views.forEach((view, index) => view.update(pages[index].page, pages[index].picture))
    } else {
      this.arrangement = arrangement
      const old = this.views
      this.views = pages.map(({ page, picture, role }) => {
        const kept = old.find(view => view.page.number === page.number && view.role === role)
        if (kept) kept.update(page, picture)
        const view = kept ?? new PageView(page, picture, this.onStory)
        view.role = role
        view.select(this.selected)
        return view
      })
      let next = 0
      this.rows = rows.map(row => row.map(() => this.views[next++]))
      this.element.replaceChildren(...rows.map((row, index) => createElement('div', 'spread', ...row.map(({ role, caption }, column) => {
        const { element } = this.rows[index][column]
        return role ? createElement('figure', role, createElement('figcaption', '', caption), element) : element
      }))))
    }
  }

  /// The pages as in the opened paper: page 1 alone, then left and right pages side by side.
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

  /// Each page before the last change and now.
  comparisons() {
    const caption = (page, role) =>
      [text('page', page.number, page.lastNumber), text(page.previousPicture ? role : 'unchanged')].join(' · ')
    return this.state.pages.map(page => [['before', page.previousPicture ?? page.picture], ['now', page.picture]].map(
      ([role, picture]) => ({ page, picture, role, caption: caption(page, role) })))
  }

  /// Whether two pages do not fit side by side.
  get isNarrow() { return this.element.clientWidth < 600 }

  /// The current scale in CSS pixels per point.
  scale() {
    if (this.zoom !== 'fit') return this.zoom
    if (this.rows.length === 0) return actualSize
    let widest = 1, highest = 1
    for (const row of this.rows) {
      const widths = row.map(view => view.page.width)
      widest = Math.max(widest, this.isStacked ? Math.max(...widths) : widths.reduce((sum, width) => sum + width))
      highest = Math.max(highest, ...row.map(view => view.page.height))
    }
    const style = getComputedStyle(this.element), captions = this.isComparing ? captionHeight : 0
    const inner = 2 * parseFloat(style.paddingLeft) + (this.rows.some(row => row.length > 1) && !this.isStacked ? 24 : 2)
    const width = (this.element.clientWidth - inner) / widest
    const height = (this.element.clientHeight - 2 * parseFloat(style.paddingTop) - captions) / highest
    // On a phone a broadsheet that fits in height would be too small to recognise.
    return Math.max(minZoom, this.isStacked ? width : Math.min(width, height))
  }

  /// Sets the zoom and keeps a point of the page in place: the given one, or the middle of the viewer.
  setZoom(zoom, point) {
    const box = this.element.getBoundingClientRect()
    const [x, y] = point ?? [box.left + box.width / 2, box.top + box.height / 2]
    const view = this.nearestView(x, y)
    const before = view?.element.getBoundingClientRect()
    const share = before && [(x - before.left) / before.width, (y - before.top) / before.height]
    this.zoom = zoom === 'fit' ? 'fit' : Math.min(maxZoom, Math.max(minZoom, zoom))
    this.resize()
    if (!view) return
    const after = view.element.getBoundingClientRect()
    this.element.scrollBy(after.left + share[0] * after.width - x, after.top + share[1] * after.height - y)
  }

  zoomIn() { this.setZoom(this.scale() * zoomStep) }
  zoomOut() { this.setZoom(this.scale() / zoomStep) }

  resize() {
    if (this.isStacked !== this.isNarrow) this.layOut()
    // Pages that fit need no horizontal scroll bar, and one that appears for a moment would take space from them.
    this.element.classList.toggle('fit', this.zoom === 'fit')
    const scale = this.scale()
    for (const view of this.views) view.resize(scale)
    this.draw()
  }

  /// Draws in full resolution when scrolling has stopped. While it goes on, pages that come into view get an overview.
  drawSoon() {
    clearTimeout(this.stopTimer)
    this.stopTimer = setTimeout(() => this.draw(), 60)
    this.scrollTimer ??= setTimeout(() => {
      this.scrollTimer = null
      this.draw(true)
    }, 120)
  }

  draw(isScrolling = false) {
    for (const view of this.views) view.draw(this.element, [...this.guides], isScrolling)
    this.onChange()
  }

  nearestView(x, y) {
    const distance = view => {
      const box = view.element.getBoundingClientRect()
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    }
    return this.views.reduce((best, view) => !best || distance(view) < distance(best) ? view : best, null)
  }

  /// The number of the page in the middle of the viewer.
  get currentPage() {
    const box = this.element.getBoundingClientRect()
    return this.nearestView(box.left + box.width / 2, box.top + box.height / 2)?.page.number ?? 1
  }

  /// The index of the row with the current page; -1 if there are no pages.
  get currentRow() { return this.rows.findIndex(row => row.some(view => view.page.number === this.currentPage)) }

  /// The pages of the current row.
  get currentSpread() { return (this.rows[this.currentRow] ?? []).map(view => view.page) }

  /// Moves by a number of rows, backwards if it is negative.
  turn(count) {
    const next = this.rows[this.currentRow + count]
    if (next) this.reveal(next[0].page.number)
  }

  get isAtFirst() { return this.currentRow <= 0 }
  get isAtLast() { return this.currentRow === this.rows.length - 1 }

  /// Whether the pages are wider than the viewer.
  get scrollsHorizontally() { return this.element.scrollWidth > this.element.clientWidth }

  view(number) { return this.views.find(view => view.page.number === number && view.role !== 'before') }

  /// Scrolls to a page, or to a frame on it in points.
  reveal(number, frame) {
    const view = frame ? this.view(number) : this.rows.flat().find(view => view.page.number === number)
    if (!view) return
    const box = this.element.getBoundingClientRect(), pageBox = view.element.getBoundingClientRect()
    const scale = pageBox.width / view.page.width
    const above = this.isComparing && !frame ? captionHeight / scale : 0
    const [x, y, width, height] = frame ?? [0, -above, view.page.width, Math.min(view.page.height + above, box.height / scale)]
    // A frame that is larger than the viewer is shown from its beginning, others in the middle.
    const offset = (from, length, start, room) => length > room ? from - start - 24 : from + length / 2 - start - room / 2
    const left = offset(pageBox.left + x * scale, width * scale, box.left, box.width)
    const top = offset(pageBox.top + y * scale, height * scale, box.top, box.height)
    // Over a long distance, smooth scrolling cannot be followed.
    const isInstant = Math.abs(top) > 3 * box.height || matchMedia('(prefers-reduced-motion: reduce)').matches
    this.element.scrollBy({ left, top, behavior: isInstant ? 'instant' : 'smooth' })
  }

  /// Lights a page up for a moment.
  flash(number) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const shadow = width => ({ boxShadow: `0 0 0 ${width}px rgb(31 95 174 / .6)` })
    this.view(number)?.element.animate([shadow(0), shadow(6), shadow(0)], { duration: 900, easing: 'ease-out' })
  }

  /// Selects a story on all pages; none if `id` is undefined.
  select(id) {
    this.selected = id
    for (const view of this.views) view.select(id, true)
  }
}
