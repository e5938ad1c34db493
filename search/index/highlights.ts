// Which words of a text met a search: the same for every engine, told by the analysis alone.
import { languageOf, stemsFor, tokensOf } from './analysis/analysis.ts'
import type { HighlightTerms } from './port.ts'
import type { Attempt } from './query/query-plan.ts'

/** From, and up to but without, in UTF-16 units of the text. */
export type Range = readonly [start: number, end: number]
/** A text in parts, in order; together they are the text. */
export type Segment = { text: string; marked: boolean }

export function highlightRanges(text: string, { stems, prefixes }: HighlightTerms): Range[] {
  if (stems.length === 0 && prefixes.length === 0) return []
  const wanted = new Set(stems)
  return tokensOf(text, languageOf(text))
    .filter(
      ({ word, stem }) =>
        // A title alone may be read in another language than the whole vacancy was.
        wanted.has(stem) || stemsFor(word).some((one) => wanted.has(one)) || prefixes.some((beginning) => word.startsWith(beginning)),
    )
    .map(({ start, end }) => [start, end])
}

export function segmentsOf(text: string, ranges: readonly Range[]): Segment[] {
  const pieces: Segment[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

const MOST_LETTERS = 160
const BEFORE_LETTERS = 50
const ELLIPSIS = '…'

/** Back to where a word ends; through the middle of one that fills the whole room, but never of a letter. */
function cutAtWord(text: string, from: number, end: number): number {
  if (end >= text.length) return text.length
  const space = text.lastIndexOf(' ', end)
  if (space > from) return text.slice(0, space).replace(/[ ·]+$/u, '').length
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
}

/** Lines of a list stay apart; what ends a sentence does already. */
function inOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/^ ?[-–—•*·] ?/u, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' · ')
    .replace(/(?<=[.,:;!?]) · /gu, ' ')
}

/** The part of a long text around the first words that met, at most 160 letters; null when none did. */
export function snippetOf(whole: string, marks: HighlightTerms): Segment[] | null {
  const text = inOneLine(whole)
  const ranges = highlightRanges(text, marks)
  const [first] = ranges
  if (!first) return null
  const early = first[0] - BEFORE_LETTERS
  const space = early <= 0 ? -1 : text.indexOf(' ', early)
  const start = Math.min(first[0], text.startsWith(' · ', space) ? space + 3 : space + 1)
  const end = cutAtWord(text, first[0], start + MOST_LETTERS - 2 * ELLIPSIS.length)
  const within = ranges.filter(([, to]) => to <= end).map(([from, to]): Range => [from - start, to - start])
  const shown = within.length > 0 ? within : [[first[0] - start, end - start] as const]
  const plain = (part: string): Segment[] => (part === '' ? [] : [{ text: part, marked: false }])
  return [...plain(start > 0 ? ELLIPSIS : ''), ...segmentsOf(text.slice(start, end), shown), ...plain(end < text.length ? ELLIPSIS : '')]
}

/** What of an attempt is to be marked in the texts. */
export function highlightTermsOf(attempt: Attempt | null): HighlightTerms {
  const alternatives = attempt?.groups.flatMap(({ any }) => any) ?? []
  const beginnings = alternatives.flatMap(({ all, prefix }) => (prefix ? all.slice(-1) : []))
  return {
    stems: [...new Set(alternatives.flatMap(({ all, prefix }) => (prefix ? all.slice(0, -1) : all)))],
    prefixes: [...new Set(beginnings)],
  }
}
