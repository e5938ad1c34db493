// A person with a phone, their caseworker, and an employer: what the tests of a person's own pages begin with.
import { scryptSync } from 'node:crypto'
import { asked, cookieOf, NOW, testApp, type TestApp } from '../app.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from '../rows.ts'
import { NAME_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import type { Identity, OpenProfile, RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { disclosesOf, shownOf } from '#db/proposals/view.ts'
import * as tables from '#db/schema/index.ts'

export const DAY = 86_400_000
const DEADLINE = NOW + 3 * DAY

type PersonMore = {
  language?: 'lv' | 'ru' | 'en'
  open?: Partial<OpenProfile>
  restricted?: Partial<RestrictedProfile>
  identity?: Partial<Identity>
}

/** A phone somebody is signed in on. */
export type Phone = { app: TestApp; candidateId: string; code: string; cookie: string }

export async function candidateFixture(more: PersonMore = {}) {
  const app = await testApp()
  const { store } = app
  const office = await anOrganisation(store)
  const helper = await aMember(store, { role: 'caseworker', organisationId: office.id }, { name: 'Zane Paraugs', phone: '+371 20000002' })
  const employer = await anEmployer(store)
  const boss = await aMember(store, { role: 'employer', employerId: employer.id })
  const vacancy = await aVacancyRow(store, { employerId: employer.id })
  const person = await aCandidate(store, { organisationId: office.id, caseworkerId: helper.membershipId, ...more })
  const caseworker: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: helper.membershipId,
    accountId: helper.accountId,
    organisationId: office.id,
    publicAuthority: true,
  }
  const employerActor: EmployerActor = {
    kind: 'employer',
    membershipId: boss.membershipId,
    accountId: boss.accountId,
    employerId: employer.id,
    verification: 'verified',
  }
  const phone: Phone = { app, candidateId: person.id, code: person.code, cookie: await cookieOf(app, { candidateId: person.id }) }
  return { app, store, office, helper, caseworker, employer, boss, employerActor, vacancy, person, phone }
}

export type CandidateFixture = Awaited<ReturnType<typeof candidateFixture>>

type ConsentRow = { kind: 'share' | 'name'; answer?: 'yes'; deadlineAt?: number }

async function aConsent(fixture: CandidateFixture, proposalId: string, { kind, answer, deadlineAt = DEADLINE }: ConsentRow) {
  const { store, vacancy } = fixture
  const discloses = kind === 'share' ? await store.read((db) => disclosesOf(db, vacancy.id)) : [...NAME_DISCLOSES]
  const answered = answer ? ({ answer, answeredBy: 'candidate', channel: 'screen', answeredAt: NOW - DAY } as const) : {}
  await fixture.store.write((tx) =>
    tx
      .insert(tables.consent)
      .values({ id: fixture.store.newId(), proposalId, kind, discloses, askedAt: NOW - DAY, deadlineAt, ...answered }),
  )
}

/** An offer as it stands in a state, with the consents that led there. */
export async function anAskedProposal(
  fixture: CandidateFixture,
  state: ProposalState,
  more: Partial<Omit<typeof tables.proposal.$inferInsert, 'state'>> = {},
) {
  const { person, office, employer, vacancy, store } = fixture
  const isSent = state !== 'draft' && state !== 'asked' && state !== 'consented'
  const shown = isSent ? await store.read((db) => shownOf(db, { candidateId: person.id, vacancyId: vacancy.id }, NOW)) : {}
  const deadlineAt = state === 'asked' || state === 'interested' ? DEADLINE : null
  const ids = { vacancyId: vacancy.id, candidateId: person.id, organisationId: office.id, employerId: employer.id }
  const row = await aProposal(store, { ...ids, state, ...shown, deadlineAt, ...more })
  const late = row.deadlineAt ?? DEADLINE
  if (state === 'asked') await aConsent(fixture, row.id, { kind: 'share', deadlineAt: late })
  if (state !== 'asked' && state !== 'draft') await aConsent(fixture, row.id, { kind: 'share', answer: 'yes' })
  if (state === 'interested') await aConsent(fixture, row.id, { kind: 'name', deadlineAt: late })
  if (state === 'named' || state === 'interview' || state === 'offered') await aConsent(fixture, row.id, { kind: 'name', answer: 'yes' })
  return { id: row.id, version: 1 }
}

/** What a loader or action is asked from this phone. */
export function fromPhone(
  { app, cookie }: Phone,
  path: string,
  sent: { params?: Record<string, string>; form?: Record<string, string> } = {},
) {
  return asked(app, path, { cookie, ...sent })
}

/** Of a PIN or a card, with a low cost: the tests are about what happens, not about how long it takes. */
export function quickHash(secret: string): string {
  const salt = Buffer.from('a salt for tests')
  return `scrypt.1024.${salt.toString('base64url')}.${scryptSync(secret, salt, 32, { N: 1024, r: 8, p: 1 }).toString('base64url')}`
}
