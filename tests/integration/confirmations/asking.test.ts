// Asking an authority about one person and one vacancy: who may ask, who may answer, and how often.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Shareable } from '#app/domain/people/permissions.ts'
import { CONFIRMATION_DAYS, toldAfter } from '#app/domain/confirmations/telling.ts'
import { DAY_MS, dayOf, endOfDay } from '#app/domain/shared/day.ts'
import { OFFENCE_FAMILIES, plainStance, stancesOf, type OffenceFamily, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { answerConfirmation, endConfirmations, mergeConfirmations } from '#db/confirmations/answer.ts'
import { askConfirmation } from '#db/confirmations/ask.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { listTasks } from '#db/tasks/list.ts'
import { mayProposeNow } from '#db/confirmations/guard.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { confirmation, involvement, vacancyStance } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { accessLogOf, addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

const REFUSED: readonly OffenceFamily[] = ['property', 'fraud', 'robbery']
const OTHERS = OFFENCE_FAMILIES.filter((family) => !REFUSED.includes(family)).slice(0, 3)
const LATE = NOW + (CONFIRMATION_DAYS + 1) * DAY_MS

const refusing = (families: readonly OffenceFamily[]) =>
  stancesOf('case_by_case').map((row): StanceRow =>
    families.includes(row.family)
      ? { ...plainStance(row.family, 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' }
      : row,
  )

/** An organisation outside public authority leads; an authority supports, with the restricted part or without. */
async function together(shares: Shareable[] = ['record', 'situation']) {
  const ngo = await caseworkerFixture('ngo')
  const authority = await addCaseworker(ngo.app)
  const { store } = ngo.app
  const { id } = await aPersonOf(ngo)
  const { organisationId, membershipId: caseworkerId } = authority.actor
  const supports = { id: store.newId(), candidateId: id, organisationId, caseworkerId, role: 'supports', basis: 'law', since: NOW } as const
  await store.write((tx) => tx.insert(involvement).values({ ...supports, shares }))
  const vacancy = await aVacancyRow(store, { stances: refusing(REFUSED) })
  return { ngo, authority, store, id, vacancyId: vacancy.id }
}

async function asking() {
  const all = await together()
  const asked = await askConfirmation(all.store, all.ngo.actor, all.id, all.vacancyId, NOW)
  if (!asked?.ok) throw new Error('The question was not taken')
  return { ...all, questionId: asked.id }
}

test('only the authority that works with the person and reads the restricted part answers, once, and the reading is logged', async () => {
  const { ngo, authority, store, id, questionId } = await asking()
  const stranger = await addCaseworker(ngo.app)
  expect(await answerConfirmation(store, stranger.actor, questionId, 'may_be_proposed', NOW)).toBe(false)
  expect(await answerConfirmation(store, ngo.actor, questionId, 'may_be_proposed', NOW)).toBe(false)
  expect(await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)).toBe(true)
  expect(await answerConfirmation(store, authority.actor, questionId, 'choose_another', NOW)).toBe(false)
  const { membershipId } = authority.actor
  expect(await accessLogOf(store)).toEqual([{ candidateId: id, membershipId, subject: 'restricted_record', purpose: 'match' }])
})

test('an authority that no longer sees the restricted part does not answer', async () => {
  const { authority, store, questionId } = await asking()
  const { organisationId } = authority.actor
  await store.write((tx) => tx.update(involvement).set({ shares: [] }).where(eq(involvement.organisationId, organisationId)))
  expect(await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)).toBe(false)
})

test('a question that waits goes with the person to the authority that leads from then on', async () => {
  const authority = await caseworkerFixture()
  const { store, master } = authority.app
  const [ngo, next] = [await addCaseworker(authority.app, 'ngo'), await addCaseworker(authority.app)]
  const { id } = await aPersonOf(authority)
  const { organisationId, membershipId: caseworkerId } = ngo.actor
  const supports = { id: 'supports', candidateId: id, organisationId, caseworkerId, role: 'supports', basis: 'law', since: NOW } as const
  await store.write((tx) => tx.insert(involvement).values(supports))
  const vacancy = await aVacancyRow(store, { stances: refusing(REFUSED) })
  const question = await askConfirmation(store, ngo.actor, id, vacancy.id, NOW)
  const words = { basis: 'law', basisName: 'Izdomāts', said: 'Teicu.', note: '', shares: [] } as const
  const wanted = { kind: 'handover', toOrganisationId: next.actor.organisationId, ...words } as const
  const offered = await offerHandover(store, master, authority.actor, id, wanted, NOW)
  await acceptHandover(store, next.actor, offered?.ok ? offered.id : '', NOW)
  const questionId = question?.ok ? question.id : ''
  expect((await listTasks(store, master, next.actor, { show: 'open', whose: 'all' }, '', NOW)).rows).toMatchObject([
    { aboutId: questionId },
  ])
  expect(await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)).toBe(false)
  expect(await answerConfirmation(store, next.actor, questionId, 'may_be_proposed', NOW)).toBe(true)
})

test('a stranger and an authority do not ask', async () => {
  const { ngo, authority, store, id, vacancyId } = await together()
  const stranger = await addCaseworker(ngo.app, 'ngo')
  expect(await askConfirmation(store, stranger.actor, id, vacancyId, NOW)).toBeNull()
  expect(await askConfirmation(store, authority.actor, id, vacancyId, NOW)).toBeNull()
})

test.each([['identity'], ['record'], ['situation']] as const)(
  'an authority that reads of the restricted part no more than %s is not asked',
  async (share) => {
    const { ngo, store, id, vacancyId } = await together([share])
    expect(await askConfirmation(store, ngo.actor, id, vacancyId, NOW)).toEqual({ ok: false, problem: 'noAuthority' })
  },
)

test('of two colleagues who ask at once one is taken', async () => {
  const { ngo, store, id, vacancyId } = await together()
  const ask = () => askConfirmation(store, ngo.actor, id, vacancyId, NOW)
  const answers = await Promise.all([ask(), ask()])
  expect(answers.filter((asked) => asked?.ok)).toHaveLength(1)
  expect(answers).toContainEqual({ ok: false, problem: 'notTaken' })
})

test('the next question is taken once the answer was told, not when it was given', async () => {
  const { ngo, authority, store, id, questionId } = await asking()
  const other = await aVacancyRow(store, { stances: refusing(OTHERS) })
  await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)
  const ask = (now: number) => askConfirmation(store, ngo.actor, id, other.id, now)
  expect(await ask(toldAfter(NOW) - 1)).toEqual({ ok: false, problem: 'notTaken' })
  expect(await ask(toldAfter(NOW))).toMatchObject({ ok: true })
})

test('after the last day nobody answers any more, and the clock has said *choose another*', async () => {
  const { authority, store, questionId } = await asking()
  expect(await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', LATE)).toBe(false)
  expect(await endConfirmations(store, LATE)).toBe(1)
  const [row] = await store.read((db) => db.select().from(confirmation))
  const end = endOfDay(row?.dueOn ?? dayOf(NOW))
  expect(row).toMatchObject({ answer: 'choose_another', answeredBy: null, answeredAt: end, toldAt: toldAfter(end) })
})

test('once *may be proposed* was told the vacancy may be asked, by whoever asked, while it rules out nothing more', async () => {
  const { ngo, authority, store, id, vacancyId, questionId } = await asking()
  const other = await addCaseworker(ngo.app, 'ngo')
  await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)
  const told = toldAfter(NOW)
  const may = ({ actor: { organisationId } }: typeof ngo, now: number) =>
    store.read((db) => mayProposeNow(db, { organisationId, candidateId: id, vacancyId }, now))
  expect([await may(ngo, told - 1), await may(ngo, told), await may(other, told)]).toEqual([false, true, false])
  const further = { stance: 'not_for_this_job', reason: 'law', article: 'Izdomātais likums 1. pants' } as const
  await store.write((tx) =>
    tx
      .update(vacancyStance)
      .set(further)
      .where(eq(vacancyStance.family, OTHERS[0] ?? 'other')),
  )
  expect(await may(ngo, told)).toBe(false)
})

test('what was answered about a person goes when they are erased, and counts for the registration that stays when two are merged', async () => {
  const { ngo, authority, store, id, questionId } = await asking()
  const kept = await aPersonOf(ngo)
  await store.write((tx) => mergeConfirmations(tx, { kept: kept.id, other: id }, NOW))
  const [moved] = await store.read((db) => db.select().from(confirmation).where(eq(confirmation.id, questionId)))
  expect(moved).toMatchObject({ candidateId: kept.id, answer: 'choose_another' })
  expect(await answerConfirmation(store, authority.actor, questionId, 'may_be_proposed', NOW)).toBe(false)

  await beginErasure(store, ngo.actor, kept.id, NOW)
  await finishErasures(store, ngo.app.erasures, NOW)
  expect(await store.read((db) => db.select().from(confirmation))).toEqual([])
})
