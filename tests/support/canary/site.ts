// A whole site over a data folder of its own, asked over HTTP: its log is kept, and every file that it writes can be read.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runDueJobs } from '#app/process/background-jobs.ts'
import { readConfig } from '#app/process/config.ts'
import { openLog } from '#app/process/log.ts'
import { openMetrics } from '#app/process/metrics.ts'
import { openOutageLog } from '#app/process/outage-log.ts'
import { loadKeys, prepareDataFolder } from '#app/process/preflight.ts'
import { openSite } from '#app/process/site.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { DatabaseLocation } from '#db/transfer/database-location.ts'
import { openEmbeddedIndex } from '#search/index/embedded/engine.ts'
import { NOW, testApp, type TestApp } from '../app.ts'
import { countedIds } from '../database.ts'
import { pagesFromModules } from '../inference/pages.ts'
import { serving, type Answer, type Sent } from '../inference/site.ts'
import { aFolder, siteEnv } from '../transfer/copies.ts'

export const METRICS_TOKEN = 'a-token-for-the-metrics'

export type CanarySite = {
  app: TestApp
  clock: { now: number }
  /** Where its data and its database lie, and the variables of its commands. */
  folder: string
  place: DatabaseLocation
  env: Record<string, string | undefined>
  log: string[]
  ask: (sent: Sent) => Promise<Answer>
  /** What the background does: every job that is due, and the indexes. */
  goOn: () => Promise<void>
}

export async function canarySite(): Promise<CanarySite> {
  const folder = aFolder()
  const place = { engine: 'sqlite', file: join(folder, 'tilts.sqlite') } as const
  const env = siteEnv(place, folder)
  const read = readConfig(env)
  if (!read.ok) throw new Error('The site of the canaries has no configuration')
  prepareDataFolder(read.config)
  loadKeys(read.config)
  const store = openSqlite(place.file, { newId: countedIds() })
  onTestFinished(() => store.close())
  const clock = { now: NOW }
  const now = () => clock.now
  const index = await openEmbeddedIndex(store, { now, folder: join(folder, 'search') })
  const log: string[] = []
  const app = await testApp({
    store,
    now,
    index,
    erasures: openErasureList(folder),
    metrics: openMetrics({ store, index, meilisearch: null }),
    metricsToken: METRICS_TOKEN,
    log: openOutageLog(openLog({ level: 'info', now, write: (line) => log.push(line) }), now),
  })
  const ask = await serving(openSite(app, await pagesFromModules(), () => false))
  const goOn = async () => {
    await runDueJobs(app, 'worker', () => false)
    await app.index.catchUp()
  }
  return { app, clock, folder, place, env, log, ask, goOn }
}

/** Every file below a folder: its path from there, and its bytes, one letter for each. */
export function filesIn(folder: string): { path: string; bytes: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path, 'latin1') }))
}
