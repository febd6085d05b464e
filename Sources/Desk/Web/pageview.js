// One page in the viewer: its picture in the exact pixels of the screen, guides over it, and clickable story frames.
import { createElement, sourceLocation, text } from '/strings.js'

// A whole page is drawn in full resolution up to `maxPixels`. Beyond, an overview of `overviewPixels` is drawn, and the
// visible part in full resolution.
const maxPixels = 1.5e6, overviewPixels = 0.8e6
// The most pixels that the server draws at once.
const maxPartPixels = 16e6
// How far the drawn part extends beyond the visible one, as a share of the window, so that short scrolling shows no blur.
const margin = 0.05
// The distance in windows from which a page's pictures are discarded.
const discardDistance = 6

/// Loads and decodes an image, so that it can replace another one without a flash.
async function loadImage(url, className) {
  const image = new Image()
  image.className = className
  image.alt = ''
  image.draggable = false
  image.dataset.url = url
  image.src = url
  await image.decode()
  return image
}

export class PageView {
  /// - onStory: called with the story and the page when a story's frame is clicked.
  constructor(page, picture, onStory) {
    this.element = createElement('section', 'page')
    this.element.dataset.page = page.number
    this.onStory = onStory
    this.guides = new Map()
    this.frames = createElement('div', 'story-frames')
    this.element.append(this.frames)
    this.update(page, picture)
  }

  /// Sets the page's state.
  /// - picture: the number of the page version to show.
  update(page, picture) {
    this.page = page
    this.picture = picture
    const key = JSON.stringify(page.stories.map(({ id, title, file, line, frames }) => [id, title, file, line, frames]))
    this.element.setAttribute('aria-label', [text('page', page.number, page.lastNumber), page.section].filter(Boolean).join(' '))
    if (key === this.framesKey) return
    this.framesKey = key
    this.frames.replaceChildren(...page.stories.flatMap(story => story.frames.map(frame => {
      const button = createElement('button', 'story-frame')
      button.tabIndex = -1
      button.dataset.story = story.id
      button.title = `${story.title.replace(/\s+/g, ' ')}\n${sourceLocation(story.file, story.line)}`
      button.setAttribute('aria-hidden', 'true')
      const [x, y, width, height] = frame
      Object.assign(button.style, {
        left: `${100 * x / page.width}%`, top: `${100 * y / page.height}%`,
        width: `${100 * width / page.width}%`, height: `${100 * height / page.height}%`,
      })
      button.onclick = () => this.onStory(story, page)
      return button
    })))
    this.select(this.selected)
  }

  /// Sets the page's size. `draw` updates the pictures.
  /// - zoom: CSS pixels per point.
  resize(zoom) {
    const density = devicePixelRatio
    this.scale = zoom * density
    this.pixels = [Math.max(1, Math.round(this.page.width * this.scale)), Math.max(1, Math.round(this.page.height * this.scale))]
    this.element.style.width = `${this.pixels[0] / density}px`
    this.element.style.height = `${this.pixels[1] / density}px`
  }

  /// Draws the visible part of the page unless it is already shown.
  /// - kinds: the guides to show.
  /// - isScrolling: whether the viewer is scrolling. Then a page that has a picture keeps it.
  async draw(viewport, kinds, isScrolling) {
    if (isScrolling && this.overview) return
    const view = viewport.getBoundingClientRect(), box = this.element.getBoundingClientRect(), ahead = isScrolling ? 0 : 1
    const isNear = box.bottom > view.top - ahead * view.height && box.top < view.bottom + ahead * view.height
      && box.right > view.left - ahead * view.width && box.left < view.right + ahead * view.width
    if (!isNear) {
      // The pictures of many pages exceed a browser's memory. Those far away are drawn again when they come near.
      const isFar = box.bottom < view.top - discardDistance * view.height || box.top > view.bottom + discardDistance * view.height
      if (isFar && this.requested && !isScrolling) this.discard()
      return
    }
    const [width, height] = this.pixels
    const isComplete = width * height <= maxPixels
    const factor = isComplete ? 1 : Math.sqrt(overviewPixels / (width * height))
    const overviewURL = this.url(this.scale * factor, 0, 0, Math.round(width * factor), Math.round(height * factor))
    const part = isComplete || isScrolling ? null : this.visiblePart(view, box)
    const requested = [overviewURL, part?.url, this.picture, ...kinds].join(' ')
    if (requested === this.requested) return
    this.requested = requested
    try {
      const detail = part && (this.detail?.dataset.url === part.url ? this.detail : loadImage(part.url, 'detail').then(image => {
        Object.assign(image.style, part.style)
        return image
      }))
      const loadOverview = () => this.overview?.dataset.url === overviewURL ? this.overview : loadImage(overviewURL, 'overview')
      // The visible part is loaded first. The overview under it can come later.
      const images = await Promise.all([part ? this.overview : loadOverview(), detail, ...kinds.map(kind => this.loadGuides(kind))])
      if (requested !== this.requested) return
      this.show(...images)
      if (!part) return
      const overview = await loadOverview()
      if (requested === this.requested) this.show(overview, ...images.slice(1))
    } catch {
      // The version is outdated and a newer state will arrive, the server could not draw it and has published the error,
      // or the server has ended. The next call tries again.
      if (requested === this.requested) this.requested = null
    }
  }

  show(overview, detail, ...guides) {
    this.overview = overview
    this.detail = detail
    const images = [overview, detail, ...guides].filter(Boolean)
    // The story frames stay in the document: inserting them again would restart their animation.
    for (const child of [...this.element.children]) if (child !== this.frames && !images.includes(child)) child.remove()
    for (const image of images) this.frames.before(image)
    this.element.dataset.shown = this.picture
  }

  /// Discards all pictures.
  discard() {
    this.requested = null
    this.guides.clear()
    this.show()
    delete this.element.dataset.shown
  }

  url(scale, x, y, width, height) {
    return `/pictures/${this.picture}?scale=${scale.toFixed(5)}&x=${x}&y=${y}&width=${width}&height=${height}`
  }

  /// The URL and the position of the visible part with a margin, in whole device pixels; null if there is none.
  visiblePart(view, box) {
    const density = devicePixelRatio
    const range = (from, to, start, room, length) => {
      const first = Math.max(0, Math.floor((from - room * margin - start) * density))
      return [first, Math.min(length, Math.ceil((to + room * margin - start) * density)) - first]
    }
    // Rounded, so that scrolling by a few lines needs no new picture.
    const round = ([first, count], length) => {
      const step = 64, start = Math.floor(first / step) * step
      return [start, Math.min(length, Math.ceil((first + count) / step) * step) - start]
    }
    const [x, width] = round(range(view.left, view.right, box.left, view.width, this.pixels[0]), this.pixels[0])
    const [y, height] = round(range(view.top, view.bottom, box.top, view.height, this.pixels[1]), this.pixels[1])
    if (width <= 0 || height <= 0 || width * height > maxPartPixels) return null
    const pixels = n => `${n / density}px`
    return {
      url: this.url(this.scale, x, y, width, height),
      style: { left: pixels(x), top: pixels(y), width: pixels(width), height: pixels(height) },
    }
  }

  async loadGuides(kind) {
    const url = `/guides/${this.picture}/${kind}.svg`
    const loaded = this.guides.get(kind)
    if (loaded?.dataset.url === url) return loaded
    const image = await loadImage(url, 'guides')
    image.dataset.kind = kind
    this.guides.set(kind, image)
    return image
  }

  /// Selects a story's frames; none if `id` is undefined.
  /// - isNew: whether the frames are animated.
  select(id, isNew = false) {
    this.selected = id
    for (const frame of this.frames.children) {
      const isSelected = frame.dataset.story === id
      frame.classList.toggle('selected', isSelected)
      frame.classList.toggle('highlighted', isSelected && isNew)
    }
  }
}
