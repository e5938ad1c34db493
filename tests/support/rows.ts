// Rows for tests, each valid as it stands; a test says only what it is about. Invented people only.
import { createHash } from 'node:crypto'
import {
  candidateCode,
  EMPTY_PROFILE,
  EMPTY_RECORD,
  type Identity,
  type OpenProfile,
  type RestrictedProfile,
  type Situation,
} from '#app/domain/people/candidate.ts'
import { stancesOf, TERMS_NOT_ASKED, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import * as tables from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { codeKeyOf } from '#db/people/code-key.ts'
import { situationColumns } from '#db/people/situation.ts'
import { newPersonKey, encrypt } from '#db/people/vault.ts'
import { toldAsItStands } from '#db/proposals/telling.ts'
import { NOW } from './app.ts'
import { leadIdOf, leadOf } from './people/lead.ts'

const MASTER = Buffer.alloc(32, 7)
export const KNOWN_PASSWORD = 'correct horse battery'
/** scrypt of it with a low cost, so that tests that sign in are quick. */
export const KNOWN_PASSWORD_HASH = 'scrypt.1024.dGlsdHMtdGVzdC1zYWx0IQ.zdLRfMgKsGfe7P8I-Twt6g0rXqQANXORgHAcTmHbI28'
const DAY = 86_400_000

/** What must be unique is drawn from the whole id: of its digits alone two rows may have the same, or none. */
const randomnessOf = (id: string): Buffer => createHash('sha256').update(id).digest()

export async function anEmployer(store: Store, more: Partial<typeof tables.employer.$inferInsert> = {}) {
  const id = store.newId()
  const row = {
    id,
    name: `SIA "Izdomātais ${id}"`,
    nameKey: `izdomatais ${id}`,
    registrationNo: `4${String(randomnessOf(id).readUIntBE(0, 6) % 1e10).padStart(10, '0')}`,
    municipality: 'liepaja',
    place: 'Liepāja',
    contactName: 'Anna Paraugs',
    contactEmail: `${id}@example.test`,
    contactPhone: '+371 20000000',
    state: 'verified' as const,
    decidedAt: NOW,
    createdAt: NOW,
    ...more,
  }
  const sorted = { sortKey: sortKey(row.name), ...row }
  await store.write((tx) => tx.insert(tables.employer).values(sorted))
  return row
}

export async function anOrganisation(store: Store, more: Partial<typeof tables.organisation.$inferInsert> = {}) {
  const id = store.newId()
  const row = {
    id,
    name: `Izdomātā probācijas nodaļa ${id}`,
    kind: 'probation' as const,
    publicAuthority: true,
    municipality: 'liepaja',
    contactName: 'Pēteris Paraugs',
    contactEmail: `${id}@example.test`,
    contactPhone: '+371 60000000',
    state: 'verified' as const,
    decidedAt: NOW,
    createdAt: NOW,
    ...more,
  }
  const sorted = { sortKey: sortKey(row.name), ...row }
  await store.write((tx) => tx.insert(tables.organisation).values(sorted))
  return row
}

type MemberOf = { role: 'employer'; employerId: string } | { role: 'caseworker'; organisationId: string } | { role: 'coordinator' }

/** An account with one membership. */
export async function aMember(store: Store, of: MemberOf, more: Partial<typeof tables.account.$inferInsert> = {}) {
  const id = store.newId()
  const account = { id, name: `Zane Paraugs ${id}`, email: `${id}@example.test`, passwordHash: 'none', createdAt: NOW, ...more }
  const membership = { id: store.newId(), accountId: account.id, createdAt: NOW, ...of }
  await store.write(async (tx) => {
    await tx.insert(tables.account).values(account)
    await tx.insert(tables.membership).values(membership)
  })
  return { account, membershipId: membership.id, accountId: account.id }
}

type VacancyMore = Partial<typeof tables.vacancy.$inferInsert> & { stances?: StanceRow[] }

/** Published, public, everything case by case. */
export async function aVacancyRow(store: Store, { stances = stancesOf('case_by_case'), ...more }: VacancyMore = {}) {
  const row = {
    id: store.newId(),
    employerId: null,
    state: 'published' as const,
    title: 'Noliktavas darbinieks',
    occupation: '4321',
    description: 'Preču pieņemšana un izvietošana.',
    municipality: 'liepaja',
    place: 'Liepāja',
    lat: 56.5047,
    lon: 21.0109,
    payFromCents: 90_000,
    payToCents: 120_000,
    shifts: ['day' as const],
    contexts: [],
    requirements: NO_REQUIREMENTS,
    terms: TERMS_NOT_ASKED,
    supportOffered: [],
    supportWanted: [],
    publishedAt: NOW - DAY,
    expiresAt: NOW + 60 * DAY,
    createdAt: NOW - DAY,
    updatedAt: NOW - DAY,
    ...more,
  }
  const employerId = row.employerId ?? (row.source ? null : (await anEmployer(store)).id)
  await store.write(async (tx) => {
    await tx.insert(tables.vacancy).values({ refusals: refusalsOf({ stances, terms: row.terms }).length, ...row, employerId })
    await tx.insert(tables.vacancyStance).values(stances.map((stance) => ({ vacancyId: row.id, ...stance })))
    await recordChange(tx, 'vacancy', row.id)
  })
  return { ...row, employerId }
}

/** A rule of law that a coordinator has verified: it keeps everybody with any offence from the work of `aVacancyRow`. */
export async function aRule(store: Store, more: Partial<typeof tables.legalRestriction.$inferInsert> = {}) {
  const row = {
    id: store.newId(),
    occupation: '4321',
    effect: 'hard_bar' as const,
    article: 'Izdomātais likums, 1. pants',
    verifiedOn: '2026-01-15',
    source: 'https://example.org/likums',
    updatedAt: NOW,
    ...more,
  }
  await store.write((tx) => tx.insert(tables.legalRestriction).values(row))
  return row
}

type CandidateMore = Partial<Omit<typeof tables.candidate.$inferInsert, 'situation' | 'activity'>> &
  Partial<Situation> & {
    organisationId: string
    caseworkerId: string
    label?: string | null
    open?: Partial<OpenProfile>
    restricted?: Partial<RestrictedProfile>
    identity?: Partial<Identity>
  }

const SOMEBODY: Identity = {
  givenName: 'Jānis',
  familyName: 'Paraugs',
  personalCode: '010150-00009',
  birthDate: '1990-01-01',
  phone: '+371 20000001',
  email: 'janis@example.test',
  address: 'Parauga iela 1, Liepāja',
}

/** A person with an encrypted identity and an encrypted record. */
export async function aCandidate(
  store: Store,
  {
    open = {},
    restricted = {},
    identity = {},
    organisationId,
    caseworkerId,
    label = null,
    stage = 'looking',
    custodyPlaceId = null,
    plannedReleaseOn = null,
    ...more
  }: CandidateMore,
) {
  const id = store.newId()
  const { key, wrapped } = newPersonKey(MASTER, id)
  const person = { ...SOMEBODY, ...identity }
  const row = {
    id,
    leadId: leadIdOf(id),
    code: candidateCode(randomnessOf(id)),
    language: 'lv' as const,
    ...situationColumns(key, id, { stage, custodyPlaceId, plannedReleaseOn }),
    profile: { ...EMPTY_PROFILE, ...open },
    waitingSince: NOW - 30 * DAY,
    createdAt: NOW - 30 * DAY,
    updatedAt: NOW - 30 * DAY,
    ...more,
  }
  await store.write(async (tx) => {
    await tx.insert(tables.candidate).values(row)
    await tx
      .insert(tables.involvement)
      .values(leadOf({ candidateId: id, organisationId, caseworkerId, since: row.createdAt, ...(label === null ? {} : { label }) }))
    await tx.insert(tables.vaultKey).values({ candidateId: id, wrapped })
    await tx.insert(tables.identity).values({
      candidateId: id,
      content: encrypt(key, `identity:${id}`, JSON.stringify(person)),
      codeKey: codeKeyOf(MASTER, id, person.personalCode),
      updatedAt: NOW,
    })
    await tx.insert(tables.restrictedRecord).values({
      candidateId: id,
      content: encrypt(key, `record:${id}`, JSON.stringify({ ...EMPTY_RECORD, ...restricted })),
      updatedAt: NOW,
    })
    await tx.insert(tables.candidateAccess).values({ candidateId: id, byAuthority: true })
    await recordChange(tx, 'candidate', id)
  })
  return { ...row, organisationId, caseworkerId }
}

type ProposalMore = Partial<typeof tables.proposal.$inferInsert> & {
  vacancyId: string
  candidateId: string
  organisationId: string
  state: ProposalState
}

/** A proposal as it stands in a state, without the log that led there; one that an employer was shown has a code, and it knows how it stands. */
export async function aProposal(store: Store, more: ProposalMore) {
  const id = store.newId()
  const { stateSince = NOW - DAY } = more
  const { state, version = 1 } = more
  const told = more.shown ? toldAsItStands({ state, version, stateSince }) : { sinceDay: dayOf(stateSince) }
  const row = { id, code: more.shown ? `P-${id}` : null, stateSince, ...told, createdAt: NOW - DAY, ...more }
  await store.write((tx) => tx.insert(tables.proposal).values(row))
  return row
}
