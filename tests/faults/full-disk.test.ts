// The disk of a SQLite database is full: whoever writes is told so, nothing is broken, and with room again all goes on.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { attempt } from '#db/schema/index.ts'
import { isStoreUnavailable, type Store } from '#db/store/store.ts'
import { countedIds } from '#tests/support/database.ts'
import { manyProposals, listJobs, moveOn, type Job } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aFolder, aDatabase, storeAt } from './support/database.ts'

/** @returns why not, when it cannot be mounted here. */
function mountSmall(folder: string, megabytes: number): string | null {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error)
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
  })
  return null
}

type Proposals = Awaited<ReturnType<typeof manyProposals>>

/** @returns what each job was told: the state it came to, or the store's own word. */
async function moveAll(store: Store, { actor }: Proposals, jobs: readonly Job[], now: number): Promise<string[]> {
  return Promise.all(
    jobs.map((job) =>
      moveOn(store, actor, job, now).then(
        (moved) => (moved?.ok ? moved.proposal.state : (moved?.problem ?? 'missing')),
        (error: unknown) => (isStoreUnavailable(error) ? error.code : String(error)),
      ),
    ),
  )
}

/** Writes until nothing more fits. */
async function fill(store: Store): Promise<void> {
  for (let nth = 0; nth < 100_000; nth += 1) {
    const row = { key: `${nth} ${'x'.repeat(2000)}`, count: 1, windowEndsAt: 1 }
    const error = await store.write((tx) => tx.insert(attempt).values(row)).catch((failed: unknown) => failed)
    if (isStoreUnavailable(error)) {
      expect(error.code).toBe('full')
      return
    }
  }
  throw new Error('The disk never became full')
}

function isSound(file: string): string {
  const connection = new Database(file, { readonly: true })
  try {
    const broken = connection.pragma('foreign_key_check') as unknown[]
    return `${String(connection.pragma('integrity_check', { simple: true }))}, ${broken.length} without a parent`
  } finally {
    connection.close()
  }
}

async function survives(file: string, store: Store, makeFull: () => Promise<void>, makeRoom: () => Promise<void>): Promise<void> {
  const now = Date.now()
  const proposals = await manyProposals(store, now)
  await makeFull()
  const answers = await moveAll(store, proposals, proposals.jobs, now)
  expect(answers).toContain('full')
  expect(answers.filter((answer) => !['full', 'asked', 'started'].includes(answer))).toEqual([])
  // What was not written is not there, what is there can be read.
  expect(isSound(file)).toBe('ok, 0 without a parent')
  const after = new Map((await listJobs(store)).map((job) => [job.id, job]))
  expect(proposals.jobs.filter(({ id, version }, nth) => (after.get(id)?.version === version) !== (answers[nth] === 'full'))).toEqual([])

  await makeRoom()
  const left = proposals.jobs.filter((_, nth) => answers[nth] === 'full')
  expect(new Set(await moveAll(store, proposals, left, now))).toEqual(new Set(['asked', 'started']))
  expect(await inconsistencies(store)).toEqual([])
  expect(isSound(file)).toBe('ok, 0 without a parent')
}

test('a small disk is full when two hundred people are to be moved on', async ({ skip }) => {
  const folder = join(aFolder(), 'disk')
  const problem = mountSmall(folder, 8)
  skip(problem !== null, `A small disk cannot be mounted here, which takes root: ${problem ?? ''}`)
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(2 ** 21, 1))
  const file = join(folder, 'tilts.sqlite')
  const store = await storeAt({ engine: 'sqlite', file }, countedIds())
  await survives(
    file,
    store,
    () => fill(store),
    () => {
      rmSync(ballast)
      return Promise.resolve()
    },
  )
})

test('a database that may grow no further refuses the moves of two hundred people, and takes them when it may', async () => {
  const where = await aDatabase('sqlite')
  if (where.engine !== 'sqlite') throw new Error('Not a file')
  const store = await storeAt(where, countedIds())
  // Of the connection that writes: as a disk of that size.
  const mayGrowTo = async (pages: number) => {
    await store.write((tx) => tx.all(sql.raw(`pragma max_page_count = ${pages}`)))
  }
  await survives(
    where.file,
    store,
    () => mayGrowTo(1),
    () => mayGrowTo(1_000_000),
  )
})
