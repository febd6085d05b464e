// The list beside the pages: what there is to say of them, and their stories.
import { make, say } from '/words.js'

const place = (file, line) => line > 0 ? `${file}:${line}` : file

export class List {
  /// - choose: is told of a story or page that is clicked.
  constructor(problems, stories, choose) {
    this.problems = problems
    this.stories = stories
    this.choose = choose
    this.open = null
  }

  show(state) {
    this.state = state
    const focused = document.activeElement?.closest('[data-key]')?.dataset.key
    this.problems.replaceChildren(...state.problems.length && !state.isBroken ? [
      make('h2', '', `${say('problems')} `, make('span', 'count', String(state.problems.length))),
      make('ul', '', ...[...state.problems].sort((a, b) => b.isError - a.isError).map((problem, index) => this.problem(problem, index))),
    ] : [])
    this.stories.replaceChildren(...state.pages.flatMap(page => [this.heading(page), this.page(page)]))
    if (focused) this.stories.parentElement.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  problem(problem, index) {
    const button = make('button', problem.isError ? 'problem error' : 'problem warning',
      make('b', '', say(problem.isError ? 'error' : 'warning')), ` ${problem.message}`,
      problem.file && make('code', '', place(problem.file, problem.line)),
      ...problem.hints.map(hint => make('small', '', `${say('hint')}: ${hint}`)))
    button.dataset.key = `problem-${index}`
    button.onclick = () => this.choose(problem.page, problem.story)
    return make('li', '', button)
  }

  heading(page) {
    const share = page.columnLines ? (100 * page.whiteLines / page.columnLines).toFixed(1) : '0'
    return make('h2', '', `${say('page', page.number)} `, page.section && make('span', 'section', page.section),
      page.whiteLines > 0 && make('small', '', say('whiteShare', page.whiteLines, share)))
  }

  page(page) {
    if (page.stories.length === 0) return make('p', 'none', say('noStories'))
    return make('ol', '', ...page.stories.map(story => this.story(story, page)))
  }

  story(story, page) {
    const key = `${page.number}-${story.id}`, isOpen = this.open === key
    const own = this.state.problems.filter(problem => problem.story === story.id && problem.page === page.number)
    const button = make('button', 'title',
      make('span', `rank rank${Math.min(story.rank, 4)}`, String(story.rank)),
      make('span', 'words', story.title || say('noTitle')),
      make('span', 'lines', say('lines', story.lines)),
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
    copy.onclick = async () => {
      await navigator.clipboard.writeText(place(story.file, story.line))
      copy.textContent = say('copied')
    }
    return make('div', 'details',
      make('p', 'facts', facts.join(' · ')),
      make('p', 'place', make('code', '', place(story.file, story.line)), copy),
      story.excerpt && !story.excerpt.includes(story.title) && make('blockquote', '', story.excerpt.trim().slice(0, 120)),
      ...own.map(problem => make('p', problem.isError ? 'problem error' : 'problem warning', problem.message)))
  }

  /// Opens a story's line and closes the others; nothing opens none.
  select(page, id) {
    this.open = id ? `${page}-${id}` : null
    if (this.state) this.show(this.state)
    if (this.open) this.stories.querySelector('.open')?.scrollIntoView({ block: 'nearest' })
  }
}
