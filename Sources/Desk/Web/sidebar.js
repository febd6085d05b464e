// The sidebar: the messages, and the stories of each page.
import { createElement, sourceLocation, text } from '/strings.js'

export class Sidebar {
  /// - onSelect: called with a page number and a story's id, and with the message's index if a message was clicked.
  constructor(problems, stories, onSelect) {
    this.problems = problems
    this.stories = stories
    this.onSelect = onSelect
    /// The key of the story that is open.
    this.open = null
    this.sections = []
  }

  show(state) {
    this.state = state
    const focused = document.activeElement?.closest('[data-key]')?.dataset.key
    this.problems.replaceChildren(...state.problems.length && !state.isBroken ? [
      createElement('h2', '', `${text('problems')} `, createElement('span', 'count', String(state.problems.length))),
      createElement('ul', '', ...[...state.problems].sort((a, b) => b.isError - a.isError)
        .map((problem, index) => this.problem(problem, index))),
    ] : [])
    this.sections = state.pages.map((page, index) => this.section(page, this.sections[index]))
    this.stories.replaceChildren(...this.sections.flatMap(section => section.elements))
    if (focused) this.stories.parentElement.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  problem(problem, index) {
    const where = [problem.page && text('page', problem.page),
      problem.file && sourceLocation(problem.file, problem.line)]
    // A message that concerns no page leads nowhere.
    const button = createElement(problem.page ? 'button' : 'div', problem.isError ? 'problem error' : 'problem warning',
      createElement('b', '', text(problem.isError ? 'error' : 'warning')), ` ${problem.message}`,
      createElement('code', '', where.filter(Boolean).join(' · ')),
      ...problem.hints.map(hint => createElement('small', '', `${text('hint')}: ${hint}`)))
    button.dataset.key = `problem-${index}`
    if (problem.page) button.onclick = () => this.onSelect(problem.page, problem.story, index)
    return createElement('li', index === this.selectedProblem ? 'open' : '', button)
  }

  /// The section of a page; the old one if nothing in it has changed.
  section(page, old) {
    const problems = this.state.problems.filter(problem => problem.page === page.number)
    const key = JSON.stringify([page, problems, this.open?.startsWith(`${page.number}-`) && this.open])
    return old?.key === key ? old : { key, elements: [this.heading(page), this.storyList(page, problems)] }
  }

  heading(page) {
    const share = page.columnLines ? (100 * page.whiteLines / page.columnLines).toFixed(1) : '0'
    return createElement('h2', '', `${text('page', page.number, page.lastNumber)} `,
      page.section && createElement('span', 'section', page.section),
      page.whiteLines > 0 && createElement('small', '', text('whiteShare', page.whiteLines, share)))
  }

  storyList(page, problems) {
    if (page.stories.length === 0) return createElement('p', 'no-stories', text('noStories'))
    return createElement('ol', '', ...page.stories.map(story => this.story(story, page, problems)))
  }

  story(story, page, problems) {
    const key = `${page.number}-${story.id}`, isOpen = this.open === key
    const own = problems.filter(problem => problem.story === story.id)
    const button = createElement('button', 'story',
      createElement('span', `rank rank${Math.min(story.rank, 4)}`, String(story.rank)),
      createElement('span', 'title', story.title || text('noTitle')),
      createElement('span', 'lines', story.continuedFrom && `${story.continuedFrom} → `, text('lines', story.lines),
        story.continuesOn && ` → ${story.continuesOn}`),
      story.oversetLines > 0 && createElement('span', 'badge error', text('overset', story.oversetLines)),
      own.length > 0 && createElement('span', `badge ${own.some(problem => problem.isError) ? 'error' : 'warning'}`,
        String(own.length)))
    button.dataset.key = key
    button.dataset.story = story.id
    button.setAttribute('aria-expanded', isOpen)
    button.onclick = () => this.onSelect(page.number, story.id)
    const item = createElement('li', isOpen ? 'open' : '', button)
    if (isOpen) item.append(this.details(story, own))
    return item
  }

  details(story, problems) {
    const facts = [story.headlineSize && text('points', Math.round(story.headlineSize)),
      story.whiteLines > 0 && text('white', story.whiteLines),
      story.continuesOn && text('continuesOn', story.continuesOn),
      story.continuedFrom && text('continuedFrom', story.continuedFrom)].filter(Boolean)
    const copy = createElement('button', 'copy', text('copy'))
    const path = createElement('code', '', sourceLocation(story.file, story.line))
    path.title = sourceLocation(story.file, story.line)
    copy.onclick = async () => {
      try {
        await navigator.clipboard.writeText(path.title)
        copy.textContent = text('copied')
      } catch {
        // The browser denies access to the clipboard. The user can copy the selection.
        getSelection().selectAllChildren(path)
      }
    }
    return createElement('div', 'details',
      createElement('p', 'facts', facts.join(' · ')),
      createElement('p', 'location', path, copy),
      story.excerpt && !story.excerpt.includes(story.title)
        && createElement('blockquote', '', story.excerpt.trim().slice(0, 120)),
      ...problems.map(problem => createElement('p', problem.isError ? 'problem error' : 'problem warning',
        problem.message)))
  }

  /// Opens a story and closes the others; closes all if `id` is undefined.
  /// - problem: the index of the message that was clicked.
  select(page, id, problem) {
    this.open = id ? `${page}-${id}` : null
    this.selectedProblem = problem
    if (this.state) this.show(this.state)
    // A user who goes through the messages must not lose sight of them.
    if (this.open && problem === undefined) this.stories.querySelector('.open')?.scrollIntoView({ block: 'nearest' })
  }
}
