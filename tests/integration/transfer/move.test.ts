// Carrying a whole database into another, on the same engine or to the other one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, getTableColumns, getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { moveCommand } from '#app/commands/move.ts'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { attempt, change, vacancy } from '#db/schema/index.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#db/seed/sign-ins.ts'
import { checksumsOf, copyDatabase, type CopyProgress } from '#db/transfer/copy.ts'
import { printedLocation, type DatabaseLocation } from '#db/transfer/database-location.ts'
import type { Engine } from '#db/store/migrations.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { TABLES } from '#db/store/tables.ts'
import { answerOf, asked, NOW, testApp } from '#tests/support/app.ts'
import { aFolder, bareUrl, emptyPlace, fromTheFuture, inStore, olderPlace, openIn, spoken, sqlIn } from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { relayTo } from '#tests/support/postgres/relay.ts'

const DIRECTIONS: readonly [Engine, Engine][] =
  ENGINE === 'sqlite'
    ? [['sqlite', 'sqlite']]
    : [
        ['sqlite', 'postgres'],
        ['postgres', 'sqlite'],
        ['postgres', 'postgres'],
      ]
const TARGETS: readonly Engine[] = ENGINE === 'sqlite' ? ['sqlite'] : ['postgres']

/** What engines and their drivers like to get wrong. */
const ODD_TEXTS = [
  'ĀČĒĢĪķļņšūž',
  'Повар, «сутки»',
  '👩‍🍳🇱🇻',
  '',
  'NULL',
  '{a,"b"}',
  'back\\slash \\N "quotes" \'single\'',
  'two\nlines\r\n\ttab',
  '  ',
]
const ODD_NUMBERS = [0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991]

let world: { place: Extract<DatabaseLocation, { engine: 'sqlite' }>; folder: string }

async function writeOddRows(store: Store): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(attempt).values(ODD_TEXTS.map((key, index) => ({ key, count: index, windowEndsAt: ODD_NUMBERS[index % 4] ?? 0 })))
    const [first] = await tx.select().from(vacancy).orderBy(asc(vacancy.id)).limit(1)
    const odd = { lat: 56.51, lon: 0.1 + 0.2, description: ODD_TEXTS.join('|'), terms: { zz: 1, aa: { b: 'ā', a: null } } as never }
    await tx
      .update(vacancy)
      .set(odd)
      .where(eq(vacancy.id, first?.id ?? ''))
  })
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-world-'))
  const file = join(folder, 'tilts.sqlite')
  const store = openSqlite(file)
  await seedDemo(store, Buffer.alloc(32, 7), NOW)
  await writeOddRows(store)
  await store.close()
  world = { place: { engine: 'sqlite', file }, folder }
})
afterAll(() => {
  rmSync(world.folder, { recursive: true, force: true })
})

const quietly = { now: () => NOW, onProgress: () => undefined }

/** The demo's world, with whatever is odd, on an engine. */
async function worldOn(engine: Engine): Promise<DatabaseLocation> {
  const place = await emptyPlace(engine)
  await copyDatabase(world.place, place, quietly)
  return place
}

/** Migrated, with nothing in it. */
async function barePlace(engine: Engine): Promise<DatabaseLocation> {
  const place = await emptyPlace(engine)
  await inStore(place, () => Promise.resolve())
  return place
}

/** As the pages read them. */
async function everyRow(place: DatabaseLocation): Promise<Record<string, unknown[]>> {
  return inStore(place, (store) =>
    store.read(async (db) => {
      const rows: [string, unknown[]][] = []
      for (const table of TABLES) {
        const found = await db.select(getTableColumns(table)).from(table)
        rows.push([getTableName(table), found.map((row) => JSON.stringify(row)).sort()])
      }
      return Object.fromEntries(rows)
    }),
  )
}

async function rowsIn(place: DatabaseLocation): Promise<number> {
  return Object.values(await everyRow(place)).reduce((sum, rows) => sum + rows.length, 0)
}

describe.each(DIRECTIONS)('from %s to %s', (fromEngine, toEngine) => {
  test('everything arrives as it was, in every script, with its nulls, numbers and the order of keys', async () => {
    const [from, to] = [await worldOn(fromEngine), await emptyPlace(toEngine)]
    const before = await checksumsOf(from)

    const { tables } = await copyDatabase(from, to, quietly)

    expect(tables).toEqual(before)
    expect(await checksumsOf(to)).toEqual(before)
    expect(await checksumsOf(from)).toEqual(before)
    expect(await everyRow(to)).toEqual(await everyRow(from))
    expect(await everyRow(to)).toEqual(await everyRow(world.place))
    const texts = await inStore(to, (store) => store.read((db) => db.select().from(attempt)))
    expect(texts.map(({ key }) => key).sort()).toEqual([...ODD_TEXTS].sort())
    const [odd] = await inStore(to, (store) => store.read((db) => db.select().from(vacancy).where(eq(vacancy.lat, 56.51))))
    expect([odd?.lon, JSON.stringify(odd?.terms)]).toEqual([0.1 + 0.2, '{"zz":1,"aa":{"b":"ā","a":null}}'])
  })

  test('the new database serves: people sign in, and the next change takes the next number, also when the last one was pruned', async () => {
    const [from, to] = [await worldOn(fromEngine), await emptyPlace(toEngine)]
    const last = await inStore(from, lastChange)
    await sqlIn(from, `delete from change where seq = ${String(last)}`)
    await copyDatabase(from, to, quietly)
    const store = await openIn(to)
    onTestFinished(() => store.close())

    const app = await testApp({ store })
    const form = { email: DEMO_ACCOUNTS.coordinator, password: DEMO_PASSWORD }
    expect(await answerOf(signIn(asked(app, '/sign-in', { form })))).toMatchObject({ status: 303, location: '/coordinator' })
    await store.write((tx) => recordChange(tx, 'vacancy', 'new'))
    const [told] = await store.read((db) => db.select().from(change).where(eq(change.subjectId, 'new')))
    expect(told?.seq).toBe(last + 1)
  })

  test('what is written while it runs is not in it, and does not stop it', async () => {
    const [from, to] = [await worldOn(fromEngine), await emptyPlace(toEngine)]
    const site = await openIn(from)
    onTestFinished(() => site.close())
    const before = await checksumsOf(from)
    const writing: Promise<void>[] = []
    const onProgress = () => {
      if (writing.length === 0) writing.push(site.write((tx) => recordChange(tx, 'vacancy', 'meanwhile')))
    }

    const { tables } = await copyDatabase(from, to, { now: () => NOW, onProgress })

    await Promise.all(writing)
    expect(tables).toEqual(before)
    expect(await checksumsOf(to)).toEqual(before)
    expect(await checksumsOf(from)).not.toEqual(before)
  })

  test('a move that breaks off leaves the new database empty, and the next one succeeds', async () => {
    const [from, to] = [await worldOn(fromEngine), await emptyPlace(toEngine)]
    const onProgress = ({ step, done }: CopyProgress) => {
      if (step === 'checked' && done > 100) throw new Error('the machine was switched off')
    }
    await expect(copyDatabase(from, to, { now: () => NOW, onProgress })).rejects.toThrow('switched off')
    expect(await rowsIn(to)).toBe(0)
    expect((await copyDatabase(from, to, quietly)).tables).toEqual(await checksumsOf(from))
  })

  test('a place that is not empty is refused and left alone', async () => {
    const [from, to] = [await barePlace(fromEngine), await emptyPlace(toEngine)]
    await inStore(to, (store) => store.write((tx) => tx.insert(attempt).values({ key: 'here first', count: 1, windowEndsAt: 1 })))

    await expect(copyDatabase(from, to, quietly)).rejects.toThrow(
      `${printedLocation(to)} is not empty (the table attempt has rows): move into an empty database.`,
    )
    expect(await rowsIn(to)).toBe(1)
  })

  test('a database of an older or a newer Tilts is refused and not changed', async () => {
    const to = await emptyPlace(toEngine)
    const older = await olderPlace(fromEngine)
    await expect(copyDatabase(older, to, quietly)).rejects.toThrow('is of an older Tilts: start the newest Tilts on it once')
    await expect(copyDatabase(older, to, quietly)).rejects.toThrow('is of an older Tilts')
    const newer = await barePlace(fromEngine)
    await fromTheFuture(newer)
    await expect(copyDatabase(newer, to, quietly)).rejects.toThrow('is of a newer Tilts than this one')
  })
})

describe.each(TARGETS)('into %s', (engine) => {
  test('a row that does not arrive as it was is noticed, and nothing is kept', async () => {
    const to = await barePlace(engine)
    await sqlIn(
      to,
      engine === 'sqlite'
        ? `create trigger meddle after insert on account begin update account set name = upper(new.name) where id = new.id; end`
        : `create function meddle() returns trigger language plpgsql as $$ begin new.name = upper(new.name); return new; end $$;
           create trigger meddle before insert on account for each row execute function meddle()`,
    )
    await expect(copyDatabase(world.place, to, quietly)).rejects.toThrow('The table account did not arrive as it was; nothing was kept')
    expect(await rowsIn(to)).toBe(0)
  })

  test('a database of another program is refused and not touched', async () => {
    const to: DatabaseLocation = engine === 'sqlite' ? await emptyPlace(engine) : { engine, url: await bareUrl() }
    await sqlIn(to, 'create table invoices (id integer primary key)')
    await expect(copyDatabase(world.place, to, quietly)).rejects.toThrow('of another program')
    await expect(sqlIn(to, 'select 1 from account')).rejects.toThrow(/account/)
  })
})

test.runIf(ENGINE === 'postgres')(
  'a connection that breaks in the middle is told in a sentence and leaves the new database empty',
  async () => {
    const to = await emptyPlace('postgres')
    if (to.engine !== 'postgres') return
    const { url, cut, close } = await relayTo(to.url)
    onTestFinished(close)
    const onProgress = ({ done }: CopyProgress) => {
      if (done > 2000) cut()
    }
    await expect(copyDatabase(world.place, { engine: 'postgres', url }, { now: () => NOW, onProgress })).rejects.toThrow('does not answer')
    expect(await rowsIn(to)).toBe(0)
  },
)

test.runIf(ENGINE === 'postgres')('a text that PostgreSQL cannot hold is told with its table, and nothing is kept', async () => {
  const [from, to] = [await emptyPlace('sqlite'), await emptyPlace('postgres')]
  await inStore(from, (store) => store.write((tx) => tx.insert(attempt).values({ key: 'a\0b', count: 1, windowEndsAt: 1 })))
  await expect(copyDatabase(from, to, quietly)).rejects.toThrow('The table attempt holds a row that')
  expect(await rowsIn(to)).toBe(0)
})

describe('the command', () => {
  test('prints every table with its rows, says what is not in the copy, and with --json ends with one object', async () => {
    const to = await emptyPlace(ENGINE)
    const said = await spoken(moveCommand, ['--from', `sqlite:${world.place.file}`, '--to', typed(to), '--json'], { now: () => NOW })
    expect(said.code).toBe(0)
    expect(said.out).toContainEqual(expect.stringMatching(/^vacancy {2,}300 {2}same$/))
    expect(said.out.join('\n')).toContain('The copy is of 2026-11-23 07:00:00 UTC. What a running site wrote after that is not in it')
    const last = JSON.parse(said.out.at(-1) ?? '') as { rows: number; tables: unknown[] }
    expect(last).toMatchObject({ from: printedLocation(world.place), to: printedLocation(to), at: NOW })
    expect(last.tables).toHaveLength(TABLES.length)
    expect(said.progress).toEqual([
      `${String(last.rows)} of ${String(last.rows)} rows copied`,
      `${String(last.rows)} of ${String(last.rows)} rows checked`,
    ])
  })

  test.each([
    [[], 2, 'Usage: npm run move'],
    [['--from', 'sqlite:a'], 2, 'Usage: npm run move'],
    [['--from', 'mysql://u:geheim@h/d', '--to', 'sqlite:a'], 2, 'Usage: npm run move'],
    [['--from', 'sqlite:/nowhere/a.sqlite', '--to', 'sqlite:b'], 1, 'There is no database at sqlite:/nowhere/a.sqlite.'],
  ])('answers %j with a sentence', async (args, code, sentence) => {
    const said = await spoken(moveCommand, args)
    expect(said.code).toBe(code)
    expect(said.progress[0]).toContain(sentence)
  })

  test('a file that is no database, and a folder that is not there, are told', async () => {
    const folder = aFolder()
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'not a database at all, only notes '.repeat(100))
    const wrong = await spoken(moveCommand, ['--from', `sqlite:${file}`, '--to', `sqlite:${join(folder, 'b')}`])
    expect(wrong).toMatchObject({ code: 1, progress: [`sqlite:${file} is not a database of Tilts.`] })
    const missing = join(folder, 'no', 'b')
    const nowhere = await spoken(moveCommand, ['--from', `sqlite:${world.place.file}`, '--to', `sqlite:${missing}`])
    expect(nowhere).toMatchObject({ code: 1, progress: [`The folder of sqlite:${missing} is not there: make it first.`] })
  })

  test('a password is never printed, wherever in the address it stands', async () => {
    for (const to of ['postgres://u:geheim@127.0.0.1:1/d', 'postgres://u@127.0.0.1:1/d?password=geheim&x=geheim']) {
      const said = await spoken(moveCommand, ['--from', `sqlite:${world.place.file}`, '--to', to])
      expect(said).toMatchObject({
        code: 1,
        progress: ['postgres://u@127.0.0.1:1/d does not answer (ECONNREFUSED): check that it runs and can be reached.'],
      })
    }
  })

  test('the old file is not changed by a byte', async () => {
    const before = readFileSync(world.place.file)
    const said = await spoken(moveCommand, ['--from', `sqlite:${world.place.file}`, '--to', typed(await emptyPlace('sqlite'))])
    expect(said.code).toBe(0)
    expect(readFileSync(world.place.file).equals(before)).toBe(true)
  })
})

function typed(place: DatabaseLocation): string {
  return place.engine === 'sqlite' ? `sqlite:${place.file}` : place.url
}
