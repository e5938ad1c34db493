// What a search must answer, by the plainest reading of the rules: every vacancy is looked at, one after the other, with nothing kept between.
import type { Instant } from '#app/domain/shared/day.ts'
import { distanceKm, metresBetween } from '#app/domain/places/coordinates.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS } from '#app/domain/vacancies/job-terms.ts'
import type { Store } from '#db/store/store.ts'
import { documentParts, stemsByField, WORD_FIELDS, type VacancyDocument, type WordField } from '#search/index/document.ts'
import type { Facets, VacancyHits, VacancyQuery } from '#search/index/port.ts'
import type { Alternative, Attempt, QueryPlan, WordGroup } from '#search/index/query/query-plan.ts'

type Held = VacancyDocument & { stems: Record<WordField, readonly string[]> }
export type Twin = readonly Held[]

export async function twinOf(store: Store): Promise<Twin> {
  const all: Held[] = []
  for await (const part of documentParts(store, 'all'))
    all.push(...part.map((document) => ({ ...document, stems: stemsByField(document) })))
  return all
}

/** So short a beginning says nothing in a long text. */
const SHORT_BEGINNING = 3

const stemsIn = (one: Held, fields: readonly WordField[]) => fields.flatMap((field) => one.stems[field])

function meetsAlternative(one: Held, { all, prefix }: Alternative, fields: readonly WordField[]): boolean {
  const last = all.at(-1) ?? ''
  const looked = prefix && last.length <= SHORT_BEGINNING ? fields.filter((field) => field !== 'body') : fields
  const stems = stemsIn(one, looked)
  return all.every((stem, at) => stems.includes(stem) || (prefix && at === all.length - 1 && stems.some((word) => word.startsWith(stem))))
}

const meetsGroup = (one: Held, { any }: WordGroup, fields: readonly WordField[]) =>
  any.some((alternative) => meetsAlternative(one, alternative, fields))

const meets = (one: Held, { groups }: Attempt, fields: readonly WordField[]) => groups.every((group) => meetsGroup(one, group, fields))

/** Lower is better. Of several words one in the title says more than none. */
function tierOf(one: Held, attempt: Attempt): number {
  if (meets(one, attempt, ['title'])) return 1
  const oneInTitle = attempt.groups.length > 1 && attempt.groups.some((group) => meetsGroup(one, group, ['title']))
  if (meets(one, attempt, ['title', 'meta'])) return oneInTitle ? 2 : 3
  return oneInTitle ? 4 : 5
}

type Kind = 'kind' | 'municipality' | 'shift' | 'contract' | 'latvian' | 'stated' | 'rest'
const KINDS: readonly Kind[] = ['kind', 'municipality', 'shift', 'contract', 'latvian', 'stated', 'rest']

function isNear(coordinates: Coordinates | null, near: VacancyQuery['near']): boolean {
  return near === null || (coordinates !== null && metresBetween(near.coordinates, coordinates) <= near.radiusKm * 1000)
}

const levelOf = (level: VacancyDocument['latvian']) => (level === null ? 0 : CEFR_LEVELS.indexOf(level) + 1)

/** Whether the vacancy is what was chosen of this kind. */
const PASSES: Readonly<Record<Kind, (one: Held, query: VacancyQuery) => boolean>> = {
  kind: (one, { occupations, groups }) =>
    (occupations.length === 0 && groups.length === 0) ||
    (one.occupation !== null && occupations.includes(one.occupation)) ||
    (one.group !== null && groups.includes(one.group)),
  municipality: (one, { municipality }) => municipality === null || one.municipality === municipality,
  shift: (one, { shifts }) => shifts.length === 0 || one.shifts.some((shift) => shifts.includes(shift)),
  contract: (one, { contracts }) => contracts.length === 0 || (one.contract !== null && contracts.includes(one.contract)),
  latvian: (one, { latvianUpTo }) => latvianUpTo === null || levelOf(one.latvian) <= levelOf(latvianUpTo),
  stated: (one, query) => !query.acceptanceStated || one.acceptanceStated,
  rest: (one, { support, accepts, payFromCents, publishedSince, near }) =>
    support.every((offered) => one.support.includes(offered)) &&
    accepts.every((family) => one.accepts.includes(family)) &&
    (payFromCents === null || (one.monthlyCents !== null && one.monthlyCents >= payFromCents)) &&
    (publishedSince === null || one.publishedAt >= publishedSince) &&
    isNear(one.coordinates, near),
}

/** How many of them have each value; those that none has are left out. */
function counted(all: readonly Held[], valuesOf: (one: Held) => readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of all) for (const value of valuesOf(one)) if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function facetsOf(met: readonly Held[], query: VacancyQuery): Facets {
  const butFor = (kind: Kind | null) => met.filter((one) => KINDS.every((other) => other === kind || PASSES[other](one, query)))
  const levels = butFor('latvian')
  return {
    occupation: counted(butFor('kind'), ({ occupation }) => [occupation]),
    group: counted(butFor('kind'), ({ group }) => [group]),
    municipality: counted(butFor('municipality'), ({ municipality }) => [municipality]),
    shift: counted(butFor('shift'), ({ shifts }) => shifts),
    contract: counted(butFor('contract'), ({ contract }) => [contract]),
    support: counted(butFor(null), ({ support }) => support),
    latvian: counted(levels, ({ latvian }) => CEFR_LEVELS.filter((level) => levelOf(latvian) <= levelOf(level))),
    acceptanceStated: butFor('stated').filter((one) => one.acceptanceStated).length,
    accepts: counted(butFor(null), ({ accepts }) => accepts),
  }
}

/** The rule of the order, and what every order ends in. */
function inOrder(all: readonly Held[], query: VacancyQuery, attempt: Attempt | null): Held[] {
  const newest = (a: Held, b: Held) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1)
  const metres = (one: Held) => (query.near && one.coordinates ? metresBetween(query.near.coordinates, one.coordinates) : Infinity)
  const nearest = (a: Held, b: Held) => (query.near === null ? 0 : metres(a) - metres(b))
  const first: Record<VacancyQuery['sort'], (a: Held, b: Held) => number> = {
    newest: () => 0,
    pay: (a, b) => (b.monthlyCents ?? -1) - (a.monthlyCents ?? -1),
    distance: nearest,
    relevance: (a, b) => (attempt === null ? nearest(a, b) : tierOf(a, attempt) - tierOf(b, attempt)),
  }
  return all.toSorted((a, b) => first[query.sort](a, b) || newest(a, b))
}

export type TwinAnswer = Pick<VacancyHits, 'total' | 'ids' | 'facets' | 'distanceKm' | 'relaxed'> & {
  /** Of all pages; the best ones of a relevance search can be compared by it where the order within is another. */
  tiers: Map<string, number>
}

/** @param understood what the words came to, whoever worked it out. */
export function twinAnswer(twin: Twin, query: VacancyQuery, understood: QueryPlan, now: Instant): TwinAnswer {
  const visible = twin.filter(({ visibility, expiresAt }) => query.visibilities.includes(visibility) && expiresAt > now)
  const attempts = understood.selective ? [...understood.attempts] : []
  const attempt = attempts.find((one) => visible.some((vacancy) => meets(vacancy, one, WORD_FIELDS))) ?? null
  const met = understood.selective ? visible.filter((one) => attempt !== null && meets(one, attempt, WORD_FIELDS)) : visible
  const passed = inOrder(
    met.filter((one) => KINDS.every((kind) => PASSES[kind](one, query))),
    query,
    attempt,
  )
  const page = passed.slice((query.page - 1) * query.pageSize, query.page * query.pageSize)
  const { near } = query
  return {
    total: passed.length,
    ids: page.map(({ id }) => id),
    // Worked out only for whoever looks at them.
    get facets() {
      return facetsOf(met, query)
    },
    distanceKm: near
      ? Object.fromEntries(page.flatMap(({ id, coordinates }) => (coordinates ? [[id, distanceKm(near.coordinates, coordinates)]] : [])))
      : {},
    relaxed: attempt?.relaxed ?? 'none',
    get tiers() {
      return new Map(passed.map((one) => [one.id, attempt === null ? 0 : tierOf(one, attempt)]))
    },
  }
}
