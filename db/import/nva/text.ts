// Turns what employers paste into the register (mostly Word's HTML) into clean text: paragraphs, bullets, no contacts.
import { compile } from 'html-to-text'
import { withoutContacts } from './contacts.ts'

const SKIPPED = [
  'script',
  'style',
  'xml',
  'head',
  'title',
  'meta',
  'link',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'img',
  'button',
  'input',
  'select',
  'textarea',
]
/** Deeper than any honest document; a nest of tags made to break the reader is cut off here. */
const DEEPEST = 100

function converter(preserveNewlines: boolean) {
  return compile({
    wordwrap: false,
    preserveNewlines,
    limits: { maxDepth: DEEPEST, ellipsis: '' },
    selectors: [
      ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'ul', options: { itemPrefix: '• ' } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'], noAnchorUrl: true } },
      { selector: 'a[href^="mailto:"]', format: 'inline' },
      { selector: 'a[href^="tel:"]', format: 'inline' },
    ],
  })
}

const fromHtml = converter(false)
const fromPlain = converter(true)

const TAG = /<\/?[a-z!][^<>]*>/iu
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu
/** Word draws its list marks as letters of a symbol font. */
const BULLET = /^\s*(?:[•·●○▪■◦‣∙➢➤✓✔*]|[\ue000-\uf8ff]|[-–—](?=\s)|[oØü§](?=\s{2,}))[ \t]*(?=\S)/u
const PRIVATE_USE = /[\ue000-\uf8ff]/gu

function asText(html: string): string {
  const text = TAG.test(html) ? fromHtml(html) : fromPlain(html)
  // Some records carry HTML that was escaped once more on the way.
  return TAG.test(text) ? fromHtml(text) : text
}

function lines(text: string): string[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(BULLET, '• ')
        .replace(PRIVATE_USE, '')
        .replace(/[ \t]+/gu, ' ')
        .replace(/ ([.,;:!?])(?=\s|$)/gu, '$1')
        .trim(),
    )
    .filter((line) => line !== '•')
}

/** At most one empty line in a row, none between the points of a list. */
function paragraphs(all: readonly string[]): string {
  const kept: string[] = []
  let gap = false
  for (const line of all) {
    if (line === '') {
      gap = true
      continue
    }
    const before = kept.at(-1)
    const withinList = before?.startsWith('• ') === true && line.startsWith('• ')
    if (gap && before !== undefined && !withinList) kept.push('')
    kept.push(line)
    gap = false
  }
  return kept.join('\n')
}

/** Paragraphs parted by an empty line, points beginning with "• "; null when nothing is left. Contacts are gone. */
export function readText(html: string | null): string | null {
  if (html === null) return null
  const text = paragraphs(lines(withoutContacts(lines(asText(html.normalize('NFC'))).join('\n'))))
  return text === '' ? null : text
}

/** One line of plain text: a title, a name of a firm, an address. */
export function readLine(html: string | null): string | null {
  const text = readText(html)?.replace(/^• /u, '').replace(/\s+/gu, ' ').trim() ?? ''
  return text === '' ? null : text
}
