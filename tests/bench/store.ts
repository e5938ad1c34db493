// The store under a country's rows, in one run: SQLite, PostgreSQL with one node and with two; what it costs over SQL by hand; whether lists stay flat.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { administer, databaseUrl, startPostgres } from '#tests/support/postgres/postgres-server.ts'
import { fillPostgres, fillSqlite } from './store/load.ts'
import { JOBS } from './store/jobs.ts'
import { measure, measureNews } from './store/engine.ts'
import { measureFlatness } from './store/flat.ts'
import { overheadOn } from './store/overhead.ts'
import { PEOPLE_AND_PROPOSALS } from './store/people.ts'
import { PEOPLE, PROPOSALS, VACANCIES } from './store/scale.ts'
import { startNode } from './store/nodes.ts'
import { timed } from './timing.ts'

const DATABASE = 'tilts_bench'
const started = performance.now()
function say(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
}

const seconds = (ms: number) => Math.round(ms / 100) / 10

export async function benchStore(folder: string): Promise<Record<string, unknown>> {
  const template = join(folder, 'template.sqlite')
  const filled = await timed(() => fillSqlite(template, [...JOBS, ...PEOPLE_AND_PROPOSALS]))
  say(`${String(filled.result)} rows in SQLite`)
  const file = join(folder, 'tilts.sqlite')
  copyFileSync(template, file)
  // As a country would run it: every commit waits for the disk.
  const server = await startPostgres({ durable: true })
  try {
    const url = databaseUrl(server.url, DATABASE)
    await administer(server.url, `CREATE DATABASE ${DATABASE}`)
    const copied = await timed(() =>
      fillPostgres(url, template, (name, rows) => {
        if (rows > 0) say(`PostgreSQL: ${name} ${String(rows)}`)
      }),
    )
    const sqlite = { engine: 'sqlite', file } as const
    const postgres = { engine: 'postgres', url } as const

    const overhead = { sqlite: await overheadOn(sqlite), postgres: await overheadOn(postgres) }
    say('overhead measured')
    const one = await startNode(sqlite)
    const onSqlite = await measure('sqlite', [one], 0, say)
    await one.obey({ close: true })
    const first = await startNode(postgres)
    const onOne = await measure('postgres, 1 node', [first], 0, say)
    const second = await startNode(postgres)
    const onTwo = await measure('postgres, 2 nodes', [first, second], 1, say)
    const news = await measureNews(first, second)
    say('news measured')
    await Promise.all([first, second].map((node) => node.obey({ close: true })))
    const flatness = await measureFlatness(folder, server.url, say)
    return {
      rows: { all: filled.result, vacancies: VACANCIES, people: PEOPLE, proposals: PROPOSALS },
      loadSeconds: { sqlite: seconds(filled.ms), postgres: seconds(copied.ms) },
      sqlite: onSqlite,
      postgres1: onOne,
      postgres2: onTwo,
      overhead,
      news,
      flatness,
    }
  } finally {
    await server.stop()
  }
}
