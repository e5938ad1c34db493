// Invented employers, organisations, their members, and 100,000 vacancies with their twelve stances.
import { OFFENCE_FAMILIES, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { PLACES } from '#app/domain/places/places.ts'
import { NO_REQUIREMENTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { account, change, employer, membership, organisation, vacancy, vacancyStance } from '#db/schema/index.ts'
import { fixedRandom } from '#db/seed/fixed-random.ts'
import { part, type Part } from './rows.ts'
import {
  accountId,
  CASEWORKERS,
  employerId,
  EMPLOYERS,
  membershipId,
  NOW,
  organisationId,
  ORGANISATIONS,
  VACANCIES,
  vacancyId,
} from './scale.ts'

const WORDS =
  'Meklējam strādnieku, kas nāk laikā un grib mācīties. Darbu ierādām pirmajās nedēļās, darba apģērbu dodam. Alga reizi mēnesī, avanss pēc vienošanās. '
/** Of a hundred vacancies; the rest are published. */
const NOT_PUBLISHED = { draft: 3, filled: 5, closed: 4 } as const
/** Of ten vacancies six are an employer's own, the rest come from the register. */
const isImported = (nth: number) => nth % 10 >= 6

const at = <T>(all: readonly T[], nth: number): T => all[nth % all.length] as T

function* employers() {
  for (let nth = 0; nth < EMPLOYERS; nth += 1) {
    const name = `SIA "Izdomātais ${String(nth)}"`
    const { municipality, name: place } = at(PLACES, nth)
    const contact = { contactName: 'Anna Paraudziņa', contactEmail: `darbs.${String(nth)}@example.test`, contactPhone: '+371 20000000' }
    yield {
      id: employerId(nth),
      name,
      nameKey: companyNameKey(name),
      sortKey: `izdomatais ${String(nth)}`,
      registrationNo: String(40_009_900_000 + nth),
      municipality,
      place,
      ...contact,
      ...(nth % 40 === 39 ? { state: 'pending' as const } : { state: 'verified' as const, decidedAt: NOW - 90 * DAY_MS }),
      createdAt: NOW - 100 * DAY_MS,
    }
  }
}

function* organisations() {
  for (let nth = 0; nth < ORGANISATIONS; nth += 1) {
    yield {
      id: organisationId(nth),
      name: `Izdomātā nodaļa ${String(nth)}`,
      sortKey: `izdomata nodala ${String(nth)}`,
      kind: 'probation' as const,
      publicAuthority: true,
      municipality: at(PLACES, nth).municipality,
      contactName: 'Anna Paraudziņa',
      contactEmail: `nodala.${String(nth)}@example.test`,
      contactPhone: '+371 20000000',
      state: 'verified' as const,
      decidedAt: NOW - 200 * DAY_MS,
      createdAt: NOW - 200 * DAY_MS,
    }
  }
}

const MEMBERS = [
  ...Array.from({ length: CASEWORKERS }, (_, nth) => ({
    key: `caseworker ${String(nth)}`,
    role: 'caseworker' as const,
    organisationId: organisationId(nth % ORGANISATIONS),
  })),
  ...Array.from({ length: EMPLOYERS }, (_, nth) => ({
    key: `employer ${String(nth)}`,
    role: 'employer' as const,
    employerId: employerId(nth),
  })),
]

function* accounts() {
  for (const { key } of MEMBERS) {
    const email = `${key.replace(' ', '.')}@example.test`
    yield { id: accountId(key), name: `Jānis Izdomātais ${key}`, email, passwordHash: 'none', createdAt: NOW }
  }
}

function* memberships() {
  for (const { key, ...of } of MEMBERS) yield { id: membershipId(key), accountId: accountId(key), createdAt: NOW, ...of }
}

function stateOf(nth: number): 'published' | keyof typeof NOT_PUBLISHED {
  const hundredth = Math.floor(nth / 10) % 100
  if (hundredth < NOT_PUBLISHED.draft) return 'draft'
  if (hundredth < NOT_PUBLISHED.draft + NOT_PUBLISHED.filled) return 'filled'
  return hundredth < NOT_PUBLISHED.draft + NOT_PUBLISHED.filled + NOT_PUBLISHED.closed ? 'closed' : 'published'
}

function* vacancies() {
  const random = fixedRandom('bench vacancies')
  for (let nth = 0; nth < VACANCIES; nth += 1) {
    const { isco, lv, contexts } = at(OCCUPATIONS, random.below(OCCUPATIONS.length))
    const { municipality, name: place, coordinates } = random.pick(PLACES)
    const publishedAt = NOW - random.between(1, 40) * DAY_MS
    const pay = random.between(18, 36) * 5000
    const sourceEmployer = `SIA "Reģistra ${String(nth % 5000)}"`
    yield {
      id: vacancyId(nth),
      ...(isImported(nth)
        ? { source: 'nva' as const, sourceId: String(900_000_000 + nth), sourceEmployer, sourceEmployerKey: companyNameKey(sourceEmployer) }
        : { employerId: employerId(nth % EMPLOYERS) }),
      state: stateOf(nth),
      visibility: nth % 20 === 7 ? ('closed' as const) : ('public' as const),
      title: `${lv} ${String(nth)}`,
      occupation: isco,
      description: WORDS.repeat(random.between(2, 6)),
      municipality,
      place,
      address: `Izdomu iela ${String(random.between(1, 90))}`,
      lat: coordinates.lat,
      lon: coordinates.lon,
      payFromCents: pay,
      payToCents: pay + 20_000,
      hoursPerWeek: 40,
      contract: 'permanent' as const,
      shifts: random.some(SHIFTS, random.between(1, 2)),
      contexts: [...contexts],
      requirements: {
        ...NO_REQUIREMENTS,
        latvian: { level: 'A2' as const, strength: 'must' as const },
        experience: { months: random.pick([3, 6, 12]), strength: 'nice' as const },
        physical: [{ demand: 'standing' as const, strength: 'must' as const }],
      },
      terms: isImported(nth) ? TERMS_NOT_ASKED : { ...TERMS_NOT_ASKED, monthsSinceRelease: 0 as const, supervision: 'yes' as const },
      supportOffered: random.some(SUPPORT_OFFERED, 2),
      supportWanted: [],
      publishedAt,
      expiresAt: NOW + random.between(5, 60) * DAY_MS,
      createdAt: publishedAt,
      updatedAt: publishedAt,
    }
  }
}

function* stances() {
  const random = fixedRandom('bench stances')
  for (let nth = 0; nth < VACANCIES; nth += 1) {
    const id = vacancyId(nth)
    for (const family of OFFENCE_FAMILIES) {
      if (isImported(nth)) yield { vacancyId: id, family, stance: 'not_asked' as const }
      else if (random.chance(10) && family === 'fraud')
        yield { vacancyId: id, family, stance: 'not_for_this_job' as const, reason: 'cash_valuables' as const }
      else yield { vacancyId: id, family, stance: random.pick(['accept', 'case_by_case'] as const) }
    }
  }
}

function* changes() {
  for (let nth = 0; nth < VACANCIES; nth += 1) yield { seq: nth + 1, subject: 'vacancy' as const, subjectId: vacancyId(nth) }
}

export const JOBS: readonly Part[] = [
  part(employer, employers),
  part(organisation, organisations),
  part(account, accounts),
  part(membership, memberships),
  part(vacancy, vacancies),
  part(vacancyStance, stances),
  part(change, changes),
]
