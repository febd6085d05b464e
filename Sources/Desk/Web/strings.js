// The texts of the user interface in the browser's language, Chinese or else English, and helpers to build elements.
const strings = {
  en: {
    stories: 'Stories', sidebar: 'Stories and messages', pages: 'Pages', previous: 'Previous page', next: 'Next page',
    zoom: 'Zoom', smaller: 'Smaller', larger: 'Larger', fit: 'Fit', fitTitle: 'Whole pages', actualTitle: 'Print size',
    guides: 'Guides', grid: 'Grid', gridTitle: 'Columns and baselines',
    modules: 'Modules', modulesTitle: 'Each story’s cells, with rank, headline size, white (−) and overset (+) lines',
    whites: 'Whites', whitesTitle: 'White lines in blue, text that does not fit in red',
    breaks: 'Lines', breaksTitle: 'Bars beside lines: orange stretched, green compressed, red very loose, widow or orphan',
    compare: 'Before', compareTitle: 'The page before and after the last save that changed it',
    pdf: 'PDF', pdfTitle: 'Download the edition as PDF', help: 'Keyboard shortcuts', close: 'Close',
    problems: 'Messages', error: 'Error', warning: 'Warning', hint: 'Hint', noTitle: '(no headline)',
    lines: n => n === 1 ? '1 line' : `${n} lines`, white: n => `${n} white`, overset: n => `${n} too long`,
    points: n => `${n} pt`, continuesOn: n => `continued on page ${n}`, continuedFrom: n => `continued from page ${n}`,
    page: (n, last) => last ? `Pages ${n}–${last}` : `Page ${n}`,
    pageOf: (n, of) => `${n} / ${of}`, whiteShare: (n, p) => `${n} white lines, ${p} %`,
    made: ms => ms < 1000 ? `made in ${ms} ms` : `made in ${(ms / 1000).toFixed(1)} s`, waiting: 'Making the pages…',
    disconnected: 'The preview has ended. Start it again with paiban serve.',
    broken: 'The pages cannot be made from the current files. These are the last good pages.',
    copy: 'Copy path', copied: 'Copied',
    before: 'before', now: 'now', unchanged: 'not changed yet', noStories: 'no stories',
    empty: 'No pages yet', emptyHint: 'They appear here as soon as the edition can be made.',
    shortcuts: [['← →', 'previous, next pages'], ['+ −', 'larger, smaller'], ['0', 'whole pages'], ['1', 'print size'],
      ['2', 'twice the print size'], ['G M W L', 'grid, modules, whites, lines'], ['B', 'before and now'],
      ['S', 'list of stories'], ['P', 'PDF'], ['Esc', 'select nothing'], ['?', 'this list']],
  },
  zh: {
    stories: '稿件', sidebar: '稿件与提示', pages: '版面', previous: '上一版', next: '下一版',
    zoom: '缩放', smaller: '缩小', larger: '放大', fit: '全版', fitTitle: '显示整个版面', actualTitle: '印刷实际大小',
    guides: '叠加显示', grid: '网格', gridTitle: '分栏与基线',
    modules: '稿块', modulesTitle: '每篇稿件所占版位，及级别、标题字号、空行（−）与溢出（+）行数',
    whites: '空白', whitesTitle: '空行显示为蓝色，排不下的文字显示为红色',
    breaks: '行质', breaksTitle: '行旁标记：橙为拉疏，绿为压紧，红为过疏或孤行',
    compare: '前后', compareTitle: '并列显示上次保存改动之前与现在的版面',
    pdf: 'PDF', pdfTitle: '下载整期 PDF', help: '快捷键', close: '关闭',
    problems: '提示', error: '错误', warning: '提醒', hint: '办法', noTitle: '（无标题）',
    lines: n => `${n} 行`, white: n => `空 ${n} 行`, overset: n => `多 ${n} 行`,
    points: n => `${n} 磅`, continuesOn: n => `下转第 ${n} 版`, continuedFrom: n => `上接第 ${n} 版`,
    page: (n, last) => last ? `第 ${n}、${last} 版` : `第 ${n} 版`,
    pageOf: (n, of) => `${n} / ${of} 版`, whiteShare: (n, p) => `空 ${n} 行，${p}%`,
    made: ms => ms < 1000 ? `组版 ${ms} 毫秒` : `组版 ${(ms / 1000).toFixed(1)} 秒`, waiting: '正在组版…',
    disconnected: '预览已结束。请重新运行 paiban serve。',
    broken: '稿件有错，暂时无法组版；显示的是上一次组好的版面。',
    copy: '复制位置', copied: '已复制',
    before: '改动之前', now: '现在', unchanged: '尚未改动', noStories: '没有稿件',
    empty: '还没有版面', emptyHint: '稿件能够组版时，版面就会显示在这里。',
    shortcuts: [['← →', '上一版、下一版'], ['+ −', '放大、缩小'], ['0', '全版'], ['1', '印刷实际大小'],
      ['2', '两倍大小'], ['G M W L', '网格、稿块、空白、行质'], ['B', '前后对照'], ['S', '稿件列表'], ['P', 'PDF'],
      ['Esc', '取消选择'], ['?', '快捷键']],
  },
}

const language = (navigator.languages ?? [navigator.language]).map(tag => tag.toLowerCase().split('-')[0])
  .find(tag => tag in strings) ?? 'en'

/// The text with a name, with values filled in.
export const text = (name, ...values) => {
  const string = strings[language][name]
  return typeof string === 'function' ? string(...values) : string
}

/// A position in a file in the form that editors accept.
export const sourceLocation = (file, line) => line > 0 ? `${file}:${line}` : file

/// Fills the texts into a document: element contents (data-text), tooltips (data-title) and labels (data-label).
export function localise(root) {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  for (const element of root.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text)
  for (const element of root.querySelectorAll('[data-title]')) element.title = text(element.dataset.title)
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label))
}

/// Creates an element with a class and children. Children that are false, null or empty are left out.
export function createElement(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children.filter(child => child || child === 0))
  return element
}
