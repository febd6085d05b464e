// The list beside the pages: what there is to say of them, and their stories.
import { make, place, say } from '/words.js'

export class List {
  /// - choose: is told of a story or page that is clicked.
  constructor(problems, stories, choose) {
    this.problems = problems
    this.stories = stories
    this.choose = choose
    this.open = null
    this.parts = []
  }

  show(state) {
    this.state = state
    const focused = document.activeElement?.closest('[data-key]')?.dataset.key
    this.problems.replaceChildren(...state.problems.length && !state.isBroken ? [
      make('h2', '', `${say('problems')} `, make('span', 'count', String(state.problems.length))),
      make('ul', '', ...[...state.problems].sort((a, b) => b.isError - a.isError).map((problem, index) => this.problem(problem, index))),
    ] : [])
    this.parts = state.pages.map((page, index) => this.part(page, this.parts[index]))
    this.stories.replaceChildren(...this.parts.flatMap(part => part.elements))
    if (focused) this.stories.parentElement.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  /// Files as they lie in the edition's folder: on all of a screen its own path would stand.
  short(words) { return this.state.folder ? words.replaceAll(`${this.state.folder}/`, '') : words }

  problem(problem, index) {
    const where = [problem.page && say('page', problem.page), problem.file && this.short(place(problem.file, problem.line))]
    // What stands on no page leads nowhere.
    const button = make(problem.page ? 'button' : 'div', problem.isError ? 'problem error' : 'problem warning',
      make('b', '', say(problem.isError ? 'error' : 'warning')), ` ${this.short(problem.message)}`,
      make('code', '', where.filter(Boolean).join(' · ')),
      ...problem.hints.map(hint => make('small', '', `${say('hint')}: ${hint}`)))
    button.dataset.key = `problem-${index}`
    if (problem.page) button.onclick = () => this.choose(problem.page, problem.story, index)
    return make('li', index === this.chosen ? 'open' : '', button)
  }

  /// A page's part of the list; the one that is there stays as it is where nothing of it has changed.
  part(page, old) {
    const own = this.state.problems.filter(problem => problem.page === page.number)
    const key = JSON.stringify([page, own, this.open?.startsWith(`${page.number}-`) && this.open])
    return old?.key === key ? old : { key, elements: [this.heading(page), this.page(page, own)] }
  }

  heading(page) {
    const share = page.columnLines ? (100 * page.whiteLines / page.columnLines).toFixed(1) : '0'
    return make('h2', '', `${say('page', page.number, page.last)} `, page.section && make('span', 'section', page.section),
      page.whiteLines > 0 && make('small', '', say('whiteShare', page.whiteLines, share)))
  }

  page(page, problems) {
    if (page.stories.length === 0) return make('p', 'none', say('noStories'))
    return make('ol', '', ...page.stories.map(story => this.story(story, page, problems)))
  }

  story(story, page, problems) {
    const key = `${page.number}-${story.id}`, isOpen = this.open === key
    const own = problems.filter(problem => problem.story === story.id)
    const button = make('button', 'title',
      make('span', `rank rank${Math.min(story.rank, 4)}`, String(story.rank)),
      make('span', 'words', story.title || say('noTitle')),
      make('span', 'lines', story.continuedFrom && `${story.continuedFrom} → `, say('lines', story.lines),
        story.continuesOn && ` → ${story.continuesOn}`),
      story.oversetLines > 0 && make('span', 'chip over', say('over', story.oversetLines)),
      own.length > 0 && make('span', `chip ${own.some(problem => problem.isError) ? 'over' : 'some'}`, String(own.length)))
    button.dataset.key = key
    button.dataset.story = story.id
    button.setAttribute('aria-expanded', isOpen)
    button.onclick = () => this.choose(page.number, story.id)
    const item = make('li', isOpen ? 'open' : '', button)
    if (isOpen) item.append(this.details(story, own))
    return item
  }

  details(story, own) {
    const facts = [story.headlineSize && say('points', Math.round(story.headlineSize)),
      story.whiteLines > 0 && say('white', story.whiteLines), story.continuesOn && say('onto', story.continuesOn),
      story.continuedFrom && say('from', story.continuedFrom)].filter(Boolean)
    const copy = make('button', 'copy', say('copy'))
    const path = make('code', '', this.short(place(story.file, story.line)))
    path.title = place(story.file, story.line)
    copy.onclick = async () => {
      try {
        await navigator.clipboard.writeText(path.title)
        copy.textContent = say('copied')
      } catch {
        // A browser that keeps its clipboard to itself leaves the copying to its user.
        getSelection().selectAllChildren(path)
      }
    }
    return make('div', 'details',
      make('p', 'facts', facts.join(' · ')),
      make('p', 'place', path, copy),
      story.excerpt && !story.excerpt.includes(story.title) && make('blockquote', '', story.excerpt.trim().slice(0, 120)),
      ...own.map(problem => make('p', problem.isError ? 'problem error' : 'problem warning', this.short(problem.message))))
  }

  /// Opens a story's line and closes the others; nothing opens none.
  /// - problem: which of the messages led there.
  select(page, id, problem) {
    this.open = id ? `${page}-${id}` : null
    this.chosen = problem
    if (this.state) this.show(this.state)
    // Whoever goes through the messages is not to lose them.
    if (this.open && problem === undefined) this.stories.querySelector('.open')?.scrollIntoView({ block: 'nearest' })
  }
}
