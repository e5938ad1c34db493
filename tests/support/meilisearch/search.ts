// A search as the site asks it, read back as a question that the project's own oracle is asked. What stands beside it is the server's: what the settings
// allow, pages, counts of facets and what is shown of a document. Unlike the real server it never splits a word, has the order of the oracle
// within a relevance search, and looks for a short beginning in titles and facts alone.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { OCCUPATION_GROUPS } from '#app/domain/occupations/occupations.ts'
import { metresBetween } from '#app/domain/places/coordinates.ts'
import { CEFR_LEVELS } from '#app/domain/vacancies/job-terms.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { WORD_FIELDS, type WordField } from '#search/index/document.ts'
import { meiliDocument } from '#search/index/meilisearch/documents.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import type { WordGroup } from '#search/index/query/query-plan.ts'
import { twinAnswer, type Twin } from '../search/oracle.ts'
import { filteredBy } from './filter.ts'
import type { Document, SearchIndex } from './indexes.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { isFilterable, type Settings } from './settings.ts'

const texts = z.array(z.string())
export const question = z.strictObject({
  indexUid: z.string(),
  q: z.string().default(''),
  filter: texts.default([]),
  sort: texts.default([]),
  facets: texts.default([]),
  attributesToRetrieve: texts.default(['*']),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).default('last'),
  limit: z.int().default(20),
  page: z.int().optional(),
  hitsPerPage: z.int().optional(),
})
export type Question = z.infer<typeof question>

/** Other settings than these would have other answers than the oracle's. */
const FOR_GRANTED = {
  rankingRules: ['sort', 'words', 'attributeRank', 'publishedAt:desc', 'order:asc'],
  stopWords: [],
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  distinctAttribute: null,
  localizedAttributes: null,
  prefixSearch: 'indexingTime',
} satisfies Partial<Settings>

function checkSettings(settings: Settings, hasWords: boolean): void {
  for (const [name, value] of Object.entries(FOR_GRANTED))
    if (!isDeepStrictEqual(settings[name as keyof Settings], value)) throw unknownToDouble(`searching with other ${name}`)
  if (hasWords && settings.typoTolerance.enabled) throw unknownToDouble('typing errors')
}

/** As the oracle reads it; `id` is what its documents are ordered by. */
type Candidate = Twin[number] & { document: Document }
type Candidates = { byId: Map<string, Candidate>; byStem: Map<string, Set<Candidate>> }

function candidateOf(document: Document, { searchableAttributes }: Settings): Candidate {
  const { order, _geo, group, latvian, stated, ...plain } = meiliDocument.parse(document)
  const stems = (field: WordField) => (searchableAttributes.includes(field) ? plain[field].split(' ') : [])
  return {
    ...plain,
    document,
    id: order,
    employerId: null,
    texts: plain,
    stems: { title: stems('title'), meta: stems('meta'), body: stems('body') },
    group: OCCUPATION_GROUPS.find((one) => one === group) ?? null,
    coordinates: _geo ? { lat: _geo.lat, lon: _geo.lng } : null,
    latvian: CEFR_LEVELS[latvian - 1] ?? null,
    acceptanceStated: stated,
  }
}

const known = new WeakMap<SearchIndex, Candidates>()

function candidatesIn(index: SearchIndex): Candidates {
  const before = known.get(index)
  if (before) return before
  const all = [...index.documents.values()].map((document) => candidateOf(document, index.settings))
  const candidates: Candidates = { byId: new Map(all.map((one) => [one.id, one])), byStem: new Map() }
  for (const one of all)
    for (const stem of WORD_FIELDS.flatMap((field) => one.stems[field]))
      candidates.byStem.set(stem, (candidates.byStem.get(stem) ?? new Set()).add(one))
  known.set(index, candidates)
  return candidates
}

/** The server looks at no more words than this. */
const MOST_WORDS = 10
const LONGEST_SYNONYM = 3

/** The last word may go on unless a space ends it. */
function groupsIn(q: string, synonyms: Settings['synonyms']): WordGroup[] {
  if (!/^[\p{L}\p{N}\p{M} ]*$/u.test(q)) throw unknownToDouble(`what signs mean in ${q}`)
  const words = q.split(' ').filter((word) => word !== '')
  const looked = words.slice(0, MOST_WORDS)
  const groups: WordGroup[] = []
  while (looked.length > 0) {
    const runs = Array.from({ length: Math.min(LONGEST_SYNONYM, looked.length) }, (_, at) => looked.slice(0, at + 1)).reverse()
    const run = runs.find((one) => Object.hasOwn(synonyms, one.join(' '))) ?? looked.slice(0, 1)
    looked.splice(0, run.length)
    const also = (Object.hasOwn(synonyms, run.join(' ')) && synonyms[run.join(' ')]) || []
    const prefix = looked.length === 0 && words.length <= MOST_WORDS && !q.endsWith(' ')
    const typed = run.join(' ')
    groups.push({ typed, any: [{ all: run, prefix }, ...also.map((phrase) => ({ all: phrase.split(' '), prefix: false }))] })
  }
  return groups
}

function* having(byStem: Candidates['byStem'], { any }: WordGroup): Generator<Candidate> {
  for (const { all, prefix } of any) {
    const [stem = ''] = all
    if (!prefix || all.length > 1) yield* byStem.get(stem) ?? []
    else for (const [word, ones] of byStem) if (word.startsWith(stem)) yield* ones
  }
}

/** The only ones that can meet all groups: the oracle need not read the others. */
function narrowed({ byId, byStem }: Candidates, groups: readonly WordGroup[]): Candidate[] {
  const [fewest] = groups.map((group) => new Set(having(byStem, group))).sort((a, b) => a.size - b.size)
  return [...(fewest ?? byId.values())]
}

const NEWEST = 'publishedAt:desc,order:asc'
const FROM = /^_geoPoint\((-?[\d.]+), (-?[\d.]+)\):asc$/

/** The order that is asked for, as the site asks for it; without one the ranking rules decide. */
function sortIn({ sort, q }: Question, { sortableAttributes }: Settings): Pick<VacancyQuery, 'sort'> & { from: Coordinates | null } {
  for (const one of sort) {
    const attribute = one.startsWith('_geoPoint') ? '_geo' : (one.split(':')[0] ?? '')
    if (!sortableAttributes.includes(attribute)) throw new Refusal('invalid_search_sort', `Attribute \`${attribute}\` is not sortable.`)
  }
  const [first = '', ...others] = sort
  const point = FROM.exec(first)
  if (point && others.join() === NEWEST) return { sort: 'distance', from: { lat: Number(point[1]), lon: Number(point[2]) } }
  if (first === 'monthlyCents:desc' && others.join() === NEWEST) return { sort: 'pay', from: null }
  if (sort.length > 0 && sort.join() !== NEWEST) throw unknownToDouble(`the order ${sort.join()}`)
  return { sort: sort.length === 0 && q.trim() !== '' ? 'relevance' : 'newest', from: null }
}

/** The server takes distances within a metre of each other for the same. */
function nearestFirst(found: readonly Candidate[], from: Coordinates): Candidate[] {
  const buckets: { metres: number; ones: Candidate[] }[] = []
  for (const one of found) {
    const metres = one.coordinates ? metresBetween(from, one.coordinates) : Infinity
    const last = buckets.at(-1)
    if (last && (last.metres === metres || metres - last.metres <= 1)) last.ones.push(one)
    else buckets.push({ metres, ones: [one] })
  }
  return buckets.flatMap(({ ones }) => ones.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1)))
}

function found(index: SearchIndex, asked: Question): Document[] {
  const { settings } = index
  const { sort, from } = sortIn(asked, settings)
  const { now, nothing, ...filtered } = filteredBy(asked.filter, settings)
  const groups = groupsIn(asked.q, settings.synonyms)
  if (from && !isDeepStrictEqual(filtered.near?.coordinates, from)) throw unknownToDouble('an order by the distance from somewhere else')
  if (groups.length > 1 && asked.matchingStrategy !== 'all') throw unknownToDouble('how words are left out')
  checkSettings(settings, groups.length > 0)
  const candidates = candidatesIn(index)
  const read = nothing ? [] : narrowed(candidates, groups)
  const attempts = [{ relaxed: 'none' as const, groups, corrected: null, left: [] }]
  const query = { ...filtered, words: asked.q, sort, page: 1, pageSize: read.length }
  const { ids } = twinAnswer(read, query, { selective: groups.length > 0, attempts }, now)
  const inOrder = ids.flatMap((id) => candidates.byId.get(id) ?? [])
  return (from ? nearestFirst(inOrder, from) : inOrder).map(({ document }) => document)
}

function countsOf(all: readonly Document[], attribute: string, settings: Settings): Record<string, number> {
  if (!isFilterable(settings, attribute)) throw new Refusal('invalid_search_facets', `Attribute \`${attribute}\` is not filterable.`)
  const counts = new Map<string, number>()
  for (const value of all.flatMap((document) => document[attribute] ?? []).map(String)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, settings.faceting.maxValuesPerFacet))
}

/** @param partial the time was up: the server tells by nothing but how long it took, and what it has is not in order. */
export function searchAnswer(index: SearchIndex, asked: Question, partial: boolean): Record<string, unknown> {
  const { settings } = index
  const all = found(index, asked)
  const { page, hitsPerPage = asked.limit, facets } = asked
  const { maxTotalHits } = settings.pagination
  const from = ((page ?? 1) - 1) * hitsPerPage
  const shown = (partial ? all.toReversed() : all).slice(from, Math.min(from + hitsPerPage, maxTotalHits))
  const names = (attributes: string[], name: string) => attributes.includes('*') || attributes.includes(name)
  const hits = shown.map((document) =>
    Object.fromEntries(
      Object.entries(document).filter(([name]) => names(settings.displayedAttributes, name) && names(asked.attributesToRetrieve, name)),
    ),
  )
  const total = Math.min(all.length, maxTotalHits)
  const counted = Object.fromEntries(facets.map((attribute) => [attribute, countsOf(all, attribute, settings)]))
  return {
    indexUid: asked.indexUid,
    hits,
    processingTimeMs: partial ? (settings.searchCutoffMs ?? 1500) : 1,
    ...(page === undefined ? { estimatedTotalHits: total } : { totalHits: total }),
    ...(facets.length > 0 ? { facetDistribution: counted } : {}),
  }
}
