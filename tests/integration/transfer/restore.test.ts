// Putting a backup back: into an empty place, over another state that is kept aside, and never a damaged or a foreign one.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupCommand } from '#app/commands/backup.ts'
import { restoreCommand } from '#app/commands/restore.ts'
import { attempt, deployment } from '#db/schema/index.ts'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { checksumsOf } from '#db/transfer/copy.ts'
import { printedLocation, type DatabaseLocation } from '#db/transfer/database-location.ts'
import { keyCheckOf } from '#db/store/deployment.ts'
import { NOW } from '#tests/support/app.ts'
import {
  aFolder,
  fromTheFuture,
  inStore,
  isOnThisMachine,
  olderPlace,
  openIn,
  siteEnv,
  sitePlace,
  spoken,
  sqlIn,
  type Spoken,
} from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'

const HAS_PROGRAMS = ENGINE === 'sqlite' || ['pg_dump', 'pg_restore', 'psql'].every(isOnThisMachine)
const MASTER = Buffer.alloc(32, 7)

type Site = { place: DatabaseLocation; data: string; env: Record<string, string | undefined> }

async function aSite(more: Record<string, string> = {}): Promise<Site> {
  const { place, data } = await sitePlace(ENGINE)
  return { place, data, env: siteEnv(place, data, more) }
}

/** A site of which one row tells which it is. */
async function aSiteWith(key: string): Promise<Site> {
  const site = await aSite()
  await mark(site, key)
  return site
}

async function mark({ place }: Site, key: string): Promise<void> {
  await inStore(place, (store) =>
    store.write(async (tx) => {
      await tx.insert(attempt).values({ key, count: 1, windowEndsAt: 1 })
      await recordChange(tx, 'vacancy', key)
    }),
  )
}

async function marks({ place }: Site): Promise<string[]> {
  const rows = await inStore(place, (store) => store.read((db) => db.select().from(attempt)))
  return rows.map(({ key }) => key).sort()
}

async function backupOf({ env }: Pick<Site, 'env'>): Promise<string> {
  const folder = aFolder()
  const said = await spoken(backupCommand, [folder], { env, now: () => NOW })
  expect(said.code).toBe(0)
  return join(folder, readdirSync(folder)[0] ?? '')
}

function restore({ env }: Site, ...args: string[]): Promise<Spoken> {
  return spoken(restoreCommand, args, { env, now: () => NOW })
}

/** Neither a half-written file nor an old state that nobody asked to replace. */
function strangersIn({ data }: Site): string[] {
  return readdirSync(data).filter((name) => /part|before/.test(name))
}

async function refused(site: Site, sentence: string, ...args: string[]): Promise<void> {
  const before = await checksumsOf(site.place)
  const said = await restore(site, ...args)
  expect(said).toMatchObject({ code: 1, out: [], progress: [expect.stringContaining(sentence)] })
  expect(await checksumsOf(site.place)).toEqual(before)
  expect(strangersIn(site)).toEqual([])
}

test.runIf(!HAS_PROGRAMS)('without the programs of PostgreSQL an operator is told what to install', async () => {
  const file = join(aFolder(), 'tilts.dump')
  writeFileSync(file, 'PGDMP')
  const said = await restore(await aSite(), file)
  expect(said).toMatchObject({
    code: 1,
    progress: [expect.stringContaining('is not on this machine: install the package postgresql-client')],
  })
})

describe.runIf(HAS_PROGRAMS)('a restore', () => {
  test('into an empty place brings everything back as it was, and the site serves on', async () => {
    const [from, to] = [await aSiteWith('old'), await aSite()]
    const before = await checksumsOf(from.place)
    expect((await restore(to, await backupOf(from))).code).toBe(0)
    expect(await checksumsOf(to.place)).toEqual(before)
    expect(strangersIn(to)).toEqual([])
    await mark(to, 'after')
    expect(await marks(to)).toEqual(['after', 'old'])
    expect(await inStore(to.place, lastChange)).toBe(2)
  })

  test('over something is refused; with --replace the old state is kept aside, and can be restored in its turn', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('now')]
    const file = await backupOf(from)
    await refused(to, `${printedLocation(to.place)} is not empty (the table attempt has rows); nothing was changed.`, file)

    const said = await restore(to, file, '--replace', '--json')
    expect(said.code).toBe(0)
    expect(await marks(to)).toEqual(['backup'])
    const { keptAside } = JSON.parse(said.out.at(-1) ?? '') as { keptAside: string }
    expect(strangersIn(to).map((name) => join(to.data, name))).toEqual([keptAside])
    expect((await restore(to, keptAside, '--replace')).code).toBe(0)
    expect(await marks(to)).toEqual(['now'])
  })

  test('while the site runs is refused, however idle the site is', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('now')]
    const site = await openIn(to.place)
    onTestFinished(() => site.close())
    await site.ping()
    await refused(to, `The site runs on ${printedLocation(to.place)}`, await backupOf(from), '--replace')
    expect(await site.read((db) => db.select().from(attempt))).toHaveLength(1)
  })

  test('of a backup that lost its end, or whose middle was overwritten, changes nothing', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('now')]
    const file = await backupOf(from)
    const bytes = readFileSync(file)
    const broken = `${file}.broken`
    writeFileSync(broken, bytes.subarray(0, Math.floor(bytes.length * 0.8)))
    await refused(to, 'is damaged', broken, '--replace')
    bytes.fill(0xab, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.9))
    writeFileSync(broken, bytes)
    await refused(to, 'is damaged', broken, '--replace')
  })

  test('of something else is refused: a text, an empty file, a folder, nothing, the other engine’s', async () => {
    const to = await aSiteWith('now')
    const folder = aFolder()
    const other = join(folder, 'other')
    for (const content of ['a text', '']) {
      writeFileSync(other, content)
      await refused(to, `${other} is not a backup of Tilts; nothing was changed.`, other, '--replace')
    }
    await refused(to, 'is a folder, not a file.', folder, '--replace')
    await refused(to, 'is not there.', join(folder, 'nothing'), '--replace')
    writeFileSync(other, ENGINE === 'sqlite' ? 'PGDMP' : 'SQLite format 3\0')
    await refused(to, 'then carry it over with npm run move.', other, '--replace')
  })

  test('of a newer Tilts is refused', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('now')]
    await fromTheFuture(from.place)
    await refused(to, 'was made by a newer Tilts than this one', await backupOf(from), '--replace')
  })

  test('of an older Tilts is brought up to date by the next start', async () => {
    const older = await olderPlace(ENGINE)
    await sqlIn(older, `insert into attempt (key, count, window_ends_at) values ('older', 1, 1)`)
    const to = await aSite()
    expect((await restore(to, await backupOf({ env: siteEnv(older, dataOf(older)) }))).code).toBe(0)
    await expect(checksumsOf(to.place)).rejects.toThrow('is of an older Tilts')
    expect(await marks(to)).toEqual(['older'])
    expect((await checksumsOf(to.place)).find(({ table }) => table === 'attempt')?.rows).toBe(1)
  })

  test.each([[[]], [['--replace']], [['a', 'b']]])('asked for as %j is answered with how to ask', async (args) => {
    expect(await spoken(restoreCommand, args)).toMatchObject({ code: 2, progress: ['Usage: npm run restore -- FILE [--replace] [--json]'] })
  })
})

describe.runIf(HAS_PROGRAMS)('the key', () => {
  async function withPerson(): Promise<string> {
    const site = await aSite()
    await inStore(site.place, async (store) => {
      const { id: organisationId } = await anOrganisation(store)
      const { membershipId } = await aMember(store, { role: 'caseworker', organisationId }, { email: 'zane@example.test' })
      await aCandidate(store, { organisationId, caseworkerId: membershipId })
    })
    return backupOf(site)
  }

  async function withDeployment(): Promise<string> {
    const site = await aSite()
    const row = { id: 1, mode: 'demo' as const, keyCheck: keyCheckOf(MASTER), createdAt: NOW }
    await inStore(site.place, (store) => store.write((tx) => tx.insert(deployment).values(row)))
    return backupOf(site)
  }

  test.each([
    ['is the right one', { TILTS_KEY: MASTER.toString('base64') }, 'The configured key opens what is encrypted in it.'],
    [
      'is another',
      { TILTS_KEY: Buffer.alloc(32, 8).toString('base64') },
      'WARNING: the configured key is not the one this database was written with.',
    ],
    ['is not configured', {}, 'WARNING: no key is configured here.'],
  ])('that %s is told after a restore', async (_which, env, sentence) => {
    for (const file of [await withPerson(), await withDeployment()]) {
      const said = await restore(await aSite(env), file)
      expect(said.code).toBe(0)
      expect(said.out.at(-1)).toContain(sentence)
    }
  })
})

describe.runIf(ENGINE === 'sqlite')('on SQLite', () => {
  test('a damaged database is replaced when that is asked for, and kept as it lies there', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('now')]
    const file = await backupOf(from)
    const path = join(to.data, 'tilts.sqlite')
    const damaged = 'not a database any more, '.repeat(1000)
    writeFileSync(path, damaged)
    expect(await restore(to, file)).toMatchObject({ code: 1, progress: [expect.stringContaining('it is damaged or not a database')] })
    expect((await restore(to, file, '--replace')).code).toBe(0)
    expect(await marks(to)).toEqual(['backup'])
    expect(readFileSync(join(to.data, 'tilts-before-restore-20261123-070000.sqlite'), 'utf8')).toBe(damaged)
  })

  test('a log that a lost database left does not get into the restored one', async () => {
    const [from, to] = [await aSiteWith('backup'), await aSiteWith('lost')]
    const path = join(to.data, 'tilts.sqlite')
    const site = await openIn(to.place)
    await site.write((tx) => tx.insert(attempt).values({ key: 'in the log', count: 1, windowEndsAt: 1 }))
    const log = readFileSync(`${path}-wal`)
    await site.close()
    rmSync(path)
    writeFileSync(`${path}-wal`, log)
    expect((await restore(to, await backupOf(from))).code).toBe(0)
    expect(await marks(to)).toEqual(['backup'])
  })

  test('the database of another program is not taken for a backup', async () => {
    const [foreign, to] = [await aSiteWith('foreign'), await aSiteWith('now')]
    await sqlIn(foreign.place, 'drop table __drizzle_migrations')
    const file = join(foreign.data, 'tilts.sqlite')
    await refused(to, `${file} is not a backup of Tilts; nothing was changed.`, file, '--replace')
  })

  test('a database that is in use is not taken for a backup', async () => {
    const [from, to] = [await aSiteWith('live'), await aSite()]
    const site = await openIn(from.place)
    onTestFinished(() => site.close())
    await site.write((tx) => tx.insert(attempt).values({ key: 'in the log', count: 1, windowEndsAt: 1 }))
    const said = await restore(to, join(from.data, 'tilts.sqlite'))
    expect(said).toMatchObject({ code: 1, progress: [expect.stringContaining('is a database in use, not a backup')] })
  })
})

describe.runIf(ENGINE === 'postgres' && HAS_PROGRAMS)('on PostgreSQL', () => {
  /** The real program, whose output or end a test changes. */
  function meddled(program: string, script: string): Record<string, string> {
    const folder = aFolder()
    writeFileSync(join(folder, program), `#!/bin/sh\nreal() { PATH="\${PATH#*:}" ${program} "$@"; }\n${script}\n`)
    chmodSync(join(folder, program), 0o755)
    return { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
  }

  test.each([
    ['breaks off in the middle', 'case "$1" in --schema=public) real "$@" | head -c 20000; exit 1;; *) real "$@";; esac'],
    ['ends early without a word', 'case "$1" in --schema=public) real "$@" | head -c 20000;; *) real "$@";; esac'],
    ['leaves rows out', `case "$1" in --schema=public) real "$@" | sed '/^lost\\t/d';; *) real "$@";; esac`],
  ])('a restore that %s is undone, and the old state is there and kept aside', async (_how, script) => {
    const [from, to] = [await aSiteWith('lost'), await aSiteWith('now')]
    const file = await backupOf(from)
    const before = await checksumsOf(to.place)
    const said = await restore({ ...to, env: { ...to.env, ...meddled('pg_restore', script) } }, file, '--replace')
    expect(said.code).toBe(1)
    expect(said.progress[0]).toContain(`The restore was undone; ${printedLocation(to.place)} is as it was.`)
    expect(await checksumsOf(to.place)).toEqual(before)
    await mark(to, 'and writes')
    expect(await marks(to)).toEqual(['and writes', 'now'])
  })

  test('the database of another program is not replaced', async () => {
    const file = await backupOf(await aSiteWith('backup'))
    const foreign = await aSiteWith('foreign')
    await sqlIn(foreign.place, 'drop table __drizzle_migrations')
    const said = await restore(foreign, file, '--replace')
    expect(said).toMatchObject({ code: 1, progress: [expect.stringContaining('holds tables of another program; nothing was changed.')] })
  })
})

function dataOf(place: DatabaseLocation): string {
  return place.engine === 'sqlite' ? join(place.file, '..') : aFolder()
}
