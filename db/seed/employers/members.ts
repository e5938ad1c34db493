// Employers, organisations and everybody who signs in for them.
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { PLACES, type Place } from '#app/domain/places/places.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { PENDING_EMPLOYERS, DEMO_EMPLOYER, REFUSED_BECAUSE, REFUSED_EMPLOYER, type EmployerSeed } from './employers.ts'
import { fixedId, fixedRandom } from '../fixed-random.ts'
import { fullName, inventedName, mailboxOf } from '#db/seed/people/names.ts'
import { DEMO_NGO, DEMO_PROBATION, ORGANISATION_SEEDS } from '#db/seed/organisations/organisations.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD_HASH, NO_SIGN_IN, type DemoAccount } from '../sign-ins.ts'
import type { Calendar } from '../time.ts'
import type { AccountRow, EmployerRow, MembershipRow, Members, OrganisationRow } from '../world.ts'
import { VERIFIED_EMPLOYERS } from './verified-employers.ts'

/** The register's numbers begin with 4000 or 4010 for real firms; nobody has 40009900…. */
const FIRST_REGISTRATION_NO = 40_009_900_001
const YEAR_DAYS = 365

export function placeNamed(name: string): Place {
  const found = PLACES.find((place) => place.name === name)
  if (!found) throw new Error(`No place is called ${name}`)
  return found
}

const OFFICE_PHONES_FROM = 950

/** +371 20000xxx, three digits of the demo's own. */
export function inventedPhone(index: number): string {
  return `+371 20000${String(index % 1000).padStart(3, '0')}`
}

type Joins = { role: 'employer'; employerId: string } | { role: 'caseworker'; organisationId: string } | { role: 'coordinator' }
type Somebody = { account: AccountRow; membership: MembershipRow }

function somebody(key: string, index: number, of: Joins, calendar: Calendar, demo: DemoAccount | null): Somebody {
  const random = fixedRandom(`member ${key}`)
  const name = fullName(
    inventedName(random, random.chance(75) ? 'lv' : 'ru', random.chance(of.role === 'employer' ? 50 : 20) ? 'man' : 'woman'),
  )
  // The demo's one-click sign-ins are listed in the order in which their members were made.
  const createdAt = calendar.at(demo === null ? 300 - (index % 60) : 400 - Object.keys(DEMO_ACCOUNTS).indexOf(demo), 9)
  const account = {
    id: fixedId(`account ${key}`),
    name,
    email: demo === null ? `${mailboxOf(name)}.${String(index)}@example.test` : DEMO_ACCOUNTS[demo],
    phone: inventedPhone(index),
    passwordHash: demo === null ? NO_SIGN_IN : DEMO_PASSWORD_HASH,
    demo: demo !== null,
    createdAt,
  }
  return { account, membership: { id: fixedId(`membership ${key}`), accountId: account.id, createdAt, ...of } }
}

function decided(state: 'verified' | 'pending' | 'refused', by: string, calendar: Calendar, daysAgo: number) {
  if (state === 'pending') return { state }
  return { state, stateReason: state === 'refused' ? REFUSED_BECAUSE : null, decidedBy: by, decidedAt: calendar.at(daysAgo - 2, 11) }
}

function employerRow(seed: EmployerSeed, index: number, contact: AccountRow, calendar: Calendar) {
  const [name, place, , , , about] = seed
  const { municipality } = placeNamed(place)
  return {
    id: fixedId(`employer ${name}`),
    name,
    nameKey: companyNameKey(name),
    sortKey: sortKey(name),
    registrationNo: String(FIRST_REGISTRATION_NO + index),
    about,
    municipality,
    place,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone ?? '',
    createdAt: calendar.at(PENDING_EMPLOYERS.includes(seed) ? 3 + (index % 3) : YEAR_DAYS - index, 10),
  }
}

/** The membership that decided on employers, organisations and refusals. */
export const FIRST_COORDINATOR = fixedId('membership coordinator 1')

/** Who decides and who coordinates: the demo's own first. */
function coordinators(calendar: Calendar): [Somebody, Somebody] {
  return [
    somebody('coordinator 1', 901, { role: 'coordinator' }, calendar, 'coordinator'),
    somebody('coordinator 2', 902, { role: 'coordinator' }, calendar, null),
  ]
}

function employersWith(decidedBy: string, calendar: Calendar): { rows: EmployerRow[]; people: Somebody[] } {
  const all = [...VERIFIED_EMPLOYERS, ...PENDING_EMPLOYERS, REFUSED_EMPLOYER]
  const people: Somebody[] = []
  const rows = all.map((seed, index) => {
    const [name] = seed
    const joins = { role: 'employer', employerId: fixedId(`employer ${name}`) } as const
    const contact = somebody(name, 100 + index, joins, calendar, name === DEMO_EMPLOYER ? 'employer' : null)
    people.push(contact)
    if (index % 9 === 0) people.push(somebody(`${name} colleague`, 160 + index, joins, calendar, null))
    const state = VERIFIED_EMPLOYERS.includes(seed) ? 'verified' : PENDING_EMPLOYERS.includes(seed) ? 'pending' : 'refused'
    return { ...employerRow(seed, index, contact.account, calendar), ...decided(state, decidedBy, calendar, YEAR_DAYS - index) }
  })
  return { rows, people }
}

function organisationsWith(decidedBy: string, calendar: Calendar): { rows: OrganisationRow[]; people: Somebody[] } {
  const people: Somebody[] = []
  const rows = ORGANISATION_SEEDS.map(({ name, kind, municipality, caseworkers }, index) => {
    const organisationId = fixedId(`organisation ${name}`)
    const demo = name === DEMO_PROBATION ? 'caseworker' : name === DEMO_NGO ? 'ngo' : null
    const own = Array.from({ length: caseworkers }, (_, which) =>
      somebody(
        `${name} ${String(which)}`,
        300 + index * 5 + which,
        { role: 'caseworker', organisationId },
        calendar,
        which === 0 ? demo : null,
      ),
    )
    people.push(...own)
    const [contact] = own
    if (!contact) throw new Error(`${name} has no caseworker`)
    return {
      id: organisationId,
      name,
      sortKey: sortKey(name),
      kind,
      publicAuthority: kind !== 'ngo',
      municipality,
      contactName: contact.account.name,
      contactEmail: contact.account.email,
      // Not a caseworker's own: an employer who was told that one would find the kind of organisation behind it on the public page.
      contactPhone: inventedPhone(OFFICE_PHONES_FROM + index),
      createdAt: calendar.at(YEAR_DAYS + index, 9),
      ...decided('verified', decidedBy, calendar, YEAR_DAYS + index),
    }
  })
  return { rows, people }
}

/** What a coordinator has entered: the number of the service, and the one figure of a report. */
function enteredBy({ id }: AccountRow, calendar: Calendar): Pick<Members, 'contact' | 'participation'> {
  const at = calendar.at(180, 10)
  return {
    contact: { id: 1, phone: inventedPhone(990), opens: '09:00', closes: '17:00', updatedBy: id, updatedAt: at },
    participation: {
      id: fixedId('participation'),
      people: 340,
      report: 'Izdomāts Tilta gada pārskats',
      publishedOn: dayOf(at),
      enteredBy: id,
      enteredAt: at,
    },
  }
}

export function makeMembers(calendar: Calendar): Members {
  const leads = coordinators(calendar)
  const employers = employersWith(FIRST_COORDINATOR, calendar)
  const organisations = organisationsWith(FIRST_COORDINATOR, calendar)
  const everybody = [...leads, ...employers.people, ...organisations.people]
  return {
    employers: employers.rows,
    organisations: organisations.rows,
    accounts: everybody.map(({ account }) => account),
    memberships: everybody.map(({ membership }) => membership),
    ...enteredBy(leads[0].account, calendar),
  }
}
