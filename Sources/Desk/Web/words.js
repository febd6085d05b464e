// What the page says, in the browser's language: Chinese of any kind, or else English.
const words = {
  en: {
    list: 'Stories', side: 'Stories and messages', pages: 'Pages', previous: 'Previous page', next: 'Next page',
    zoom: 'Zoom', smaller: 'Smaller', larger: 'Larger', fit: 'Fit', fitTitle: 'Whole pages', actualTitle: 'Size of print',
    layers: 'Laid over the page', grid: 'Grid', gridTitle: 'Columns and baselines',
    modules: 'Modules', modulesTitle: 'Each story’s cells, with rank, headline size, white (−) and overset (+) lines',
    whites: 'Whites', whitesTitle: 'White lines in blue, text that does not fit in red',
    breaks: 'Lines', breaksTitle: 'Bars beside lines: orange opened, green squeezed, red gaping or alone',
    compare: 'Before', compareTitle: 'The page as it was before the last save that changed it, beside the page now',
    pdf: 'PDF', pdfTitle: 'Download the edition as PDF', help: 'Keys', close: 'Close', desk: 'Pages',
    problems: 'Messages', error: 'Error', warning: 'Warning', hint: 'Hint', noTitle: '(no headline)',
    lines: n => n === 1 ? '1 line' : `${n} lines`, white: n => `${n} white`, over: n => `${n} too long`,
    points: n => `${n} pt`, onto: n => `goes on on page ${n}`, from: n => `from page ${n}`,
    page: (n, last) => last ? `Pages ${n}–${last}` : `Page ${n}`,
    pageOf: (n, of) => `${n} / ${of}`, whiteShare: (n, p) => `${n} white lines, ${p} %`,
    made: ms => ms < 1000 ? `made in ${ms} ms` : `made in ${(ms / 1000).toFixed(1)} s`, waiting: 'Making the pages…', gone: 'The preview has ended. Start it again with paiban serve.',
    broken: 'These are the last good pages: the copy cannot be made into new ones.', copy: 'Copy place', copied: 'Copied',
    before: 'before', now: 'now', unchanged: 'not changed yet', noStories: 'no stories',
    empty: 'No pages yet', emptyHint: 'They appear here as soon as the edition can be made.',
    keys: [['← →', 'pages before, next pages'], ['+ −', 'larger, smaller'], ['0', 'whole pages'], ['1', 'size of print'],
      ['2', 'twice the size of print'], ['G M W L', 'grid, modules, whites, lines'], ['B', 'before and now'],
      ['S', 'list of stories'], ['P', 'PDF'], ['Esc', 'choose nothing'], ['?', 'these keys']],
  },
  zh: {
    list: '稿件', side: '稿件与提示', pages: '版面', previous: '上一版', next: '下一版',
    zoom: '缩放', smaller: '缩小', larger: '放大', fit: '全版', fitTitle: '显示整个版面', actualTitle: '印刷实际大小',
    layers: '叠加显示', grid: '网格', gridTitle: '分栏与基线',
    modules: '稿块', modulesTitle: '每篇稿件所占版位，及级别、标题字号、空行（−）与溢出（+）行数',
    whites: '空白', whitesTitle: '空行显示为蓝色，排不下的文字显示为红色',
    breaks: '行质', breaksTitle: '行旁标记：橙为拉疏，绿为压紧，红为过疏或孤行',
    compare: '前后', compareTitle: '并列显示上次保存改动之前与现在的版面',
    pdf: 'PDF', pdfTitle: '下载整期 PDF', help: '快捷键', close: '关闭', desk: '版面',
    problems: '提示', error: '错误', warning: '提醒', hint: '办法', noTitle: '（无标题）',
    lines: n => `${n} 行`, white: n => `空 ${n} 行`, over: n => `多 ${n} 行`,
    points: n => `${n} 磅`, onto: n => `下转第 ${n} 版`, from: n => `上接第 ${n} 版`,
    page: (n, last) => last ? `第 ${n}、${last} 版` : `第 ${n} 版`,
    pageOf: (n, of) => `${n} / ${of} 版`, whiteShare: (n, p) => `空 ${n} 行，${p}%`,
    made: ms => ms < 1000 ? `组版 ${ms} 毫秒` : `组版 ${(ms / 1000).toFixed(1)} 秒`, waiting: '正在组版…', gone: '预览已结束。请重新运行 paiban serve。',
    broken: '稿件有错，暂时无法组版；显示的是上一次组好的版面。', copy: '复制位置', copied: '已复制',
    before: '改动之前', now: '现在', unchanged: '尚未改动', noStories: '没有稿件',
    empty: '还没有版面', emptyHint: '稿件能够组版时，版面就会显示在这里。',
    keys: [['← →', '上一版、下一版'], ['+ −', '放大、缩小'], ['0', '全版'], ['1', '印刷实际大小'],
      ['2', '两倍大小'], ['G M W L', '网格、稿块、空白、行质'], ['B', '前后对照'], ['S', '稿件列表'], ['P', 'PDF'],
      ['Esc', '取消选择'], ['?', '快捷键']],
  },
}

const language = (navigator.languages ?? [navigator.language]).map(tag => tag.toLowerCase().split('-')[0])
  .find(tag => tag in words) ?? 'en'

/// A word of the page, or a sentence with numbers in it.
export const say = (name, ...values) => {
  const word = words[language][name]
  return typeof word === 'function' ? word(...values) : word
}

/// A place in a file, as an editor opens it.
export const place = (file, line) => line > 0 ? `${file}:${line}` : file

/// Puts the words into the page as it was loaded.
export function label(root) {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word)
  for (const element of root.querySelectorAll('[data-title]')) element.title = say(element.dataset.title)
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', say(element.dataset.label))
}

/// An element with its class, its children and its text.
export function make(tag, name, ...children) {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.append(...children.filter(child => child || child === 0))
  return element
}
