// An attempt of a query plan as query strings for Meilisearch: stems that must all match.
import type { Alternative, Attempt } from '#search/index/query/query-plan.ts'
import { MOST_WORDS } from './settings.ts'

/** @property left typed words beyond the number that Meilisearch looks at. */
export type QueryString = { q: string; left: string[] }

/** So many are counted in one request. */
const MAX_QUERY_STRINGS = 12

/** Keeps letters and numbers: quotes and minus signs are operators of Meilisearch. */
function plain(stem: string): string {
  return stem.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

function queryStringOf(attempt: Attempt, choice: readonly Alternative[]): QueryString {
  // Meilisearch matches a prefix only in the last word.
  const order = [...choice.keys()].sort((a, b) => Number(choice[a]?.prefix) - Number(choice[b]?.prefix))
  const words: string[] = []
  const left: string[] = []
  let open = false
  for (const at of order) {
    const stems = (choice[at]?.all ?? []).map(plain).filter((stem) => stem !== '')
    if (words.length + stems.length > MOST_WORDS) {
      left.push(attempt.groups[at]?.typed ?? '')
      continue
    }
    words.push(...stems)
    open = choice[at]?.prefix === true && stems.length > 0
  }
  // A space at the end says that the last word is whole; without it, it is a prefix.
  return { q: words.length === 0 || open ? words.join(' ') : `${words.join(' ')} `, left }
}

/**
 * The likeliest first. Meilisearch has no "or" between words: an attempt whose words have several stems (the same letters in two languages)
 * becomes several query strings, and the one that finds the most is used.
 */
export function queryStrings(attempt: Attempt): QueryString[] {
  const likeliest = attempt.groups.flatMap(({ any }) => any.slice(0, 1))
  if (likeliest.length < attempt.groups.length) return []
  const most = Math.max(...attempt.groups.map(({ any }) => any.length))
  const together = Array.from({ length: most }, (_, rank) =>
    attempt.groups.flatMap(({ any }) => any.slice(Math.min(rank, any.length - 1)).slice(0, 1)),
  )
  const oneByOne = attempt.groups.flatMap(({ any }, at) => any.slice(1).map((other) => likeliest.with(at, other)))
  const phrases = [...together.slice(0, 2), ...oneByOne, ...together.slice(2)].map((choice) => queryStringOf(attempt, choice))
  // An empty string would match every vacancy.
  const asking = phrases.filter(({ q }) => q.trim() !== '')
  return [...new Map(asking.map((phrase) => [phrase.q, phrase])).values()].slice(0, MAX_QUERY_STRINGS)
}
