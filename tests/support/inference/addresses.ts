// The addresses of an employer and of a visitor with everything that can stand in them, and those that were never theirs.
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'
import { CEFR_LEVELS, CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { OCCUPATION_GROUPS } from '#app/domain/occupations/occupations.ts'
import { MUNICIPALITIES } from '#app/domain/places/places.ts'
import { EMPLOYER_FILTERS } from '#app/domain/shared/lists.ts'
import { SINCE_DAYS, SORTS } from '#app/forms/search/vacancy-search.ts'
import { OWN_VACANCY_FILTERS } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import type { FixedRandom } from '#db/seed/fixed-random.ts'
import { HOSTILE_IDS, HOSTILE_QUERIES } from '../hostile.ts'
import { addressOf, ROUTES } from '../routes.ts'
import type { Asker } from './requests.ts'

export type Known = {
  vacancies: string[]
  /** Of lists, from the links to their next pages. */
  cursors: string[]
  proposals: readonly string[]
  /** Ids that exist and are none of the employer's business. */
  unknown: readonly string[]
}

const IDS = HOSTILE_IDS.filter((id) => id !== '' && Buffer.from(id).toString() === id).map((id) => encodeURIComponent(id))
/** As a client must write them. */
const QUERIES = HOSTILE_QUERIES.map((query) => query.replace(/[^!-~]/gu, encodeURIComponent))

function anyId(random: FixedRandom, own: readonly string[], known: Known): string {
  const kind = random.below(100)
  if (kind < 70) return random.pick(own)
  if (kind < 90) return random.pick(known.unknown)
  return random.pick(kind < 95 ? known.vacancies : IDS)
}

function anySearch(random: FixedRandom): Record<string, string | readonly string[]> {
  const fields: Record<string, () => string | readonly string[]> = {
    q: () => random.pick(['noliktava', 'murnieks', 'водитель', 'metinātājs Liepājā', 'sods', 'cietums', '%']),
    near: () => random.pick(['Liepāja', 'Kuldīga', 'Ventspils', 'nekur']),
    radiusKm: () => random.pick(['5', '25', '100']),
    municipality: () => random.pick(MUNICIPALITIES).code,
    group: () => random.some(OCCUPATION_GROUPS, 2),
    occupation: () => random.pick(['4321', '7112']),
    shift: () => random.some(SHIFTS, 2),
    contract: () => random.pick(CONTRACTS),
    payFrom: () => random.pick(['900', '1 200 €']),
    latvian: () => random.pick(CEFR_LEVELS),
    since: () => String(random.pick(SINCE_DAYS)),
    support: () => random.some(SUPPORT_OFFERED, 2),
    stated: () => 'yes',
    accepts: () => random.some(OFFENCE_FAMILIES, 2),
    sort: () => random.pick(SORTS),
    page: () => random.pick(['1', '2', '3', '99']),
    pageSize: () => random.pick(['1', '5', '100']),
  }
  return Object.fromEntries(random.some(Object.entries(fields), random.below(5)).map(([name, value]) => [name, value()]))
}

const OPEN_PAGES = [
  ...[paths.front(), paths.forEmployers(), paths.forSpecialists(), paths.findHelp({ near: 'Liepāja' }), paths.privacy()],
  ...[paths.account.signIn(), paths.account.registerEmployer(), paths.account.registerOrganisation(), paths.account.invitation('x')],
  ...[paths.candidate.signIn(), paths.candidate.proposals(), paths.casework.people(), paths.coordinator.home()],
]
/** What answers as a program, or is asked for by browsers and robots alone. */
export const BARE = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/robots.txt',
  '/sitemap.xml',
  '/favicon.ico',
  '/manifest.webmanifest',
  '/__manifest?p=%2Femployer',
]

function openAddress(random: FixedRandom, known: Known): string {
  const kind = random.below(100)
  if (kind < 30) return paths.vacancies(anySearch(random))
  if (kind < 50) return paths.api.vacancies(anySearch(random))
  if (kind < 60) return paths.api.suggestions({ q: random.pick(['no', 'mū', 'vod', 'c']) })
  if (kind < 80) return paths.vacancy(anyId(random, [...known.vacancies, 'w1', 'w4', 'x1', 'n1'], known))
  return random.pick(kind < 87 ? BARE : OPEN_PAGES)
}

/** What is no page has no data of its own. */
export const isPage = (path: string) => !path.startsWith('/api/') && !BARE.includes(path)

function ownAddress(random: FixedRandom, known: Known): string {
  const at = random.chance(50) && known.cursors.length > 0 ? random.pick(known.cursors) : random.pick(['', 'x'])
  return random.pick<() => string>([
    paths.employer.home,
    paths.employer.company,
    () => (known.vacancies.length % 2 === 0 ? paths.employer.colleagues() : paths.employer.tasks()),
    paths.employer.takeOver,
    paths.employer.newVacancy,
    () => paths.employer.vacancies({ state: random.pick(OWN_VACANCY_FILTERS), at }),
    () => paths.employer.vacancy(anyId(random, known.vacancies, known)),
    () => paths.employer.step(anyId(random, known.vacancies, known), random.pick(VACANCY_STEPS)),
    () => paths.employer.step(anyId(random, known.vacancies, known), 'acceptance'),
    () => paths.employer.summary(anyId(random, known.vacancies, known)),
    () => paths.employer.proposals({ filter: random.pick(EMPLOYER_FILTERS), at }),
    () => paths.employer.proposal(anyId(random, known.proposals, known)),
    () => paths.employer.proposal(anyId(random, known.proposals, known)),
  ])()
}

/** A page that somebody may open by a link or by typing. */
export function anyPage(by: Asker, random: FixedRandom, known: Known): string {
  return by === 'visitor' || random.chance(15) ? openAddress(random, known) : ownAddress(random, known)
}

/** Any address of the site map, of whomever, and those that are in no map. */
export function anyPath(random: FixedRandom, known: Known): string {
  const kind = random.below(100)
  if (kind < 15) return random.pick(BARE)
  const params = {
    id: anyId(random, [...known.vacancies, ...known.proposals], known),
    step: random.pick(VACANCY_STEPS),
    token: 'x',
    vacancyId: random.pick(known.vacancies),
  }
  const address = addressOf(random.pick(ROUTES).address, params)
  return random.chance(30) ? `${address}?${random.pick(QUERIES)}` : address
}
