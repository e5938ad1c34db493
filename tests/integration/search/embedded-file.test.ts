// The file of the embedded index: whatever is in the folder, and whatever happens to it while it answers, an answer is right or there is none.
import { closeSync, cpSync, existsSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { joinDeployment } from '#db/store/deployment.ts'
import { pruneChanges } from '#db/change-feed/changes.ts'
import type { Store } from '#db/store/store.ts'
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'
import { isIndexDown } from '#search/index/port.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import { temporaryFolder } from '#tests/support/search/engines.ts'
import { populate } from '#tests/support/search/population.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'
import { twinAnswer, twinOf, type Twin } from '#tests/support/search/oracle.ts'

const QUERIES = ['', 'vadītājs', 'galdnieks', 'склад', 'telpa koks', 'met'].map((words) => ({ ...EVERYTHING, words }))

async function opened(store: Store, folder: string): Promise<EmbeddedIndex> {
  const index = await openEmbeddedIndex(store, { now: () => NOW, folder })
  onTestFinished(index.close)
  return index
}

/** A store with vacancies, and the file of an index that was closed. */
async function aFile() {
  const store = await testStore()
  await joinDeployment(store, { mode: 'production', master: Buffer.alloc(32, 7) }, NOW)
  await populate(store, chanceFrom(28), 120)
  const folder = temporaryFolder(onTestFinished)
  const index = await openEmbeddedIndex(store, { now: () => NOW, folder })
  await index.catchUp()
  await index.close()
  return { store, folder, file: join(folder, '1', 'index.sqlite') }
}

/** @returns how many answers there were; the others said that there is none, or not the latest. */
async function rightOrNone(index: EmbeddedIndex, twin: Twin): Promise<number> {
  let answers = 0
  for (const query of QUERIES) {
    try {
      const { total, ids, facets, degraded } = await index.search(query)
      if (degraded.includes('behind')) continue
      const right = twinAnswer(twin, query, index.plan(query.words), NOW)
      expect({ total, ids, facets }).toEqual({ total: right.total, ids: right.ids, facets: right.facets })
      answers += 1
    } catch (error) {
      if (!isIndexDown(error)) throw error
    }
  }
  return answers
}

function inFile(file: string, statement: string): void {
  const db = new Database(file)
  db.exec(statement)
  db.close()
}

const sayAbout = (field: string, value: string) => `UPDATE about SET value = json_set(value, '$.${field}', ${value})`
/** What nobody can do but a test: a file that is told from the right one by its answers. */
const LESS = 'DELETE FROM vacancy WHERE slot % 2 = 0; DELETE FROM words WHERE rowid % 2 = 0;'

function overwrite(file: string, from: number, bytes: number): void {
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(bytes, 0xa5), 0, bytes, from)
  closeSync(opened)
}

const middle = (file: string) => Math.floor(statSync(file).size / 2 / 4096) * 4096

test('what stands in the folder is taken up', async () => {
  const { store, folder, file } = await aFile()
  inFile(file, LESS)
  const { total } = await (await opened(store, folder)).search({ ...EVERYTHING, pageSize: 1000 })
  expect(total).toBeLessThan(twinAnswer(await twinOf(store), EVERYTHING, { selective: false, attempts: [] }, NOW).total)
})

const NOT_USED: [what: string, change: (file: string, store: Store) => unknown][] = [
  ['of another analysis', (file) => inFile(file, LESS + sayAbout('analysis', '0'))],
  ['of another format', (file) => inFile(file, LESS + sayAbout('format', '0'))],
  ['of another deployment', (file) => inFile(file, LESS + sayAbout('deployment', `'production 1'`))],
  ['from before a restoration', (file) => inFile(file, LESS + sayAbout('changedId', `'another'`))],
  ['ahead of the store', (file) => inFile(file, LESS + sayAbout('seq', '1000000'))],
  ['that says nothing of itself', (file) => inFile(file, `${LESS} DELETE FROM about`)],
  ['that says nonsense of itself', (file) => inFile(file, `${LESS} UPDATE about SET value = '{'`)],
  ['that says of itself what is no object', (file) => inFile(file, `${LESS} UPDATE about SET value = 'null'`)],
  [
    'whose change is forgotten',
    async (file, store) => {
      inFile(file, LESS)
      await aVacancyRow(store)
      await pruneChanges(store, 1)
    },
  ],
  ['without its words', (file) => inFile(file, 'DROP TABLE words')],
  ['whose words were never brought in', (file) => inFile(file, 'DELETE FROM words')],
  ['with columns of another time', (file) => inFile(file, 'ALTER TABLE vacancy DROP COLUMN stated')],
  ['that is empty', (file) => truncateSync(file, 0)],
  ['cut off', (file) => truncateSync(file, middle(file))],
  ['overwritten from its beginning', (file) => overwrite(file, 0, 4096)],
  ['overwritten in its middle', (file) => overwrite(file, middle(file), 8192)],
  ['that is something else', (file) => writeFileSync(file, 'Labdien!')],
]

test.each(NOT_USED)('a file %s is not used', async (_, change) => {
  const { store, folder, file } = await aFile()
  await change(file, store)
  const index = await opened(store, folder)
  const twin = await twinOf(store)
  await rightOrNone(index, twin)
  expect(await rightOrNone(index, twin)).toBe(QUERIES.length)
})

test('what a build that was killed has left behind is cleared away', async () => {
  const { store, folder, file } = await aFile()
  const next = join(folder, '1', 'next.sqlite')
  cpSync(file, next)
  inFile(next, LESS)
  rmSync(file)
  writeFileSync(`${file}-wal`, 'left behind')
  const index = await opened(store, folder)
  expect(await rightOrNone(index, await twinOf(store))).toBe(QUERIES.length)
  await index.rebuild(() => undefined)
  expect(await rightOrNone(index, await twinOf(store))).toBe(QUERIES.length)
  expect(existsSync(next)).toBe(false)
})

const DONE_TO_IT: [what: string, change: (file: string) => void][] = [
  ['its words are thrown away', (file) => inFile(file, 'DROP TABLE words')],
  ['its vacancies are thrown away', (file) => inFile(file, 'DROP TABLE vacancy')],
  ['it is deleted', (file) => rmSync(file)],
  ['it is cut off', (file) => truncateSync(file, middle(file))],
  ['it is emptied', (file) => truncateSync(file, 0)],
  ['it is overwritten in its middle', (file) => overwrite(file, middle(file), 16_384)],
  ['it is overwritten from its beginning', (file) => overwrite(file, 0, 65_536)],
]

describe('while it answers', () => {
  test.each(DONE_TO_IT)('%s: an answer is right or there is none, and soon there are all again', async (_, change) => {
    const { store, folder, file } = await aFile()
    const index = await opened(store, folder)
    await index.catchUp()
    change(file)
    const twin = await twinOf(store)
    for (let round = 0; round < 3; round += 1) await rightOrNone(index, twin)
    await aVacancyRow(store, { title: 'Jauns galdnieks' })
    const after = await twinOf(store)
    for (let round = 0; round < 3; round += 1) await rightOrNone(index, after)
    expect(await rightOrNone(index, after)).toBe(QUERIES.length)
  })
})

test('two processes on one machine each have a folder of their own, and the next one takes up where one ended', async () => {
  const { store, folder } = await aFile()
  const [one, other] = [await openEmbeddedIndex(store, { now: () => NOW, folder }), await opened(store, folder)]
  const twin = await twinOf(store)
  expect([await rightOrNone(one, twin), await rightOrNone(other, twin)]).toEqual([QUERIES.length, QUERIES.length])
  expect(existsSync(join(folder, '2', 'index.sqlite'))).toBe(true)
  await one.close()
  await opened(store, folder)
  expect(existsSync(join(folder, '3'))).toBe(false)
})

test('while somebody reads the new file it does not take the place of the old one, which goes on answering', async () => {
  const { store, folder } = await aFile()
  const clock = { now: NOW }
  const index = await openEmbeddedIndex(store, { now: () => clock.now, folder })
  onTestFinished(index.close)
  const query = { ...EVERYTHING, words: 'vadītājs' }
  const right = (await index.search(query)).ids
  const readers: Database.Database[] = []
  const building = index.rebuild(() => {
    if (readers.length > 0) return
    const reader = new Database(join(folder, '1', 'next.sqlite'))
    reader.exec('BEGIN; SELECT count(*) FROM vacancy')
    readers.push(reader)
  })
  await expect(building).rejects.toThrow('The file of the embedded index failed')
  expect(await index.search(query)).toMatchObject({ ids: right, degraded: ['behind'] })
  for (const reader of readers) reader.close()
  clock.now += 60_000
  expect(await index.search(query)).toMatchObject({ degraded: [] })
})
