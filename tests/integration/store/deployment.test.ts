// What all machines of a deployment agree on, and that a database is filled once however many start on it.
import { count } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { joinDeployment } from '#db/store/deployment.ts'
import * as tables from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import type { Store } from '#db/store/store.ts'
import { checkDeployment, explainStartError } from '#app/process/preflight.ts'
import { inviteCommand } from '#app/commands/invite.ts'
import { readConfig } from '#app/process/config.ts'
import { ENGINE, postgresCopy, testStore } from '#tests/support/database.ts'
import { NOW } from '#tests/support/app.ts'

const OURS = Buffer.alloc(32, 1)
const THEIRS = Buffer.alloc(32, 2)

/** As two machines see one database; a file has one machine. */
async function twoMachines(): Promise<[Store, Store]> {
  if (ENGINE === 'sqlite') {
    const store = await testStore()
    return [store, store]
  }
  const { url, drop } = await postgresCopy()
  const [one, other] = await Promise.all([openPostgres(url, { connections: 6 }), openPostgres(url, { connections: 6 })])
  onTestFinished(async () => {
    await Promise.all([one.close(), other.close()])
    await drop()
  })
  return [one, other]
}

describe('a deployment', () => {
  test('is joined again with the same mode and key', async () => {
    const store = await testStore()
    for (const now of [NOW, NOW + 1])
      expect(await joinDeployment(store, { mode: 'production', master: OURS }, now)).toEqual({ kind: 'joined' })
  })

  test('of production is never joined by a demo, nor with another key', async () => {
    const store = await testStore()
    await joinDeployment(store, { mode: 'production', master: OURS }, NOW)
    expect(await joinDeployment(store, { mode: 'demo', master: OURS }, NOW)).toEqual({ kind: 'otherMode', mode: 'production' })
    expect(await joinDeployment(store, { mode: 'production', master: THEIRS }, NOW)).toEqual({ kind: 'otherKey' })
  })

  test('tells nothing of its key', async () => {
    const store = await testStore()
    await joinDeployment(store, { mode: 'demo', master: OURS }, NOW)
    const [row] = await store.read((db) => db.select().from(tables.deployment))
    expect(row?.keyCheck).toMatch(/^[\w-]{43}$/)
    for (const form of ['base64', 'base64url', 'hex'] as const) expect(row?.keyCheck).not.toContain(OURS.toString(form).slice(0, 16))
  })

  test('that two machines begin at the same moment with different keys belongs to one of them', async () => {
    const [one, other] = await twoMachines()
    const joined = await Promise.all(
      [one, other, one, other].map((store, at) => joinDeployment(store, { mode: 'demo', master: at % 2 === 0 ? OURS : THEIRS }, NOW)),
    )
    const kinds = joined.map(({ kind }) => kind)
    expect([kinds[0], kinds[1]].sort()).toEqual(['joined', 'otherKey'])
    expect(kinds.slice(2)).toEqual(kinds.slice(0, 2))
  })
})

describe('an operator', () => {
  const config = (env: Record<string, string>) => {
    const read = readConfig({ TILTS_DATA: '/srv/tilts', ...env })
    if (!read.ok) throw new Error('The configuration of this test is wrong')
    return read.config
  }
  const keys = (vaultKey: Buffer) => ({ vaultKey, sessionSecrets: ['x'.repeat(32)] })

  test('is told in one sentence that the database belongs to another mode', async () => {
    const store = await testStore()
    await joinDeployment(store, { mode: 'production', master: OURS }, NOW)
    const demo = config({ DATABASE_URL: 'postgres://tilts:hidden@db/tilts' })
    const refused: unknown = await checkDeployment(store, demo, keys(OURS), NOW).catch((error: unknown) => error)
    expect(explainStartError(refused, demo)).toBe(
      'The database of DATABASE_URL belongs to production mode and the mode is now demo: give each mode its own database with DATABASE_URL.',
    )
  })

  test('is told in one sentence that the key is another one', async () => {
    const store = await testStore()
    await joinDeployment(store, { mode: 'demo', master: OURS }, NOW)
    const given = config({ TILTS_KEY: THEIRS.toString('base64') })
    await expect(checkDeployment(store, given, keys(THEIRS), NOW)).rejects.toThrow(
      'The database in /srv/tilts was begun with another key than TILTS_KEY, which could not read what is encrypted in it: start with that key.',
    )
  })

  test('who invites with another key is refused before an invitation is made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tilts-deployment-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    const database = ENGINE === 'postgres' ? await postgresCopy() : null
    if (database) onTestFinished(database.drop)
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const shared = { TILTS_DATA: folder, DATABASE_URL: database?.url }
    const invite = (key: Buffer) =>
      inviteCommand(['coordinator', 'Ilze Kalna', 'ilze@example.test'], {
        env: { ...shared, TILTS_KEY: key.toString('base64') },
        out: say,
        progress: say,
        now: () => NOW,
      })
    expect(await invite(OURS)).toBe(0)
    expect(await invite(THEIRS)).toBe(1)
    expect(said.at(-1)).toContain('was begun with another key than TILTS_KEY')
  })
})

test('two machines that start at the same moment on an empty database fill it once', { timeout: 60_000 }, async () => {
  const machines = await twoMachines()
  await Promise.all(
    machines.map(async (store) => {
      await seedReference(store, NOW)
      await seedDemo(store, OURS, NOW)
    }),
  )
  const alone = await testStore()
  await seedDemo(alone, OURS, NOW)
  const counted = (store: Store) =>
    store.read(async (db) => {
      const rows = async (table: typeof tables.employer | typeof tables.custodyPlace | typeof tables.candidate | typeof tables.change) =>
        (await db.select({ rows: count() }).from(table))[0]?.rows
      return [await rows(tables.employer), await rows(tables.custodyPlace), await rows(tables.candidate), await rows(tables.change)]
    })
  expect(await counted(machines[0])).toEqual(await counted(alone))
})
