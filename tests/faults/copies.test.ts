// A move, a backup and a restore are killed in the middle: what they were making is there whole or not at all, and the next one succeeds.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seedDemo } from '#db/seed/seed.ts'
import { checksumsOf } from '#db/transfer/copy.ts'
import type { DatabaseLocation } from '#db/transfer/database-location.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { attempt } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { aFolder, emptyPlace, inStore, isOnThisMachine, siteEnv, sitePlace } from '#tests/support/transfer/copies.ts'
import { until } from './support/bound.ts'
import { ROOT } from './support/process.ts'

const HAS_PROGRAMS = ['pg_dump', 'pg_restore', 'psql'].every(isOnThisMachine)
const LONGEST_MS = 60_000

type Ended = { code: number | null; signal: NodeJS.Signals | null; errors: string }

/** Runs a command, and kills it as soon as `moment` has come. */
async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, moment?: (errors: string) => boolean): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('app/commands', `${command}.ts`), ...args], { cwd: ROOT, env })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let errors = ''
  let ended: Ended | null = null
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.once('close', (code, signal) => {
    ended = { code, signal, errors }
  })
  if (moment) {
    await until(LONGEST_MS, `the moment to kill ${command}`, () => Promise.resolve(ended !== null || moment(errors) ? true : null))
    child.kill('SIGKILL')
  }
  return until(LONGEST_MS, `the end of ${command}`, () => Promise.resolve(ended))
}

async function seeded(place: DatabaseLocation): Promise<void> {
  await inStore(place, (store) => seedDemo(store, Buffer.alloc(32, 7), NOW))
}

function typed(place: DatabaseLocation): string {
  return place.engine === 'sqlite' ? `sqlite:${place.file}` : place.url
}

function named(folder: string, name: RegExp): string[] {
  return readdirSync(folder).filter((one) => name.test(one))
}

function envOf(place: DatabaseLocation, data: string): NodeJS.ProcessEnv {
  return siteEnv(place, data) as NodeJS.ProcessEnv
}

/** On a busy machine a command may have ended before the kill arrives: it is then run again. */
const MOST_RUNS = 10

/** Fails when no kill arrived in time. */
async function untilKilled(attempt: () => Promise<Ended>): Promise<void> {
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    if ((await attempt()).signal === 'SIGKILL') return
  }
  expect.fail(`No kill arrived in time in ${String(MOST_RUNS)} runs`)
}

describe.each(ENGINES)('on %s', (engine) => {
  test('a move that is killed before it is checked leaves the new database empty', async () => {
    const from = await emptyPlace('sqlite')
    await seeded(from)
    let to = from
    const args = () => ['--from', typed(from), '--to', typed(to)]

    await untilKilled(async () => {
      to = await emptyPlace(engine)
      return run('move', args(), process.env, (errors) => errors.includes('rows copied'))
    })

    const rows = (await checksumsOf(to)).reduce((sum, table) => sum + table.rows, 0)
    expect(rows).toBe(0)
    expect((await run('move', args(), process.env)).code).toBe(0)
    expect(await checksumsOf(to)).toEqual(await checksumsOf(from))
  })

  test.runIf(engine === 'sqlite' || HAS_PROGRAMS)('a backup that is killed leaves nothing under the name of a backup', async () => {
    const { place, data } = await sitePlace(engine)
    await seeded(place)
    let folder = ''

    await untilKilled(() => {
      folder = aFolder()
      return run('backup', [folder], envOf(place, data), () => named(folder, /\.part-/).length > 0)
    })

    expect(named(folder, /^tilts-/)).toEqual([])
    expect((await run('backup', [folder], envOf(place, data))).code).toBe(0)
    expect(named(folder, /^tilts-/)).toHaveLength(1)
  })

  test.runIf(engine === 'sqlite' || HAS_PROGRAMS)('a restore that is killed leaves the old state or the new one, whole', async () => {
    const [from, to] = [await sitePlace(engine), await sitePlace(engine)]
    await seeded(from.place)
    await inStore(to.place, (store) => store.write((tx) => tx.insert(attempt).values({ key: 'old', count: 1, windowEndsAt: 1 })))
    const [newState, oldState] = [await checksumsOf(from.place), await checksumsOf(to.place)]
    const folder = aFolder()
    expect((await run('backup', [folder], envOf(from.place, from.data))).code).toBe(0)
    const args = [join(folder, named(folder, /^tilts-/)[0] ?? ''), '--replace']

    for (const moment of [/\.part-/, /^tilts-before-restore/]) {
      await untilKilled(() => {
        const before = named(to.data, moment).length
        return run('restore', args, envOf(to.place, to.data), () => named(to.data, moment).length > before)
      })
      expect([oldState, newState]).toContainEqual(await checksumsOf(to.place))
    }

    expect((await run('restore', args, envOf(to.place, to.data))).code).toBe(0)
    expect(await checksumsOf(to.place)).toEqual(newState)
    expect(named(to.data, /^tilts-before-restore/).length).toBeGreaterThan(0)
  })
})
