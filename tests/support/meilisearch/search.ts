// One search, from its parameters to the body of the answer.
// Known from the source: `degraded` is never sent; a search cut short shows only as `skipped` in the details of the ranking score.
// Guessed: the ranking score is made of words and slips alone; with `distinct` the totals count what is left.
import { isFilterable, patternCovers } from './attribute-patterns.ts'
import { docsOf, noDocs, numbersOf, without, type DocSet } from './doc-set.ts'
import { facetsOf } from './facets.ts'
import { allowedFilter, type Features } from './features.ts'
import { filtered } from './filter-run.ts'
import { filterRefusal } from './filter-words.ts'
import { metresBetween } from './geo.ts'
import { capacityOf, columnOf, fieldRank, type SearchIndex } from './indexes.ts'
import type { Json, JsonObject } from './json.ts'
import { matches, type Match, type Plan } from './matching.ts'
import { nodesOf, phraseDocs, scopeOf, type Scope } from './nodes.ts'
import { queryOf, type Query } from './query.ts'
import { checkedSorts, costRules, keysOf, ordered, parsedSort, type Sort } from './ranking.ts'
import { Refusal } from './refusal.ts'
import type { SearchParams } from './search-params.ts'

/** How a search that ran out of time is answered: as the server does, or with a `degraded` it does not send. */
export type CutShort = 'no' | 'as the server' | 'degraded told'

export type Searched = { uid: string; index: SearchIndex; partial: CutShort; features: Features; facetCode?: string }

function refuseUnsearchable({ settings }: SearchIndex, on: readonly string[]): void {
  const wrong = on.find((field) => field !== '*' && !field.includes('*') && fieldRank(settings, field) === null)
  if (wrong === undefined) return
  const known = settings.searchableAttributes.join(', ')
  const message = `Attribute \`${wrong}\` is not searchable. Available searchable attributes are: \`${known}\`.`
  throw new Refusal('invalid_search_attributes_to_search_on', message)
}

function scopeFor(index: SearchIndex, wanted: DocSet, on: readonly string[] | null): Scope {
  if (on) refuseUnsearchable(index, on)
  const may = (field: string) => fieldRank(index.settings, field) !== null && (!on || on.some((one) => patternCovers(one, field)))
  return scopeOf(index, wanted, may)
}

function withoutUnwanted(scope: Scope, query: Query): DocSet {
  const words = query.unwantedWords.flatMap((word) => [...(scope.index.postings.get(word)?.keys() ?? [])])
  const phrases = query.unwantedPhrases.flatMap((phrase) => [...phraseDocs(scope, phrase)].map(([doc]) => doc))
  return without(scope.wanted, docsOf(capacityOf(scope.index), [...words, ...phrases]))
}

function planOf(scope: Scope, query: Query): Plan {
  const { index } = scope
  const ranks = index.wordFields.map((field) => fieldRank(index.settings, field) ?? 0)
  const nodes = nodesOf(scope, query.terms)
  const starts = query.terms.map((_, at) => nodes.filter(({ from }) => from === at))
  const phrases = query.terms.flatMap(({ kind }, at) => (kind === 'phrase' ? [at] : []))
  return { terms: query.terms.length, starts, phrases, rules: costRules(index.settings.rankingRules), ranks }
}

function distinctOnly(index: SearchIndex, matched: readonly Match[], field: string): Match[] {
  const { texts, numbers } = columnOf(index, field)
  const values = new Map<number, unknown[]>()
  const note = (doc: number, value: unknown) => values.set(doc, [...(values.get(doc) ?? []), value])
  for (const [text, docs] of texts) for (const doc of docs.keys()) note(doc, text)
  for (const [number, docs] of numbers) for (const doc of docs) note(doc, number)
  const seen = new Set<unknown>()
  return matched.filter(({ doc }) => {
    const own = values.get(doc) ?? []
    if (own.some((value) => seen.has(value))) return false
    for (const value of own) seen.add(value)
    return true
  })
}

function checkDistinct({ settings }: SearchIndex, field: string): void {
  if (isFilterable(field, settings.filterableAttributes)) return
  const message = `Attribute \`${field}\` is not filterable and thus, cannot be used as distinct attribute.`
  throw new Refusal('invalid_search_distinct', message)
}

/** `hits`: one page, in order. */
type Found = { hits: Match[]; docs: DocSet; total: number; plan: Plan | null }

function found({ index, uid, partial, features }: Searched, params: SearchParams, sorts: readonly Sort[], { from, most }: Page): Found {
  let wanted: DocSet
  try {
    wanted = filtered(index, allowedFilter(params.filter, features))
  } catch (error) {
    throw filterRefusal(error, 'invalid_search_filter', isAboutIndex(error) ? `Index \`${uid}\`: ` : '')
  }
  const query = queryOf(params.q ?? '', index.settings)
  const whole = scopeFor(index, wanted, params.attributesToSearchOn)
  const scope = { ...whole, wanted: withoutUnwanted(whole, query) }
  const plan = query.terms.length === 0 ? null : planOf(scope, query)
  const all = plan
    ? matches(plan, params.matchingStrategy)
    : numbersOf(scope.wanted).map((doc): Match => ({ doc, dropped: 0, cost: [], slips: 0 }))
  const question = { terms: query.terms, strategy: params.matchingStrategy, sorts, fields: scope.fields }
  const distinct = params.distinct ?? index.settings.distinctAttribute
  const inOrder = ordered(all, partial === 'no' ? keysOf(index, question) : [], distinct === null ? from + most : Infinity)
  const left = distinct === null ? all : distinctOnly(index, inOrder, distinct)
  const docs = noDocs(capacityOf(index))
  for (const { doc } of left) docs[doc] = 1
  return { hits: (distinct === null ? inOrder : left).slice(from, from + most), docs, total: left.length, plan }
}

/** Errors of reading come without the index's name, errors of running with it. */
function isAboutIndex(error: unknown): boolean {
  return error instanceof Error && /not filterable|not allowed|Bad (latitude|longitude)|is below|Non finite/.test(error.message)
}

function scoreOf({ slips, dropped }: Match, plan: Plan | null): number {
  if (!plan) return 1
  const most = plan.starts
    .flat()
    .filter(({ from, to }) => to === from + 1)
    .reduce((total, { mostSlips }) => total + mostSlips, 0)
  const words = plan.terms - dropped - 1
  return Math.max(words * (most + 1) + (most + 1 - slips), 0) / (plan.terms * (most + 1))
}

function shown(fields: JsonObject, retrieve: readonly string[] | null, displayed: readonly string[]): JsonObject {
  const may = (name: string, list: readonly string[]) =>
    list.includes('*') || list.some((one) => patternCovers(one, name) || one.startsWith(`${name}.`))
  const names = Object.keys(fields).filter((name) => may(name, displayed) && (!retrieve || may(name, retrieve)))
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}

function hitOf({ index, partial }: Searched, params: SearchParams, sorts: readonly Sort[], match: Match, plan: Plan | null): JsonObject {
  const hit = shown(index.documents[match.doc]?.fields ?? {}, params.attributesToRetrieve, index.settings.displayedAttributes)
  const place = sorts.find((sort) => 'point' in sort)
  const own = index.points.get(match.doc)
  if (place && 'point' in place && own) hit._geoDistance = Math.round(metresBetween(place.point, own))
  if (params.showRankingScore) hit._rankingScore = partial === 'no' ? scoreOf(match, plan) : 0
  if (params.showRankingScoreDetails) hit._rankingScoreDetails = partial === 'no' ? detailsOf(match, plan) : { skipped: { order: 0 } }
  return hit
}

function detailsOf({ dropped, slips }: Match, plan: Plan | null): JsonObject {
  if (!plan) return {}
  const words = { order: 0, matchingWords: plan.terms - dropped, maxMatchingWords: plan.terms, score: (plan.terms - dropped) / plan.terms }
  return { words, typo: { order: 1, typoCount: slips } }
}

type Page = { from: number; most: number; info: (total: number) => JsonObject }

function pageOf({ page, hitsPerPage, offset, limit }: SearchParams, maxTotalHits: number): Page {
  const finite = page !== null || hitsPerPage !== null
  const perPage = hitsPerPage ?? 20
  // Page 0 asks for nothing.
  const [start, most] = finite ? (page === 0 ? [0, 0] : [perPage * ((page ?? 1) - 1), perPage]) : [offset, limit]
  const from = Math.min(start, maxTotalHits)
  return {
    from,
    most: Math.min(most, maxTotalHits - from),
    info: (total) => {
      const count = Math.min(total, maxTotalHits)
      if (!finite) return { limit, offset: from, estimatedTotalHits: count }
      return { hitsPerPage: perPage, page: page ?? 1, totalPages: perPage === 0 ? 0 : Math.ceil(count / perPage), totalHits: count }
    },
  }
}

export function searchAnswer(searched: Searched, params: SearchParams): Record<string, Json> {
  const { index, partial } = searched
  const started = performance.now()
  const sorts = params.sort.map(parsedSort)
  checkedSorts(index, sorts)
  if (params.distinct !== null) checkDistinct(index, params.distinct)
  const page = pageOf(params, index.settings.pagination.maxTotalHits)
  const { hits: matched, docs, total, plan } = found(searched, params, sorts, page)
  const hits = matched.map((match) => hitOf(searched, params, sorts, match, plan))
  const facets = params.facets ? facetsOf(index, params.facets, docs, searched.facetCode) : {}
  const spent = Math.floor(performance.now() - started)
  const processingTimeMs = partial === 'no' ? spent : Math.max(spent, index.settings.searchCutoffMs ?? 1500)
  const told = partial === 'degraded told' ? { degraded: true } : {}
  return {
    hits,
    query: params.q ?? '',
    processingTimeMs,
    ...page.info(total),
    ...facets,
    requestUid: crypto.randomUUID(),
    ...told,
  }
}
