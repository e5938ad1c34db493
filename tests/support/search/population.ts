// Vacancies made by chance so that every kind of gap, tie and state turns up among them, and queries that often meet them.
import fc from 'fast-check'
import { OFFENCE_FAMILIES, plainStance, TERMS_NOT_ASKED, type OffenceFamily, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { OCCUPATION_GROUPS, OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { findPlace } from '#app/domain/places/places.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import {
  CEFR_LEVELS,
  CONTRACTS,
  NO_REQUIREMENTS,
  PAY_PERIODS,
  SHIFTS,
  STRENGTHS,
  SUPPORT_OFFERED,
} from '#app/domain/vacancies/job-terms.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import { vacancy, vacancyStance } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '../app.ts'
import { anEmployer } from '../rows.ts'
import type { Chance } from './corpus/random.ts'
import { EVERYTHING } from './pages.ts'

const WORKS = ['7115', '7212', '8332', '5120', '9112', '4321', '9333', '8344'].flatMap((isco) =>
  OCCUPATIONS.filter((one) => one.isco === isco),
)
const TOWNS = ['Liepāja', 'Ventspils', 'Kuldīga', 'Talsi', 'Saldus', 'Grobiņa'].flatMap((name) => findPlace(name) ?? [])
const FAMILIES: readonly OffenceFamily[] = OFFENCE_FAMILIES.slice(0, 4)
/** Few of them, so that many vacancies were published at the same moment. */
const PUBLISHED_DAYS_AGO = [0, 1, 1, 2, 2, 2, 7, 30]
const EXPIRES_IN = [-DAY_MS, 0, 1, DAY_MS, 60 * DAY_MS, 60 * DAY_MS, 60 * DAY_MS, 60 * DAY_MS]
const TELLING =
  'tīra kārtīga telpa darbs maiņās brigāde rīti motorzāģis dzelzs koks vakars склад бригада смена склады warehouse team early'.split(' ')

const some = <T>(chance: Chance, all: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: chance.below(most + 1) }, () => chance.pick(all))),
]
const maybe = <T>(chance: Chance, value: () => T): T | null => (chance.next() < 0.3 ? null : value())

export type Made = { row: typeof vacancy.$inferInsert; stances: StanceRow[] }

export function madeTitle(chance: Chance): string {
  const work = chance.pick(WORKS)
  const name = chance.pick([work.lv, work.lv, work.ru, work.en])
  return [name, ...some(chance, TELLING, 1), ...(chance.next() < 0.2 ? [chance.pick(TOWNS).name] : [])].join(' ')
}

export function madePay(chance: Chance) {
  const payPeriod = chance.pick(PAY_PERIODS)
  const payFromCents = (payPeriod === 'hour' ? 600 : 100_000) + chance.below(4) * (payPeriod === 'hour' ? 50 : 10_000)
  return { payPeriod, payFromCents, payToCents: payFromCents + chance.below(3) * 1000 }
}

export function madeStances(chance: Chance): StanceRow[] {
  const stated = (family: OffenceFamily): StanceRow =>
    plainStance(family, chance.pick(['accept', 'accept', 'case_by_case', 'not_asked'] as const))
  return chance.next() < 0.4 ? [] : FAMILIES.map(stated)
}

/** @param employers of which one is chosen; some vacancies are imported and have none. */
export function madeVacancy(chance: Chance, id: string, employers: readonly string[]): Made {
  const imported = chance.next() < 0.4
  const town = maybe(chance, () => chance.pick(TOWNS))
  const publishedAt = NOW - chance.pick(PUBLISHED_DAYS_AGO) * DAY_MS
  const unstated = imported && chance.next() < 0.4
  const row: typeof vacancy.$inferInsert = {
    id,
    ...(imported ? { source: 'nva', sourceId: id, sourceEmployer: 'SIA "Izdomātā koks"' } : { employerId: chance.pick(employers) }),
    state: chance.next() < 0.9 ? 'published' : chance.pick(['draft', 'paused', 'filled', 'closed']),
    visibility: chance.next() < 0.85 ? 'public' : 'closed',
    title: madeTitle(chance),
    occupation: maybe(chance, () => chance.pick(WORKS).isco),
    description: Array.from({ length: 3 + chance.below(12) }, () => chance.pick([...TELLING, chance.pick(WORKS).lv.toLowerCase()])).join(
      ' ',
    ),
    municipality: town?.municipality ?? null,
    place: town?.name ?? '',
    lat: town && chance.next() < 0.9 ? town.coordinates.lat : null,
    lon: town?.coordinates.lon ?? null,
    ...(unstated ? {} : madePay(chance)),
    hoursPerWeek: chance.pick([null, 20, 40]),
    contract: maybe(chance, () => chance.pick(CONTRACTS)),
    shifts: some(chance, SHIFTS, 3),
    contexts: [],
    requirements: {
      ...NO_REQUIREMENTS,
      latvian: maybe(chance, () => ({ level: chance.pick(CEFR_LEVELS), strength: chance.pick(STRENGTHS) })),
      driving: chance.next() < 0.2 ? [{ category: 'C', strength: 'must' }] : [],
    },
    terms: TERMS_NOT_ASKED,
    supportOffered: some(chance, SUPPORT_OFFERED, 3),
    supportWanted: [],
    publishedAt,
    expiresAt: NOW + chance.pick(EXPIRES_IN),
    createdAt: publishedAt,
    updatedAt: publishedAt,
  }
  return { row, stances: madeStances(chance) }
}

export async function putMade(store: Store, made: readonly Made[]): Promise<void> {
  const stances = made.flatMap(({ row, stances: of }) => of.map((stance) => ({ vacancyId: row.id, ...stance })))
  await store.write(async (tx) => {
    await tx.insert(vacancy).values(made.map(({ row }) => row))
    if (stances.length > 0) await tx.insert(vacancyStance).values(stances)
    await recordChanges(
      tx,
      'vacancy',
      made.map(({ row }) => row.id),
    )
  })
}

/** Employers whose vacancies are shown, and one of each kind whose are not. */
export async function someEmployers(store: Store): Promise<string[]> {
  const states = ['verified', 'verified', 'verified', 'pending', 'refused'] as const
  const employers = []
  for (const state of states) employers.push(await anEmployer(store, { state }))
  return employers.map(({ id }) => id)
}

export async function populate(store: Store, chance: Chance, count: number): Promise<void> {
  const employers = await someEmployers(store)
  const made = Array.from({ length: count }, (_, nth) => madeVacancy(chance, `v${String(nth)}`, employers))
  for (let from = 0; from < count; from += 50) await putMade(store, made.slice(from, from + 50))
}

const WORDS = [
  ...new Set(WORKS.flatMap(({ lv, ru, en }) => [lv, ru, en]).flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))),
].filter((word) => word.length > 2)
const bare = (word: string) =>
  word
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .normalize('NFC')

/** As it is, without marks, begun, with a letter lost, or nothing that anybody has. */
const typedWord = fc
  .tuple(
    fc.constantFrom(...WORDS, ...TELLING, ...TOWNS.map(({ name }) => name)),
    fc.constantFrom('whole', 'bare', 'begun', 'mistyped', 'odd'),
    fc.nat(9),
  )
  .map(([word, how, at]) => {
    if (how === 'bare') return bare(word)
    if (how === 'begun') return word.slice(0, 2 + (at % 4))
    if (how === 'mistyped') return word.slice(0, 1 + (at % word.length)) + word.slice(2 + (at % word.length))
    return how === 'odd' && at === 0 ? 'kvzxq' : word
  })

const few = <T>(all: readonly T[], most = 2) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...all), { maxLength: most }) },
  )
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 1 })

const RADII_KM = [0, 0.5, 12, 33, 58, 101, 400]

export const arbitraryQuery: fc.Arbitrary<VacancyQuery> = fc.record({
  words: fc.oneof(
    fc.constant(''),
    fc.array(typedWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  ),
  near: orNull(
    fc.record({ coordinates: fc.constantFrom(...TOWNS.map(({ coordinates }) => coordinates)), radiusKm: fc.constantFrom(...RADII_KM) }),
  ),
  municipality: orNull(fc.constantFrom(...TOWNS.map(({ municipality }) => municipality), 'riga')),
  occupations: few([...WORKS.map(({ isco }) => isco), '0000']),
  groups: few(OCCUPATION_GROUPS),
  shifts: few(SHIFTS),
  contracts: few(CONTRACTS),
  support: few(SUPPORT_OFFERED, 1),
  payFromCents: orNull(fc.constantFrom(-1, 0, 104_000, 110_000, 120_000, 900_000)),
  latvianUpTo: orNull(fc.constantFrom(...CEFR_LEVELS)),
  acceptanceStated: fc.boolean(),
  accepts: few(FAMILIES, 1),
  publishedSince: orNull(fc.constantFrom(NOW - 2 * DAY_MS, NOW - 7 * DAY_MS, NOW + DAY_MS)),
  sort: fc.constantFrom('relevance', 'newest', 'pay', 'distance'),
  page: fc.constantFrom(1, 1, 1, 2, 3, 50),
  pageSize: fc.constantFrom(1, 7, 20, 100),
  visibilities: fc.constantFrom([...VISIBILITIES], ['public'], ['closed']),
})

/** Most filters left open, so that a choice meets something more often than not. */
export const arbitraryLooseQuery: fc.Arbitrary<VacancyQuery> = fc
  .tuple(arbitraryQuery, fc.uniqueArray(fc.constantFrom(...(Object.keys(EVERYTHING) as (keyof VacancyQuery)[])), { maxLength: 5 }))
  .map(([query, kept]) => ({ ...EVERYTHING, ...Object.fromEntries(kept.map((name) => [name, query[name]])), words: query.words }))
