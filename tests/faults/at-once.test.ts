// Two processes that want the same thing at the same moment: one has it, the other is told, and no rule is broken between them.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { countAttempt } from '#db/accounts/attempts.ts'
import { endMembership, listMembers } from '#db/accounts/members.ts'
import { createProposal } from '#db/proposals/ask.ts'
import { attempt, proposal, vacancy } from '#db/schema/index.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { countedIds } from '#tests/support/database.ts'
import { aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'
import { timed } from './support/bound.ts'
import { manyProposals, moveOn } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aDatabase, storeAt } from './support/database.ts'
import { startWorker, work } from './support/process.ts'

const ROUNDS = 50

describe.each(ENGINES)('on %s', (engine) => {
  test('the person says yes while the caseworker writes down no, fifty times: one of them is told that it came too late', async () => {
    const where = await aDatabase(engine)
    const now = Date.now()
    const store = await storeAt(where, countedIds())
    const { actor, jobs } = await manyProposals(store, now, 2 * ROUNDS)
    const drafts = jobs.map((job, nth) => ({ ...job, candidateId: `person-${nth}` })).filter(({ state }) => state === 'draft')
    for (const draft of drafts) await moveOn(store, actor, draft, now)
    const caseworker = startWorker({ where, task: { name: 'race', actor, answer: 'no' } })
    const persons = startWorker({ where, task: { name: 'race', actor, answer: 'yes' } })
    await Promise.all([caseworker.next(), persons.next()])
    const answers: string[] = []
    for (const { id } of drafts) {
      caseworker.say(`${id} 2`)
      persons.say(`${id} 2`)
      answers.push((await Promise.all([caseworker.next(), persons.next()])).join(' / '))
    }
    const fair = ['declined_by_candidate / stale', 'stale / consented']
    expect(answers).toHaveLength(ROUNDS)
    expect(answers.filter((answer) => !fair.includes(answer))).toEqual([])
    expect(await inconsistencies(store)).toEqual([])
    caseworker.say('enough')
    persons.say('enough')
    expect([(await caseworker.ended).code, (await persons.ended).code]).toEqual([0, 0])
  })

  test('tries that two nodes count at the same moment are all counted', async () => {
    const where = await aDatabase(engine)
    const store = await storeAt(where)
    const limit = { tries: 150, windowMs: 600_000 }
    const task = { name: 'count', key: 'somebody', times: 100, limit } as const
    const { ms } = await timed(Promise.all([work({ where, task }), work({ where, task })]))
    const [row] = await store.read((db) => db.select().from(attempt).where(eq(attempt.key, 'somebody')))
    expect(row?.count).toBe(200)
    expect(await countAttempt(store, 'somebody', limit, Date.now())).toBeGreaterThan(0)
    expect(ms).toBeLessThan(30_000)
  })

  test('a person is proposed for one vacancy through two nodes: one proposal', async () => {
    const where = await aDatabase(engine)
    const now = Date.now()
    const nodes = [await storeAt(where, countedIds()), await storeAt(where)]
    const [first] = nodes
    if (!first) throw new Error('No node')
    const { actor } = await manyProposals(first, now, 20)
    // Of another employer: at theirs each of them has a proposal that goes on.
    const free = await aVacancyRow(first, { id: 'free', employerId: (await anEmployer(first)).id, expiresAt: now + 1000 })
    const persons = Array.from({ length: 20 }, (_, nth) => `person-${nth}`)
    const answers = await Promise.all(
      persons.map((person) => Promise.all(nodes.map((node) => createProposal(node, actor, person, free.id, now)))),
    )
    const told = answers.map((both) => both.map((moved) => (moved?.ok ? 'made' : (moved?.problem ?? 'missing'))).sort())
    expect(told.filter((both) => both.join() !== 'alreadyAsked,made')).toEqual([])
    expect(await first.read((db) => db.select().from(proposal).where(eq(proposal.vacancyId, free.id)))).toHaveLength(20)
  })

  test('two colleagues send each other away at the same moment: one of them stays', async () => {
    const where = await aDatabase(engine)
    const now = Date.now()
    const store = await storeAt(where, countedIds())
    const other = await storeAt(where)
    const offices = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const of = { role: 'caseworker' as const, organisationId: (await anOrganisation(store)).id }
        return { of, one: (await aMember(store, of)).membershipId, two: (await aMember(store, of)).membershipId }
      }),
    )
    const left = await Promise.all(
      offices.map(async ({ of, one, two }) => {
        await Promise.all([
          endMembership(store, of, { membershipId: two, by: one }, now),
          endMembership(other, of, { membershipId: one, by: two }, now),
        ])
        return (await listMembers(store, of)).length
      }),
    )
    expect(left).toEqual(offices.map(() => 1))
  })

  test('a rule over two rows holds when two nodes each change the one the other has read, and both are done in time', async () => {
    const where = await aDatabase(engine)
    const nodes = [await storeAt(where, countedIds()), await storeAt(where)]
    const [first] = nodes
    if (!first) throw new Error('No node')
    const pairs = await Promise.all(
      Array.from({ length: 10 }, async () => [(await aVacancyRow(first)).id, (await aVacancyRow(first)).id] as const),
    )
    /** One of the two must stay published. */
    const close = (node: typeof first, own: string, kept: string) =>
      node.write(async (tx) => {
        const [row] = await tx.select({ state: vacancy.state }).from(vacancy).where(eq(vacancy.id, kept))
        if (row?.state !== 'published') return false
        await tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, own))
        return true
      })
    const { ms, result } = await timed(
      Promise.all(
        pairs.map(async ([one, two]) => Promise.all(nodes.map((node, nth) => (nth === 0 ? close(node, one, two) : close(node, two, one))))),
      ),
    )
    const closed = result.status === 'fulfilled' ? result.value.map((both) => both.filter(Boolean).length) : String(result.reason)
    expect(closed).toEqual(pairs.map(() => 1))
    expect(ms).toBeLessThan(10_000)
  })

  test('an error that a change swallows inside its transaction is never taken for a success', async () => {
    const store = await storeAt(await aDatabase(engine))
    const row = { key: 'twice', count: 1, windowEndsAt: 1 }
    const answer = await store
      .write(async (tx) => {
        await tx.insert(attempt).values(row)
        await tx
          .insert(attempt)
          .values(row)
          .catch(() => undefined)
        return 'done'
      })
      .catch(() => 'refused')
    const kept = (await store.read((db) => db.select().from(attempt))).length
    expect([answer, kept]).toEqual(answer === 'done' ? ['done', 1] : ['refused', 0])
  })
})
