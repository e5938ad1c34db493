// Backups of the configured database: made while the site runs, verified, and there whole or not at all.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupCommand } from '#app/commands/backup.ts'
import { restoreCommand } from '#app/commands/restore.ts'
import { attempt } from '#db/schema/index.ts'
import { backupSqlite } from '#db/transfer/backup-sqlite.ts'
import type { DatabaseLocation } from '#db/transfer/database-location.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { aFolder, inStore, isOnThisMachine, openIn, sitePlace, siteEnv, spoken, sqlIn } from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { anEmployer } from '#tests/support/rows.ts'

const HAS_PROGRAMS = ENGINE === 'sqlite' || ['pg_dump', 'pg_restore', 'psql'].every(isOnThisMachine)
const ENDING = ENGINE === 'sqlite' ? 'sqlite' : 'dump'

async function aSite() {
  const { place, data } = await sitePlace(ENGINE)
  await inStore(place, (store) => anEmployer(store))
  const folder = join(aFolder(), 'backups')
  return { place, data, folder, env: siteEnv(place, data) }
}

/** Two rows in one change, again and again until it is stopped. */
function writePairs(store: Store): { stop: () => Promise<number> } {
  let [pairs, stopped] = [0, false]
  const writing = (async () => {
    while (!stopped) {
      const pair = ['a', 'b'].map((half) => ({ key: `${String(pairs)}${half}`, count: 1, windowEndsAt: 1 }))
      await store.write((tx) => tx.insert(attempt).values(pair))
      pairs += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  return {
    stop: async () => {
      stopped = true
      await writing
      return pairs
    },
  }
}

/** A program of PostgreSQL that does what a test wants, before the real ones. */
function pretend(program: string, script: string): { PATH: string } {
  const folder = aFolder()
  const file = join(folder, program)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
}

test.runIf(!HAS_PROGRAMS)('without the programs of PostgreSQL an operator is told what to install', async () => {
  const { env, folder } = await aSite()
  const said = await spoken(backupCommand, [folder], { env })
  expect(said).toMatchObject({
    code: 1,
    progress: [expect.stringContaining('is not on this machine: install the package postgresql-client')],
  })
})

describe.runIf(HAS_PROGRAMS)('a backup', () => {
  test('is one file for its owner alone, named by its moment, and says what is in it and what is not', async () => {
    const { env, folder } = await aSite()
    const said = await spoken(backupCommand, [folder, '--json'], { env, now: () => NOW })
    expect(said.code).toBe(0)
    expect(readdirSync(folder)).toEqual([`tilts-20261123-070000.${ENDING}`])
    const file = join(folder, `tilts-20261123-070000.${ENDING}`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(said.out).toContainEqual(expect.stringMatching(/^employer +1$/))
    expect(said.out.join('\n')).toContain('The key (TILTS_KEY, or keys/ in the data folder of a demo) is not in it')
    expect(JSON.parse(said.out.at(-1) ?? '')).toMatchObject({ file, at: NOW })
  })

  test('of the same second never takes the place of another', async () => {
    const { env, folder } = await aSite()
    for (const _ of [1, 2]) expect((await spoken(backupCommand, [folder], { env, now: () => NOW })).code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual([`tilts-20261123-070000-2.${ENDING}`, `tilts-20261123-070000.${ENDING}`].sort())
  })

  test('while people write holds each of their changes whole or not at all', async () => {
    const { place, env, folder } = await aSite()
    const site = await openIn(place)
    const writing = writePairs(site)
    const said = await spoken(backupCommand, [folder], { env })
    const pairs = await writing.stop()
    await site.close()
    expect(said).toMatchObject({ code: 0 })

    const second = await sitePlace(ENGINE)
    const file = join(folder, readdirSync(folder)[0] ?? '')
    expect((await spoken(restoreCommand, [file], { env: siteEnv(second.place, second.data) })).code).toBe(0)
    const rows = await inStore(second.place, (store) => store.read((db) => db.select().from(attempt)))
    const halves = (half: string) => rows.filter(({ key }) => key.endsWith(half)).length
    expect(halves('a')).toBe(halves('b'))
    expect(halves('a')).toBeLessThanOrEqual(pairs)
  })

  test('that cannot be kept says so, and nothing is left', async () => {
    const { env, folder } = await aSite()
    writeFileSync(folder, 'a file stands here')
    const said = await spoken(backupCommand, [folder], { env })
    expect(said.code).toBe(1)
    expect(said.progress.at(-1)).toContain(folder)
  })

  test.each([[[]], [['--what']], [['a', 'b']]])('asked for as %j is answered with how to ask', async (args) => {
    expect(await spoken(backupCommand, args)).toMatchObject({ code: 2, progress: ['Usage: npm run backup -- DIR [--json]'] })
  })

  test('of another program’s database is refused', async () => {
    const { place, env, folder } = await aSite()
    await sqlIn(place, 'drop table __drizzle_migrations')
    const said = await spoken(backupCommand, [folder], { env })
    expect(said).toMatchObject({ code: 1, progress: [expect.stringContaining('is not a database of Tilts')] })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe.runIf(ENGINE === 'sqlite')('on SQLite', () => {
  test('there is nothing to back up before the first start', async () => {
    const { place, data } = await sitePlace('sqlite')
    const said = await spoken(backupCommand, [aFolder()], { env: siteEnv(place, data) })
    expect(said).toMatchObject({ code: 1, progress: [expect.stringContaining('There is no database at')] })
  })

  test('a database with a broken page is not taken for a backup', async () => {
    const { place, env, folder } = await aSite()
    damagePages(place)
    const said = await spoken(backupCommand, [folder], { env })
    expect(said.code).toBe(1)
    expect(said.progress.at(-1)).toMatch(/damaged/)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a backup is a file of its own, without a log beside it', async () => {
    const { place, folder } = await aSite()
    mkdirSync(folder)
    if (place.engine !== 'sqlite') return
    const { file } = await backupSqlite(place.file, folder, { now: () => NOW })
    const connection = new Database(file, { readonly: true })
    onTestFinished(() => {
      connection.close()
    })
    expect(connection.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})

describe.runIf(ENGINE === 'postgres')('the programs of PostgreSQL', () => {
  test('that are not there are named, with what to install', async () => {
    const { env, folder } = await aSite()
    const said = await spoken(backupCommand, [folder], { env: { ...env, PATH: aFolder() } })
    expect(said).toMatchObject({
      code: 1,
      progress: [
        'pg_dump is not on this machine: install the package postgresql-client (or whatever brings pg_dump, pg_restore and psql).',
      ],
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test('that are older than the server are refused with both versions', async () => {
    const { env, folder } = await aSite()
    const said = await spoken(backupCommand, [folder], { env: { ...env, ...pretend('pg_dump', 'echo "pg_dump (PostgreSQL) 9.6.1"') } })
    expect(said.code).toBe(1)
    expect(said.progress[0]).toMatch(
      /^pg_dump on this machine is version 9 and the server is version \d+: install postgresql-client-\d+ or newer\.$/,
    )
  })

  test('are told the password and the site’s secrets in nothing that others can list', async () => {
    const { place, env, folder } = await aSite()
    if (place.engine !== 'postgres') return
    const heard = join(aFolder(), 'heard')
    const url = new URL(place.url)
    url.password = 'geheim'
    const script = `case "$1" in --version) echo "pg_dump (PostgreSQL) 99.0"; exit 0;; esac; { echo "ARGS $*"; env; } > ${heard}; exit 1`
    const secret = Buffer.alloc(32, 9).toString('base64')
    const said = await spoken(backupCommand, [folder], {
      env: { ...env, DATABASE_URL: url.href, TILTS_KEY: secret, ...pretend('pg_dump', script) },
    })
    expect(said).toMatchObject({ code: 1, progress: ['pg_dump could not read the database to its end; nothing was kept.'] })
    const text = readFileSync(heard, 'utf8')
    const args = text.split('\n')[0]
    expect(args).toMatch(/^ARGS --format=custom/)
    expect(args).not.toMatch(/geheim|postgres:/)
    expect(text).toContain('PGPASSWORD=geheim')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('DATABASE_URL')
    expect(readdirSync(folder)).toEqual([])
  })

  test('that find the disk full are heard, and nothing is left', async () => {
    const { env, folder } = await aSite()
    const script =
      'case "$1" in --version) echo "pg_dump (PostgreSQL) 99.0"; exit 0;; esac; echo "pg_dump: error: could not write: No space left on device" >&2; exit 1'
    const said = await spoken(backupCommand, [folder], { env: { ...env, ...pretend('pg_dump', script) } })
    expect(said).toMatchObject({ code: 1, progress: [`The disk with ${folder} is full: make room first; nothing was kept.`] })
    expect(readdirSync(folder)).toEqual([])
  })

  test.runIf(HAS_PROGRAMS)('that leave rows out are found out', async () => {
    const { env, folder } = await aSite()
    const script = 'case "$1" in --version) ;; *) set -- "$@" --exclude-table-data=employer;; esac; PATH="${PATH#*:}" exec pg_dump "$@"'
    const said = await spoken(backupCommand, [folder], { env: { ...env, ...pretend('pg_dump', script) } })
    expect(said).toMatchObject({ code: 1, progress: ['The dump does not hold as many rows as the database did; nothing was kept.'] })
    expect(readdirSync(folder)).toEqual([])
  })
})

/** Overwrites the middle of the file. */
function damagePages(place: DatabaseLocation): void {
  if (place.engine !== 'sqlite') return
  const bytes = readFileSync(place.file)
  bytes.fill(0xab, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2))
  writeFileSync(place.file, bytes)
}
