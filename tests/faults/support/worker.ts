// A process of its own that opens a database, does one named piece of work, tells each step in a line, and can be told where to die.
import { createInterface } from 'node:readline'
import { countAttempt } from '#db/accounts/attempts.ts'
import { randomId } from '#db/store/ids.ts'
import type { Store } from '#db/store/store.ts'
import { moveOn } from './many-proposals.ts'
import { openAt } from './database.ts'
import type { WorkerTask } from './process.ts'
import { answerWhenTold } from './racing.ts'
import type { Look } from './shared/steps.ts'

const { where, task, dieAtReport = 0, dieAtId = 0 } = JSON.parse(process.argv[2] ?? '') as WorkerTask
let reports = 0
let ids = 0

/** As a power cut: nothing is finished, nothing is cleaned up. */
function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** Written before it returns: what was told was done. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
  reports += 1
  if (reports === dieAtReport) die()
}

/** Ids are asked for inside transactions: dying there is dying in the middle of one. */
function newId(): string {
  ids += 1
  if (ids === dieAtId) die()
  return randomId()
}

const hears = createInterface({ input: process.stdin })

async function work(store: Store): Promise<void> {
  const now = Date.now()
  switch (task.name) {
    case 'move':
      await Promise.all(
        task.jobs.map(async (job) => {
          const moved = await moveOn(store, task.actor, job, now)
          say(moved?.ok ? `${job.id} ${moved.proposal.state}` : `${job.id} ${moved?.problem ?? 'missing'}`)
        }),
      )
      return
    // Read only where they are needed: a process of these tests should be there soon.
    case 'import': {
      const { importRecords } = await import('#db/import/nva/write.ts')
      const { makeRecords } = await import('#tests/support/import/nva-records.ts')
      await importRecords(store, makeRecords(task.records), {
        now: task.now,
        onProgress: (done) => {
          say(String(done))
        },
      })
      return
    }
    case 'follow': {
      const { openEmbeddedIndex } = await import('#search/index/embedded/engine.ts')
      const { openMatchBoard } = await import('#search/match/board.ts')
      const board = openMatchBoard(store)
      const index = await openEmbeddedIndex(store, { now: () => task.now, folder: task.folder ?? ':memory:' })
      for (;;) {
        const open = await board.openVacancies(task.now)
        await index.catchUp()
        say(String(open.length))
      }
    }
    case 'count':
      await Promise.all(Array.from({ length: task.times }, () => countAttempt(store, task.key, task.limit, now)))
      say('counted')
      return
    case 'race':
      say('ready')
      for await (const line of hears) {
        if (line === 'enough') return
        say(await answerWhenTold(store, task, line, now))
      }
      return
    case 'share': {
      const { look } = await import('./shared/steps.ts')
      let press: (() => Promise<unknown>) | null = null
      say('ready')
      for await (const line of hears) {
        if (line === 'enough') return
        if (press) {
          say(JSON.stringify(await press()))
          press = null
        } else {
          press = await look(store, task, JSON.parse(line) as Look)
          say('seen')
        }
      }
      return
    }
    case 'open':
      say('open')
  }
}

const store = await openAt(where, newId)
await work(store)
await store.close()
hears.close()
process.stdin.destroy()
