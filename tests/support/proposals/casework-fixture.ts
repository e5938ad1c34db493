// A caseworker with one person and an employer with one vacancy; each move of a proposal is made by the form of its page.
import { eq, sql } from 'drizzle-orm'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { action as caseworkAction, loader as caseworkLoader } from '#app/routes/casework/proposal.tsx'
import { action as proposeAction } from '#app/routes/casework/propose.tsx'
import { action as employerAction, loader as employerLoader } from '#app/routes/employer/proposal.tsx'
import { loader as employerListLoader } from '#app/routes/employer/proposals.tsx'
import { tellEmployers } from '#db/proposals/telling.ts'
import { proposal } from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, testApp, type TestApp } from '../app.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '../rows.ts'

export const DAY = 86_400_000
type Fields = Record<string, string>

export const PERSON = {
  open: {
    occupationsWanted: ['4321'],
    experience: [{ occupation: '4321', months: 18 }],
    languages: [{ language: 'lv' as const, level: 'B1' as const }],
    travelFrom: { municipality: 'liepaja', place: 'Liepāja', coordinates: { lat: 56.51, lon: 21.01 } },
    travelMeans: 'bus' as const,
    maxKm: 30,
  },
  restricted: {
    families: ['robbery' as const],
    recordStatus: 'unspent' as const,
    releasedOn: '2026-03-01',
    supervision: 'none' as const,
    bans: [],
  },
  identity: {
    givenName: 'Visvaldis',
    familyName: 'Neesošais',
    personalCode: '010203-00000',
    birthDate: '1983-02-01',
    address: 'Nekur iela 7, Liepāja',
  },
}

export type CaseworkFixture = Awaited<ReturnType<typeof caseworkFixture>>

/** A caseworker with one person, an employer with one vacancy, nothing between them yet. */
export async function caseworkFixture() {
  const app = await testApp()
  const { store } = app
  const organisation = await anOrganisation(store, { name: 'Izdomātā probācijas nodaļa Liepājā' })
  const caseworker = await aMember(store, { role: 'caseworker', organisationId: organisation.id }, { phone: '+371 60000001' })
  const employer = await anEmployer(store, { contactName: 'Ilze Piemēra', contactPhone: '+371 20000009' })
  const boss = await aMember(store, { role: 'employer', employerId: employer.id })
  const vacancy = await aVacancyRow(store, { employerId: employer.id, title: 'Noliktavas darbinieks' })
  const person = await aCandidate(store, { organisationId: organisation.id, caseworkerId: caseworker.membershipId, ...PERSON })
  const actor: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: caseworker.membershipId,
    accountId: caseworker.accountId,
    organisationId: organisation.id,
    publicAuthority: true,
  }
  const self: CandidateActor = { kind: 'candidate', candidateId: person.id }
  const casework = await cookieOf(app, { membershipId: caseworker.membershipId })
  const employs = await cookieOf(app, { membershipId: boss.membershipId })
  return { app, store, organisation, caseworker, employer, boss, vacancy, person, actor, self, cookies: { casework, employs } }
}

/** The clock moves on; sessions last half a day, so both sign in again. */
export async function later({ app, caseworker, boss, cookies }: CaseworkFixture, at: number): Promise<void> {
  app.clock.now = at
  cookies.casework = await cookieOf(app, { membershipId: caseworker.membershipId })
  cookies.employs = await cookieOf(app, { membershipId: boss.membershipId })
}

/** Another organisation's caseworker: their cookie. */
export async function aStranger(app: TestApp, more: Parameters<typeof anOrganisation>[1] = {}): Promise<string> {
  const organisation = await anOrganisation(app.store, more)
  const { membershipId } = await aMember(app.store, { role: 'caseworker', organisationId: organisation.id })
  return cookieOf(app, { membershipId })
}

export async function rowOf({ store }: CaseworkFixture, id: string) {
  const [row] = await store.read((db) => db.select().from(proposal).where(eq(proposal.id, id)))
  if (!row) throw new Error(`No proposal ${id}`)
  return row
}

/** Presses "ask now" on the propose page, or "save as draft". @returns the answer and, when it was made, the proposal's id. */
export async function propose(
  { app, person, vacancy, cookies }: CaseworkFixture,
  more: { vacancyId?: string; then?: 'ask' | 'draft'; deadlineDays?: string } = {},
) {
  const { vacancyId = vacancy.id, then = 'ask', deadlineDays = '7' } = more
  const params = { id: person.id, vacancyId }
  const path = `/casework/people/${person.id}/propose/${vacancyId}`
  const answer = await answerOf(proposeAction(asked(app, path, { params, cookie: cookies.casework, form: { deadlineDays, then } })))
  return { ...answer, id: answer.location?.split('/').at(-1) ?? '' }
}

/** A form of the caseworker's page, with the version the page was made from unless a test says another. */
export async function byCaseworker(
  fixture: CaseworkFixture,
  id: string,
  form: string,
  fields: Fields = {},
  cookie = fixture.cookies.casework,
) {
  const { version } = await rowOf(fixture, id)
  const sent = { params: { id }, cookie, form: { form, version: String(version), ...fields } }
  return answerOf(caseworkAction(asked(fixture.app, `/casework/proposals/${id}`, sent)))
}

/** As if a night had passed: the employer is told of what others did. */
export async function employerIsTold({ app, store }: Pick<CaseworkFixture, 'app' | 'store'>): Promise<void> {
  await tellEmployers(store, app.clock.now + 1)
}

/** The employer comes when it has been told. */
export async function byEmployer(fixture: CaseworkFixture, id: string, form: string, fields: Fields = {}) {
  await employerIsTold(fixture)
  const { version } = await rowOf(fixture, id)
  const sent = { params: { id }, cookie: fixture.cookies.employs, form: { form, version: String(version), ...fields } }
  return answerOf(employerAction(asked(fixture.app, `/employer/proposals/${id}`, sent)))
}

export async function caseworkPage(fixture: CaseworkFixture, id: string, cookie = fixture.cookies.casework) {
  const answer = await answerOf(caseworkLoader(asked(fixture.app, `/casework/proposals/${id}`, { params: { id }, cookie })))
  return { status: answer.status, body: answer.body as Awaited<ReturnType<typeof caseworkLoader>> }
}

/** Everything the employer's two pages hold of a proposal once it has been told, as text; an empty text when there is no such page for it. */
export async function employerSees(fixture: CaseworkFixture, id: string): Promise<{ status: number; text: string }> {
  await employerIsTold(fixture)
  const { app, cookies } = fixture
  const page = await answerOf(employerLoader(asked(app, `/employer/proposals/${id}`, { params: { id }, cookie: cookies.employs })))
  const lists = await Promise.all(
    ['waiting', 'live', 'over'].map((filter) =>
      answerOf(employerListLoader(asked(app, `/employer/proposals?filter=${filter}`, { cookie: cookies.employs }))),
    ),
  )
  const rows = lists.map(({ body }) => (body as Awaited<ReturnType<typeof employerListLoader>>).lines.filter((line) => line.id === id))
  return {
    status: page.status,
    text:
      page.status === 200
        ? JSON.stringify([page.body, rows])
        : rows
            .flat()
            .map((row) => JSON.stringify(row))
            .join(),
  }
}

const WAY: readonly (readonly [ProposalState, (fixture: CaseworkFixture, id: string) => Promise<{ status: number }>])[] = [
  ['consented', (fixture, id) => byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'in_person' })],
  ['sent', (fixture, id) => byCaseworker(fixture, id, 'send')],
  ['interested', (fixture, id) => byEmployer(fixture, id, 'show_interest')],
  ['named', (fixture, id) => byCaseworker(fixture, id, 'name', { answer: 'yes', channel: 'phone' })],
  [
    'interview',
    (fixture, id) => byEmployer(fixture, id, 'interview', { interviewAt: '2026-12-01T10:00', interviewPlace: 'Noliktavas ielā 1' }),
  ],
  ['offered', (fixture, id) => byEmployer(fixture, id, 'offer_job', { startOn: '2026-12-07' })],
  ['accepted', (fixture, id) => byCaseworker(fixture, id, 'accept')],
  ['started', (fixture, id) => byCaseworker(fixture, id, 'start', { startOn: '2026-12-07' })],
]

/** Walks the whole way up to a state, from `asked` on; throws when a step is refused. */
export async function walkTo(fixture: CaseworkFixture, state: ProposalState): Promise<string> {
  const { id } = await propose(fixture)
  for (const [reached, step] of state === 'asked' ? [] : WAY) {
    const { status } = await step(fixture, id)
    if (status !== 303) throw new Error(`The step to ${reached} answered ${String(status)}`)
    if (reached === state) break
  }
  return id
}

const UNSAID = ['personalCode', 'birthDate', 'address', PERSON.identity.personalCode, PERSON.identity.birthDate, PERSON.identity.address]
const RECORD = [
  ...OFFENCE_FAMILIES.filter((family) => !['other', 'violence', 'traffic'].includes(family)),
  'families',
  'recordStatus',
  'releasedOn',
  'supervision',
  'unspent',
]
const WHO_HELPS = ['probation', 'probācij', 'prison', 'custody', 'organisation', 'ngo"']

/** Of what must never reach an employer, what stands in a text. */
export function leaksIn(text: string): string[] {
  return [...UNSAID, ...RECORD, ...WHO_HELPS].filter((word) => text.toLowerCase().includes(word.toLowerCase()))
}

/** Puts a row into a state and tries another, as somebody with the database alone could; leaves nothing behind. */
export async function databaseAllows(
  { store, person, organisation, vacancy }: CaseworkFixture,
  from: ProposalState,
  to: ProposalState,
): Promise<boolean> {
  const undo = new Error('undone')
  const trying = store.write(async (tx) => {
    const id = store.newId()
    const row = {
      id,
      vacancyId: vacancy.id,
      candidateId: person.id,
      organisationId: organisation.id,
      employerId: vacancy.employerId,
      startOn: '2026-12-07',
    }
    await tx.insert(proposal).values({ ...row, state: from, stateSince: 1, createdAt: 1 })
    await tx
      .update(proposal)
      .set({ state: to, version: sql`${proposal.version} + 1` })
      .where(eq(proposal.id, id))
    throw undo
  })
  return trying.catch((error: unknown) => error === undo)
}
