// Highlights: which words of a text match a search. The same for every engine, since only the analysis decides.
import { languageOf, stemsFor, tokensOf } from './analysis/analysis.ts'
import type { HighlightTerms } from './port.ts'
import type { Attempt } from './query/query-plan.ts'

/** Start and end (exclusive), in UTF-16 units of the text. */
export type Range = readonly [start: number, end: number]
/** A part of a text, highlighted (`marked`) or not. All parts in order are the text. */
export type Segment = { text: string; marked: boolean }

export function highlightRanges(text: string, { stems, prefixes }: HighlightTerms): Range[] {
  if (stems.length === 0 && prefixes.length === 0) return []
  const wanted = new Set(stems)
  return tokensOf(text, languageOf(text))
    .filter(
      ({ word, stem }) =>
        // A title alone may be detected as another language than the whole vacancy.
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

/** Cuts between words; a word longer than the whole snippet is cut inside, but never within a character. */
function cutAtWord(text: string, from: number, end: number): number {
  if (end >= text.length) return text.length
  const space = text.lastIndexOf(' ', end)
  if (space > from) return text.slice(0, space).replace(/[ ·]+$/u, '').length
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
}

/** Joins lines with ` · `, except after punctuation. */
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

/** The part of a text around its first match, at most 160 characters; null when nothing matches. */
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

/** What an attempt highlights; nothing for null. */
export function highlightTermsOf(attempt: Attempt | null): HighlightTerms {
  const alternatives = attempt?.groups.flatMap(({ any }) => any) ?? []
  const beginnings = alternatives.flatMap(({ all, prefix }) => (prefix ? all.slice(-1) : []))
  return {
    stems: [...new Set(alternatives.flatMap(({ all, prefix }) => (prefix ? all.slice(0, -1) : all)))],
    prefixes: [...new Set(beginnings)],
  }
}
