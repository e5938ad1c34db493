// Histories played by chance: everybody sends any form at any time, also strangers and from old pages, while vacancies close, firms lose
// their verification and deadlines pass. After each step the database holds what the model holds, and nothing more.
import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FOLLOW_UP_OUTCOMES, FOLLOW_UP_WEEKS } from '#app/domain/proposals/follow-up.ts'
import { PROPOSAL_STATES } from '#app/domain/proposals/proposal.ts'
import { answerProposalForm } from '#app/server/proposals/proposal-forms.ts'
import { createProposal } from '#db/proposals/ask.ts'
import { closeDue, closeOfOverVacancies } from '#db/proposals/closing.ts'
import { findOwnProposal, type ProposalActor } from '#db/proposals/scope.ts'
import { candidate, consent, employer, followUp, membership, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import { moveVacancy } from '#db/vacancies/status.ts'
import { answerOf, NOW } from '#tests/support/app.ts'
import { caseworkFixture, DAY, employerIsTold, type CaseworkFixture } from '#tests/support/proposals/casework-fixture.ts'
import {
  after,
  afterFilling,
  afterNight,
  afterSilence,
  FIRST_DAY,
  FORMS,
  isFrom,
  knownTo,
  may,
  NO_FORMS,
  REASON,
  saidTo,
  sees,
  type Model,
  type Party,
  type Sent,
} from '#tests/support/proposals/history-model.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

/** Whoever waits for a follow-up waits long. */
const WEEKS_AT_WORK = 26
const PARTIES = ['employer', 'caseworker', 'candidate'] as const

/** `likely` is one of the forms that lead on from here, filled in and sent by somebody who may. */
type Step =
  | { kind: 'sends'; sent: Sent; likely: boolean; choice: number }
  | { kind: 'waits'; days: number; closes: boolean }
  | { kind: 'turns'; what: 'vacancyOpen' | 'verified' | 'ownEmployer' }
  | { kind: 'fills' }
  | { kind: 'night' }

const often = (weight: number) => fc.integer({ min: 1, max: weight }).map((value) => value > 1)
const sent: fc.Arbitrary<Sent> = fc.record({
  party: fc.constantFrom(...PARTIES),
  stranger: often(10).map((own) => !own),
  form: fc.constantFrom(...FORMS, ...NO_FORMS),
  stale: often(8).map((fresh) => !fresh),
  filled: often(6),
  yes: often(5),
  week: fc.constantFrom(...FOLLOW_UP_WEEKS),
  outcome: fc.constantFrom(...FOLLOW_UP_OUTCOMES),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 60, arbitrary: fc.record({ kind: fc.constant('sends' as const), sent, likely: often(5), choice: fc.nat(1000) }) },
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('waits' as const), days: fc.constantFrom(1, 8, 15), closes: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('turns' as const), what: fc.constantFrom('vacancyOpen', 'verified', 'ownEmployer' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fills' as const) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
)

/** The straight way to the first day at work: a history begins with as much of it as chance says. */
const WAY: readonly Step[] = (
  [
    ['ask', 'caseworker'],
    ['consent', 'candidate'],
    ['send', 'caseworker'],
    ['show_interest', 'employer'],
    ['name', 'caseworker'],
    ['interview', 'employer'],
    ['offer_job', 'employer'],
    ['accept', 'candidate'],
    ['start', 'employer'],
  ] as const
).flatMap(([form, party]) => {
  const plain = { stranger: false, stale: false, filled: true, yes: true, week: 6, outcome: 'in_work' } as const
  const sends = { kind: 'sends', sent: { form, party, ...plain }, likely: false, choice: 0 } as const
  return form === 'send' ? [sends, { kind: 'night' }] : [sends]
})
const history = fc
  .tuple(fc.nat(WAY.length), fc.array(step, { minLength: 8, maxLength: 24 }))
  .map(([length, more]) => [...WAY.slice(0, length), ...more])

/** Everybody of one history: their own actor, and a stranger of the same kind. */
async function players(fixture: CaseworkFixture) {
  const { store } = fixture
  const firm = await anEmployer(store)
  const boss = await aMember(store, { role: 'employer', employerId: firm.id })
  const job = await aVacancyRow(store, { employerId: firm.id, expiresAt: NOW + 900 * DAY })
  const { organisation, caseworker } = fixture
  const person = await aCandidate(store, {
    organisationId: organisation.id,
    caseworkerId: caseworker.membershipId,
    code: `K-${firm.id}`,
  })
  const otherFirm = await anEmployer(store)
  const otherBoss = await aMember(store, { role: 'employer', employerId: otherFirm.id })
  const otherOffice = await anOrganisation(store)
  const otherHelper = await aMember(store, { role: 'caseworker', organisationId: otherOffice.id })
  const own = {
    employer: { kind: 'employer', ...boss, employerId: firm.id, verification: 'verified' },
    caseworker: fixture.actor,
    candidate: { kind: 'candidate', candidateId: person.id },
  } as const satisfies Record<Party, ProposalActor>
  const strangers: Record<Party, ProposalActor> = {
    employer: { kind: 'employer', ...otherBoss, employerId: otherFirm.id, verification: 'verified' },
    caseworker: { kind: 'caseworker', ...otherHelper, organisationId: otherOffice.id, publicAuthority: true },
    candidate: { kind: 'candidate', candidateId: fixture.person.id },
  }
  const insider = { id: store.newId(), accountId: fixture.actor.accountId, role: 'employer' as const, employerId: firm.id, createdAt: NOW }
  await store.write((tx) => tx.insert(membership).values({ ...insider, endedAt: NOW }))
  const made = await createProposal(store, fixture.actor, person.id, job.id, NOW)
  if (!made?.ok) throw new Error('No draft')
  return { firm, job, person, own, strangers, insider, id: made.proposal.id }
}

type Players = Awaited<ReturnType<typeof players>>

function bodyOf({ party, form, filled, yes, stale, week, outcome }: Sent, version: number): FormData {
  const answer = { answer: yes ? 'yes' : 'no', channel: 'phone', reason: 'pay' }
  const fields: Record<string, Record<string, string>> = {
    ask: { deadlineDays: '7' },
    consent: answer,
    name: answer,
    decline: answer,
    refuse: { reason: 'distance', note: 'Paldies' },
    interview: { interviewAt: '2026-12-01T10:00', interviewPlace: 'Birojs' },
    offer_job: { startOn: FIRST_DAY },
    start: { startOn: FIRST_DAY },
    follow_up: { evidence: 'candidate', reason: 'quit' },
  }
  const body = new FormData()
  const all = { form, version: String(stale ? version - 1 : version), week: String(week), outcome }
  const more = filled ? (fields[form] ?? (party === 'candidate' && form === 'withdraw' ? {} : { reason: REASON[form] ?? '' })) : {}
  for (const [name, value] of Object.entries({ ...all, ...more })) body.set(name, value)
  return body
}

async function held({ store }: CaseworkFixture, { id, person }: Players) {
  return store.read(async (db) => {
    const [row] = await db.select().from(proposal).where(eq(proposal.id, id))
    const events = await db.select().from(proposalEvent).where(eq(proposalEvent.proposalId, id)).orderBy(asc(proposalEvent.step))
    const consents = await db.select().from(consent).where(eq(consent.proposalId, id)).orderBy(asc(consent.kind))
    const followUps = await db.select().from(followUp).where(eq(followUp.proposalId, id)).orderBy(asc(followUp.week))
    const [somebody] = await db.select({ activity: candidate.activity }).from(candidate).where(eq(candidate.id, person.id))
    return { row, events, consents, followUps, activity: somebody?.activity }
  })
}

type Held = Awaited<ReturnType<typeof held>>

function asModel({ row, events, consents, followUps, activity }: Held): Partial<Model> {
  const consentOf = (kind: 'share' | 'name') => {
    const given = consents.find((one) => one.kind === kind)
    return given ? `${given.answer ?? 'open'}${given.withdrawnAt === null ? '' : ' withdrawn'}` : ''
  }
  const told = row?.toldState && row.toldVersion !== null ? { state: row.toldState, version: row.toldVersion } : null
  return {
    ...(row && {
      state: row.state,
      version: row.version,
      deadlineAt: row.deadlineAt,
      startOn: row.startOn,
      shown: row.shown !== null,
      told,
    }),
    log: events.map(({ from, to, party, reason }) => `${from}>${to} ${party} ${reason ?? ''}`.trimEnd()),
    share: consentOf('share'),
    name: consentOf('name'),
    weeks: followUps.map(({ week }) => week),
    inWork: activity === 'working',
  }
}

async function turn({ store }: CaseworkFixture, { firm, job, insider }: Players, model: Model): Promise<void> {
  await store.write(async (tx) => {
    await tx
      .update(vacancy)
      .set({ state: model.vacancyOpen ? 'published' : 'paused' })
      .where(eq(vacancy.id, job.id))
    await tx
      .update(employer)
      .set({ state: model.verified ? 'verified' : 'refused' })
      .where(eq(employer.id, firm.id))
    await tx
      .update(membership)
      .set({ endedAt: model.ownEmployer ? null : NOW })
      .where(eq(membership.id, insider.id))
  })
}

/** A likely step is put right where the model knows better. */
function aimed({ sent: tried, likely, choice }: Extract<Step, { kind: 'sends' }>, model: Model): Sent {
  const ways = FORMS.filter((form) => isFrom(form, model.state)).flatMap((form) =>
    PARTIES.filter((party) => may({ form, party })).map((party) => ({ form, party })),
  )
  const onwards = ways.filter(({ form }) => !['withdraw', 'refuse', 'decline', 'turn_down', 'not_start', 'end'].includes(form))
  // Now and then it is one of the ways out.
  const among = choice % 7 === 0 ? ways : onwards
  const chosen = among[choice % Math.max(among.length, 1)]
  return likely && chosen ? { ...tried, ...chosen, stranger: false, stale: false, filled: true } : tried
}

async function saidBy(fixture: CaseworkFixture, { own, strangers, id }: Players, sent: Sent, version: number): Promise<string> {
  const actor = (sent.stranger ? strangers : own)[sent.party]
  const { status, body } = await answerOf(answerProposalForm(fixture.app, actor, id, bodyOf(sent, version)))
  if (status === 303) return 'done'
  if (status === 404) return 'missing'
  const { problems = {} } = body as { problems?: Record<string, string> }
  return problems['form'] ?? 'lacking'
}

const START: Model = {
  state: 'draft',
  version: 1,
  log: [],
  share: '',
  name: '',
  deadlineAt: null,
  startOn: null,
  shown: false,
  told: null,
  weeks: [],
  inWork: false,
  now: NOW,
  vacancyOpen: true,
  verified: true,
  ownEmployer: false,
}

async function play(fixture: CaseworkFixture, steps: readonly Step[], reached: Set<string>): Promise<void> {
  const all = await players(fixture)
  let model = START
  let before = await held(fixture, all)
  for (const one of steps) {
    let refused = false
    if (one.kind === 'sends') {
      const sent = aimed(one, model)
      fixture.app.clock.now = model.now
      expect({ sent, said: await saidBy(fixture, all, sent, knownTo(model, sent.party).version) }).toEqual({
        sent,
        said: saidTo(model, sent),
      })
      const next = after(model, sent)
      refused = next === model
      model = next
    } else if (one.kind === 'waits') {
      const atWork = model.state === 'started' || model.state === 'followed'
      model = { ...model, now: model.now + (atWork ? WEEKS_AT_WORK * 7 : one.days) * DAY }
      if (one.closes) {
        while ((await closeDue(fixture.store, model.now)) > 0) continue
        model = afterSilence(model)
      }
    } else if (one.kind === 'fills') {
      await moveVacancy(fixture.store, all.own.employer, { id: all.job.id, move: 'fill' }, model.now)
      while ((await closeOfOverVacancies(fixture.store, model.now)) > 0) continue
      model = afterFilling(model)
    } else if (one.kind === 'night') {
      fixture.app.clock.now = model.now
      await employerIsTold(fixture)
      model = afterNight(model)
    } else {
      model = { ...model, [one.what]: !model[one.what] }
      await turn(fixture, all, model)
    }
    const now = await held(fixture, all)
    if (refused) expect(now).toEqual(before)
    expect(model).toMatchObject(asModel(now))
    before = now
    const seenBy = await Promise.all(PARTIES.map((party) => findOwnProposal(fixture.store, all.own[party], all.id)))
    expect(seenBy.map((row) => row !== null)).toEqual(PARTIES.map((party) => sees(model, { party, stranger: false })))
    reached.add(model.state)
  }
}

test(
  'whoever sends what and when, a proposal goes only where it may, is logged, and a refused form leaves nothing',
  { timeout: 240_000 },
  async () => {
    const fixture = await caseworkFixture()
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(history, (steps) => play(fixture, steps, reached)),
      { seed: 5, numRuns: 70 },
    )
    // Chance led far enough to mean something.
    expect(PROPOSAL_STATES.filter((state) => !reached.has(state))).toEqual([])
  },
)
