// What of a search may be logged: words that identify nobody, and the outcome.
import { fold } from '#app/domain/shared/fold.ts'
import { asSeen, checkText } from '#app/domain/shared/text-check.ts'

export const SEARCH_OUTCOMES = ['found', 'relaxed', 'nothing'] as const
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number]

/** Searches of one kind, added up. */
export type CountedSearch<Engine extends string> = { query: string; engine: Engine; outcome: SearchOutcome; times: number; tookMs: number }

/**
 * Words searched for less often are not shown: what few people type may be about one of them. Fewer than the ten of a count of people, since
 * it counts searches by whoever it was; the counts are rounded in the same way.
 */
export const FEWEST_SEARCHES = 5

export const MOST_LOGGED_LETTERS = 80
/** What is read of a query at all: nobody types more, and the checks stay quick. */
const MOST_READ_LETTERS = 500
/** Such a number says a size, a category or a kind of certificate; a longer one may be a person's. */
const MOST_DIGITS = 3
/** A person's number in pieces is one too. */
const MOST_DIGITS_TOGETHER = 6

const digitsIn = (text: string) => text.match(/\p{N}/gu)?.length ?? 0

/** With the separators inside it: `1.2.1990` is one number. */
function withoutLongNumbers(text: string): string {
  const most = digitsIn(text) > MOST_DIGITS_TOGETHER ? 0 : MOST_DIGITS
  return text.replace(/\p{N}(?:[.,:/\\-]?\p{N})*/gu, (number) => (digitsIn(number) > most ? ' ' : number))
}

/** All that a text is checked for before it is published; what marks people is found in folded text. */
function withoutFindings(text: string): string {
  const found = checkText(text)
  const marks = found.some(({ kind }) => kind === 'prison' || kind === 'past')
  return found.reduce((rest, one) => rest.replaceAll(one.found, ' '), marks ? fold(text) : text)
}

function cleaned(text: string): string {
  return withoutLongNumbers(withoutFindings(text).replace(/\S*@\S*/gu, ' '))
    .replace(/[^\p{L}\p{M}\p{N} -]/gu, ' ')
    .replace(/(?<![\p{L}\p{M}])-+|-+(?![\p{L}\p{M}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Letters, spaces, hyphens inside words and short numbers, in small letters; '' when nothing is left to keep. */
export function scrubbed(typed: string): string {
  const text = asSeen(typed.slice(0, MOST_READ_LETTERS)).toLowerCase()
  // Again, since what stood apart may meet when something between it is gone.
  let kept = cleaned(text)
  for (let before = text; kept !== before; kept = cleaned(kept)) before = kept
  return Array.from(kept).slice(0, MOST_LOGGED_LETTERS).join('').trim()
}
