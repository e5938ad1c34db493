// A process dies in the middle of two hundred moves: what it had said is there, what it had not said is whole or not there at all.
import { describe, expect, test } from 'vitest'
import { ENGINES } from '#db/store/migrations.ts'
import { countedIds } from '#tests/support/database.ts'
import { manyProposals, listJobs, moveOn, NEXT, type Job } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aDatabase, storeAt } from './support/database.ts'
import { startWorker } from './support/process.ts'

const byId = (jobs: readonly Job[]) => new Map(jobs.map((job) => [job.id, job]))

describe.each(ENGINES)('on %s', (engine) => {
  test.each([
    ['between two answers', { dieAtReport: 60 }],
    // A move asks for one or two ids: this is between the change of a proposal and the line in its log.
    ['inside a move', { dieAtId: 90 }],
  ])('a process is killed %s: every proposal stands where its log leads, and the rest is moved by another', async (_when, dying) => {
    const where = await aDatabase(engine)
    const now = Date.now()
    const store = await storeAt(where, countedIds())
    const { actor, jobs } = await manyProposals(store, now)
    const { signal, lines } = await startWorker({ where, task: { name: 'move', actor, jobs }, ...dying }).ended
    expect(signal).toBe('SIGKILL')

    expect(await inconsistencies(store)).toEqual([])
    const after = byId(await listJobs(store))
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => line !== `${line.split(' ')[0] ?? ''} ${after.get(line.split(' ')[0] ?? '')?.state ?? ''}`)).toEqual([])
    const left = jobs.filter(({ id, version }) => after.get(id)?.version === version)
    expect(left.length).toBeGreaterThan(20)

    // Everybody presses again: who was moved already is told so.
    const again = await Promise.all(jobs.map((job) => moveOn(store, actor, job, now)))
    expect(again.filter((moved) => moved?.ok).length).toBe(left.length)
    expect(await inconsistencies(store)).toEqual([])
    const last = byId(await listJobs(store))
    expect(jobs.filter(({ id, state }) => last.get(id)?.state !== NEXT[state])).toEqual([])
  })
})
