// One of two web processes is killed in the middle of two hundred forms: nothing of it is half done, and the other goes on.
import { expect, test } from 'vitest'
import { countedIds } from '#tests/support/database.ts'
import { listJobs, NEXT } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aSignedInCaseworker, aSite, press } from './support/signed-in-caseworker.ts'
import { aDatabase, storeAt } from './support/database.ts'

test('two hundred proposals are moved through two sites at once and one site is killed: each is moved once, none is lost', async () => {
  const where = await aDatabase('postgres')
  if (where.engine !== 'postgres') throw new Error('Not a server')
  const store = await storeAt(where, countedIds())
  const now = Date.now()
  const { jobs, cookie } = await aSignedInCaseworker(store, now)
  const doomed = aSite(where.url)
  const other = aSite(where.url)
  const addresses = [await doomed.address, await other.address]

  let answered = 0
  const answers = await Promise.all(
    jobs.map(async (job, nth) => {
      // Every two neighbours, one to be asked and one to start, at the same site.
      const status = await press(addresses[(nth >> 1) % 2] ?? '', cookie, job, now)
      if (status === 303) answered += 1
      if (answered === 60) doomed.signal('SIGKILL')
      return { job, status }
    }),
  )
  await doomed.ended
  const count = (status: number | null) => answers.filter((answer) => answer.status === status).length
  // 503: more at once than there are connections, which a busy machine may come to.
  expect(count(303) + count(503) + count(null)).toBe(jobs.length)
  expect(count(303)).toBeGreaterThanOrEqual(60)
  expect(count(null)).toBeGreaterThan(0)

  expect(await inconsistencies(store)).toEqual([])
  const after = new Map((await listJobs(store)).map(({ id, state }) => [id, state]))
  expect(answers.filter(({ job, status }) => status === 303 && after.get(job.id) !== NEXT[job.state])).toEqual([])

  // They press again, on the site that is left: what was done unheard of is told, the rest is done now.
  const left = answers.filter(({ status }) => status !== 303)
  const undone = left.filter(({ job }) => after.get(job.id) === job.state).length
  const again: (number | null)[] = []
  for (const { job } of left) again.push(await press(addresses[1] ?? '', cookie, job, now))
  expect(again.filter((status) => status === 303)).toHaveLength(undone)
  expect(again.filter((status) => status === 422)).toHaveLength(left.length - undone)
  expect(await inconsistencies(store)).toEqual([])
  const last = new Map((await listJobs(store)).map(({ id, state }) => [id, state]))
  expect(jobs.filter(({ id, state }) => last.get(id) !== NEXT[state])).toEqual([])
})
