// A page on the desk: its picture at just the pixels of the screen, guides over it, and places to click.
import { make, place, say } from '/words.js'

// A whole page is drawn at once up to so many pixels; beyond, a small picture of it, and sharply what is seen.
const mostPixels = 1.5e6, smallPixels = 0.8e6
// What is drawn round the part that is seen, in shares of the window: a little scrolling shows no blur.
const margin = 0.05
// Windows away at which a page's pictures are given up.
const far = 6

/// Fetches a picture and takes it apart before anybody sees it, so that it can stand in the old one's place at once.
async function ready(url, name) {
  const image = new Image()
  image.className = name
  image.alt = ''
  image.draggable = false
  image.src = url
  await image.decode()
  return image
}

export class PageView {
  constructor(page, picture, onStory) {
    this.element = make('section', 'page')
    this.element.dataset.page = page.number
    this.onStory = onStory
    this.layers = new Map()
    this.spots = make('div', 'spots')
    this.element.append(this.spots)
    this.update(page, picture)
  }

  /// - picture: which state of the page is shown.
  update(page, picture) {
    this.page = page
    this.picture = picture
    const places = JSON.stringify(page.stories.map(({ id, title, file, line, frames }) => [id, title, file, line, frames]))
    this.element.setAttribute('aria-label', [say('page', page.number, page.last), page.section].filter(Boolean).join(' '))
    if (places === this.places) return
    this.places = places
    this.spots.replaceChildren(...page.stories.flatMap(story => story.frames.map(frame => {
      const spot = make('button', 'spot')
      spot.tabIndex = -1
      spot.dataset.story = story.id
      spot.title = `${story.title.replace(/\s+/g, ' ')}\n${place(story.file, story.line)}`
      spot.setAttribute('aria-hidden', 'true')
      const [x, y, width, height] = frame
      Object.assign(spot.style, {
        left: `${100 * x / page.width}%`, top: `${100 * y / page.height}%`,
        width: `${100 * width / page.width}%`, height: `${100 * height / page.height}%`,
      })
      spot.onclick = () => this.onStory(story, page)
      return spot
    })))
    this.mark(this.marked)
  }

  /// Gives the page its size on the desk; its pictures follow.
  size(zoom) {
    const density = devicePixelRatio
    this.unit = zoom * density
    this.pixels = [Math.max(1, Math.round(this.page.width * this.unit)), Math.max(1, Math.round(this.page.height * this.unit))]
    this.element.style.width = `${this.pixels[0] / density}px`
    this.element.style.height = `${this.pixels[1] / density}px`
  }

  /// Draws what is seen of the page, where it is not drawn already.
  /// - kinds: the guides to lay over it.
  /// - isMoving: whether it is just passing by, and any picture will do.
  async draw(desk, kinds, isMoving) {
    if (isMoving && this.whole) return
    const view = desk.getBoundingClientRect(), place = this.element.getBoundingClientRect(), ahead = isMoving ? 0 : 1
    const near = place.bottom > view.top - ahead * view.height && place.top < view.bottom + ahead * view.height
      && place.right > view.left - ahead * view.width && place.left < view.right + ahead * view.width
    if (!near) {
      // Pictures of many pages take more memory than a browser has; those far off are drawn again when they come.
      const isFar = place.bottom < view.top - far * view.height || place.top > view.bottom + far * view.height
      if (isFar && this.wanted && !isMoving) this.forget()
      return
    }
    const [width, height] = this.pixels
    const isWhole = width * height <= mostPixels
    const small = isWhole ? 1 : Math.sqrt(smallPixels / (width * height))
    const whole = this.url(this.unit * small, 0, 0, Math.round(width * small), Math.round(height * small))
    const part = isWhole || isMoving ? null : this.part(view, place)
    const wanted = [whole, part?.url, this.picture, ...kinds].join(' ')
    if (wanted === this.wanted) return
    this.wanted = wanted
    try {
      const sharp = part && (this.sharp?.dataset.url === part.url ? this.sharp : ready(part.url, 'sharp').then(image => {
        Object.assign(image.style, part.style)
        return this.named(image, part.url)
      }))
      const small = () => this.whole?.dataset.url === whole ? this.whole : ready(whole, 'whole').then(image => this.named(image, whole))
      // What is seen comes first; where it is sharp, the small picture under it has time.
      const first = await Promise.all([part ? this.whole : small(), sharp, ...kinds.map(kind => this.layer(kind))])
      if (wanted !== this.wanted) return
      this.put(...first)
      if (!part) return
      const second = await small()
      if (wanted === this.wanted) this.put(second, ...first.slice(1))
    } catch {
      // Too old to be had: a newer state is on its way. Or the preview has ended.
      if (wanted === this.wanted) this.wanted = null
    }
  }

  put(whole, sharp, ...layers) {
    this.whole = whole
    this.sharp = sharp
    const shown = [whole, sharp, ...layers].filter(Boolean)
    // The places stay where they are: a mark that is taken out and put in would light up again.
    for (const child of [...this.element.children]) if (child !== this.spots && !shown.includes(child)) child.remove()
    for (const image of shown) this.spots.before(image)
    this.element.dataset.shown = this.picture
  }

  forget() {
    this.wanted = null
    this.layers.clear()
    this.put()
    delete this.element.dataset.shown
  }

  named(image, url) {
    image.dataset.url = url
    return image
  }

  url(unit, x, y, width, height) {
    return `/pictures/${this.picture}?unit=${unit.toFixed(5)}&x=${x}&y=${y}&width=${width}&height=${height}`
  }

  /// The part of the page that is seen, with a margin, in whole pixels.
  part(view, place) {
    const density = devicePixelRatio
    const range = (from, to, start, room, length) => {
      const first = Math.max(0, Math.floor((from - room * margin - start) * density))
      return [first, Math.min(length, Math.ceil((to + room * margin - start) * density)) - first]
    }
    // Moves by a few lines want no new picture.
    const round = ([first, count], length) => {
      const step = 64, start = Math.floor(first / step) * step
      return [start, Math.min(length, Math.ceil((first + count) / step) * step) - start]
    }
    const [x, width] = round(range(view.left, view.right, place.left, view.width, this.pixels[0]), this.pixels[0])
    const [y, height] = round(range(view.top, view.bottom, place.top, view.height, this.pixels[1]), this.pixels[1])
    if (width <= 0 || height <= 0 || width * height > 16e6) return null
    const pixels = n => `${n / density}px`
    return {
      url: this.url(this.unit, x, y, width, height),
      style: { left: pixels(x), top: pixels(y), width: pixels(width), height: pixels(height) },
    }
  }

  async layer(kind) {
    const url = `/guides/${this.picture}/${kind}.svg`
    const known = this.layers.get(kind)
    if (known?.dataset.url === url) return known
    const image = this.named(await ready(url, 'layer'), url)
    image.dataset.kind = kind
    this.layers.set(kind, image)
    return image
  }

  /// Marks a story's places, or none.
  /// - isNew: whether the eye is to be led there.
  mark(id, isNew = false) {
    this.marked = id
    for (const spot of this.spots.children) {
      const isChosen = spot.dataset.story === id
      spot.classList.toggle('chosen', isChosen)
      spot.classList.toggle('found', isChosen && isNew)
    }
  }
}
