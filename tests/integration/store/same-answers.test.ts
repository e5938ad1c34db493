// Queries that Tilts relies on give the same answers on SQLite and on PostgreSQL.
import { and, asc, count, eq, gt, like, lt, max, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { attempt, candidate, change, organisation, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from '#tests/support/rows.ts'

const violation = async (work: Promise<unknown>) =>
  violationOf(
    await work.then(
      () => null,
      (error: unknown) => error,
    ),
  )

async function keysInOrder(store: Store, keys: string[]): Promise<string[]> {
  await store.write((tx) => tx.insert(attempt).values(keys.map((key) => ({ key, count: 1, windowEndsAt: 1 }))))
  return (await store.read((db) => db.select({ key: attempt.key }).from(attempt).orderBy(asc(attempt.key)))).map(({ key }) => key)
}

describe('text', () => {
  test('stands in the order of its code points, whatever language the server speaks', async () => {
    const store = await testStore()
    expect(await keysInOrder(store, ['ž', 'a', 'Z', 'Ā', 'z', '1', 'ё', 'A', '🙂', 'č', '', 'ab', 'a b'])).toEqual([
      '',
      '1',
      'A',
      'Z',
      'a',
      'a b',
      'ab',
      'z',
      'Ā',
      'č',
      'ž',
      'ё',
      '🙂',
    ])
  })

  test('is the same only when it is the same letter by letter', async () => {
    const store = await testStore()
    await keysInOrder(store, ['Liepāja', 'liepaja', 'Liepaja'])
    const met = async (key: string) => (await store.read((db) => db.select().from(attempt).where(eq(attempt.key, key)))).length
    expect([await met('Liepāja'), await met('liepāja'), await met('Liepaja ')]).toEqual([1, 0, 0])
    expect(
      await store.read((db) =>
        db
          .select()
          .from(attempt)
          .where(and(gt(attempt.key, 'Liepaja'), lt(attempt.key, 'liepaja'))),
      ),
    ).toHaveLength(1)
  })

  test('that was folded is found by a part of it', async () => {
    const store = await testStore()
    await keysInOrder(store, ['kurzemes maiznica', 'ventspils maiznica', 'liepajas osta'])
    expect(await store.read((db) => db.select().from(attempt).where(like(attempt.key, '%maizn%')))).toHaveLength(2)
  })

  test('with every kind of letter comes back as it was', async () => {
    const store = await testStore()
    const name = 'Ķīšezera \'šuvēja\' "Ёлка" 🙂\u202e\n\\ % _ ;--'
    const { id } = await anOrganisation(store, { name })
    const found = await store.read((db) => db.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, id)))
    expect(found).toEqual([{ name }])
  })
})

describe('a value', () => {
  test('of a moment, a number, a truth or a list comes back as it was', async () => {
    const store = await testStore()
    const latest = 8_640_000_000_000_000
    const row = { lat: 56.511_234_567_89, lon: -0.1, remote: true, payFromCents: 1, payToCents: 2_000_000_000_000, expiresAt: latest }
    const { id } = await aVacancyRow(store, { ...row, shifts: ['night', 'day'], hoursPerWeek: null })
    const [found] = await store.read((db) => db.select().from(vacancy).where(eq(vacancy.id, id)))
    expect(found).toMatchObject({ ...row, shifts: ['night', 'day'], hoursPerWeek: null })
    expect(await store.read((db) => db.select({ id: vacancy.id }).from(vacancy).where(eq(vacancy.remote, true)))).toEqual([{ id }])
    expect(await store.read((db) => db.select({ id: vacancy.id }).from(vacancy).where(eq(vacancy.remote, false)))).toEqual([])
  })

  test('with named parts keeps them in the order in which they were written', async () => {
    const store = await testStore()
    const { id: organisationId } = await anOrganisation(store)
    const { membershipId: caseworkerId } = await aMember(store, { role: 'caseworker', organisationId })
    const { id } = await aCandidate(store, { organisationId, caseworkerId })
    const [before] = await store.read((db) => db.select().from(candidate).where(eq(candidate.id, id)))
    const backwards = Object.fromEntries(Object.entries(before?.profile ?? {}).reverse()) as typeof candidate.$inferSelect.profile
    await store.write((tx) => tx.update(candidate).set({ profile: backwards }).where(eq(candidate.id, id)))
    const [after] = await store.read((db) => db.select().from(candidate).where(eq(candidate.id, id)))
    expect(Object.keys(after?.profile ?? {})).toEqual(Object.keys(before?.profile ?? {}).reverse())
  })

  test('that is counted or is the greatest is a number, and nothing where there is nothing', async () => {
    const store = await testStore()
    expect(await store.read((db) => db.select({ rows: count(), last: max(change.seq) }).from(change))).toEqual([{ rows: 0, last: null }])
    await aVacancyRow(store)
    expect(await store.read((db) => db.select({ rows: count(), last: max(change.seq) }).from(change))).toEqual([{ rows: 1, last: 1 }])
  })
})

describe('a write', () => {
  test('that finds its row replaces it, and tells what stands there now', async () => {
    const store = await testStore()
    const put = async (tries: number) =>
      store.write((tx) =>
        tx
          .insert(attempt)
          .values({ key: 'k', count: tries, windowEndsAt: 1 })
          .onConflictDoUpdate({ target: conflictOn(attempt.key), set: { count: sql`${attempt.count} + ${tries}` } })
          .returning(),
      )
    expect(await put(2)).toEqual([{ key: 'k', count: 2, windowEndsAt: 1 }])
    expect(await put(3)).toEqual([{ key: 'k', count: 5, windowEndsAt: 1 }])
  })

  test('that meets no row tells of none', async () => {
    const store = await testStore()
    expect(await store.write((tx) => tx.update(attempt).set({ count: 2 }).where(eq(attempt.key, 'nobody')).returning())).toEqual([])
    expect(await store.write((tx) => tx.delete(attempt).where(eq(attempt.key, 'nobody')).returning())).toEqual([])
  })

  test('of the same thing twice is refused by the name of the rule', async () => {
    const store = await testStore()
    await anEmployer(store, { registrationNo: '40000000001' })
    expect(await violation(anEmployer(store, { registrationNo: '40000000001' }))).toEqual({
      kind: 'unique',
      constraint: 'employer_registration_no_unique',
    })
  })

  test('of a second live proposal for the same person and vacancy is refused by the name of the rule', async () => {
    const store = await testStore()
    const { id: organisationId } = await anOrganisation(store)
    const { membershipId: caseworkerId } = await aMember(store, { role: 'caseworker', organisationId })
    const { id: candidateId } = await aCandidate(store, { organisationId, caseworkerId })
    const { id: vacancyId } = await aVacancyRow(store)
    await aProposal(store, { vacancyId, candidateId, organisationId, state: 'draft' })
    expect(await violation(aProposal(store, { vacancyId, candidateId, organisationId, state: 'draft' }))).toEqual({
      kind: 'unique',
      constraint: 'proposal_live_unique',
    })
  })

  test('that breaks a rule of the table is refused by its name', async () => {
    const store = await testStore()
    expect(await violation(aVacancyRow(store, { positions: 0 }))).toEqual({ kind: 'check', constraint: 'vacancy_positions_check' })
    expect(await violation(aMember(store, { role: 'coordinator' }, { email: 'Upper@example.test' }))).toEqual({
      kind: 'check',
      constraint: 'account_email_check',
    })
  })

  test('that points at nobody is refused', async () => {
    const store = await testStore()
    expect((await violation(aMember(store, { role: 'employer', employerId: 'nobody' })))?.kind).toBe('foreign_key')
  })

  test('of a state that cannot follow, or over what only grows, is refused by the guard', async () => {
    const store = await testStore()
    const { id: organisationId } = await anOrganisation(store)
    const { membershipId: caseworkerId } = await aMember(store, { role: 'caseworker', organisationId })
    const { id: candidateId } = await aCandidate(store, { organisationId, caseworkerId })
    const { id: vacancyId } = await aVacancyRow(store)
    const { id: proposalId } = await aProposal(store, { vacancyId, candidateId, organisationId, state: 'draft' })
    const moved = store.write((tx) => tx.update(proposal).set({ state: 'consented' }).where(eq(proposal.id, proposalId)))
    expect(await violation(moved)).toEqual({ kind: 'trigger', constraint: 'proposal_state_moves' })
    const event = { id: 'e', proposalId, step: 1, from: 'draft' as const, to: 'asked' as const, party: 'caseworker' as const, at: NOW }
    await store.write((tx) => tx.insert(proposalEvent).values(event))
    const undone = store.write((tx) => tx.delete(proposalEvent).where(eq(proposalEvent.id, 'e')))
    expect(await violation(undone)).toEqual({ kind: 'trigger', constraint: 'append_only' })
  })
})
