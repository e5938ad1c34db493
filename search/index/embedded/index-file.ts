// The file of the embedded index: stems in a full-text table, facts beside them. It holds nothing that cannot be made again from the store.
import Database from 'better-sqlite3'
import type { WordField } from '../document.ts'
import type { Facts } from './columns.ts'
import type { AnalysedTexts } from './analysed-vacancy.ts'
import type { Spelling } from './vocabulary.ts'

/** Any change to the tables below takes the next number: an older file is made anew. */
const FORMAT = 1

const TABLES = `
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE vacancy (
  slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision TEXT NOT NULL, employer_id TEXT, visibility INTEGER NOT NULL,
  occupation TEXT, occupation_group TEXT, municipality TEXT, lat REAL, lon REAL, shifts INTEGER NOT NULL, support INTEGER NOT NULL,
  contract INTEGER, latvian INTEGER NOT NULL, stated INTEGER NOT NULL, accepts INTEGER NOT NULL, monthly_cents INTEGER,
  published_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
);
CREATE TABLE written (term TEXT NOT NULL, word TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (term, word)) WITHOUT ROWID;
-- The texts themselves are not kept; which field a word stands in is, where in it is not. Stems are letters and digits of any alphabet: this
-- tokenizer takes every letter outside of ASCII as it is.
CREATE VIRTUAL TABLE words USING fts5(title, meta, body, content='', contentless_delete=1, detail=column, tokenize='ascii');
CREATE VIRTUAL TABLE word_counts USING fts5vocab(words, 'col');
`

/** What makes a file usable: of this format, of this analysis, of this store, up to this change. */
export type FileHeader = { analysis: number; deployment: string; seq: number; changedId: string }

export type Entry = AnalysedTexts & { facts: Facts }

export type IndexFile = {
  /** Null when the file does not say, or not every vacancy has its words. */
  header(): FileHeader | null
  /** Takes the vacancies in and others out, and says up to which change; all of it or nothing. @returns the titles' words as often as they are now written so. */
  apply(change: { put: readonly Entry[]; drop: readonly number[]; about: FileHeader | null }): Spelling[]
  /** Ends the filling of one that was opened for it. @param spellings the words of all titles: one by one they would take longer. */
  finishBulkLoad(spellings: Iterable<Spelling>): void
  /** Slots whose words meet the expression. @throws when the file is broken. */
  match(expression: string): number[]
  facts(): Facts[]
  revisions(): { id: string; revision: string }[]
  counts(): { term: string; field: WordField; vacancies: number }[]
  written(): Spelling[]
  /** Puts a part of the full-text table in order. @returns whether more is left. */
  mergeSegments(): boolean
  bytes(): number
  close(): void
}

export type OpenIndexFile = (path: string, toFill: boolean) => IndexFile

const FACTS = `slot, id, employer_id AS employerId, visibility, occupation, occupation_group AS "group", municipality, lat, lon, shifts, support,
  contract, latvian, stated, accepts, monthly_cents AS monthlyCents, published_at AS publishedAt, expires_at AS expiresAt`

/** About two milliseconds of work on a large index. */
const TIDY_PAGES = 200

/** Options of the full-text table: words are gathered in memory for long, and brought together once at the end. */
const FILLING = [
  ['hashsize', 64 * 1024 * 1024, 1024 * 1024],
  ['automerge', 0, 4],
] as const

/** @param path of the file, or ':memory:'. @param toFill it is empty; everything until `filled` is one transaction. @throws when it cannot be opened or is no index. */
export function openIndexFile(path: string, toFill = false): IndexFile {
  const db = new Database(path)
  // One that is not whole yet is thrown away when anything goes wrong.
  db.pragma(`journal_mode = ${toFill ? 'OFF' : 'WAL'}`)
  // What a crash loses is taken in again from the change feed.
  db.pragma(`synchronous = ${toFill ? 'OFF' : 'NORMAL'}`)
  db.pragma('cache_size = -65536')
  // Of a file that has lost a table none is made in its place: it would hold nothing, and say so.
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (isNew) db.exec(TABLES)
  if (toFill) {
    for (const [option, value] of FILLING) setOption(option, value)
    db.exec('BEGIN')
  }

  function setOption(option: string, value: number): void {
    // Not bound: the driver binds every number as a real one, which these options refuse.
    db.exec(`INSERT INTO words (words, rank) VALUES ('${option}', ${String(value)})`)
  }

  const say = db.prepare<[string, string]>(
    'INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const putVacancy = db.prepare<
    [Facts & { revision: string }]
  >(`INSERT OR REPLACE INTO vacancy VALUES (@slot, @id, @revision, @employerId, @visibility,
    @occupation, @group, @municipality, @lat, @lon, @shifts, @support, @contract, @latvian, @stated, @accepts, @monthlyCents, @publishedAt, @expiresAt)`)
  const putWords = db.prepare<[number, string, string, string]>('INSERT INTO words (rowid, title, meta, body) VALUES (?, ?, ?, ?)')
  const isIn = db.prepare<[number]>('SELECT 1 FROM vacancy WHERE slot = ?').pluck()
  const dropVacancy = db.prepare<[number]>('DELETE FROM vacancy WHERE slot = ?')
  const dropWords = db.prepare<[number]>('DELETE FROM words WHERE rowid = ?')
  const write = db
    .prepare<[string, string, number], number>(
      'INSERT INTO written VALUES (?, ?, ?) ON CONFLICT (term, word) DO UPDATE SET times = times + excluded.times RETURNING times',
    )
    .pluck()
  const match = db.prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ?').pluck()
  const merge = db.prepare<[number]>(`INSERT INTO words (words, rank) VALUES ('merge', ?)`)
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck()
  const isWhole = db.prepare<[], number>('SELECT (SELECT count(*) FROM words_docsize) = (SELECT count(*) FROM vacancy)').pluck()
  let tidying = false
  let filling = toFill

  /** @returns whether a vacancy was there. */
  function dropSlot(slot: number): boolean {
    if (isIn.get(slot) === undefined) return false
    dropVacancy.run(slot)
    dropWords.run(slot)
    return true
  }

  function change({ put, drop, about }: Parameters<IndexFile['apply']>[0]): Spelling[] {
    const written: Spelling[] = []
    for (const slot of drop) dropSlot(slot)
    for (const { facts, revision, stems, spellings: words } of put) {
      const isNew = filling || !dropSlot(facts.slot)
      putVacancy.run({ ...facts, revision })
      putWords.run(facts.slot, stems.title, stems.meta, stems.body)
      // Counted once a vacancy, not once an edit.
      if (!filling) for (const { term, word } of words) written.push({ term, word, times: write.get(term, word, isNew ? 1 : 0) ?? 1 })
    }
    if (about) say.run('about', JSON.stringify({ ...about, format: FORMAT }))
    return written
  }

  const apply = db.transaction(change)

  return {
    header: () => {
      const value = db.prepare<[], string>(`SELECT value FROM about WHERE name = 'about'`).pluck().get()
      if (value === undefined || isWhole.get() !== 1) return null
      const { format, ...about } = JSON.parse(value) as FileHeader & { format: number }
      return format === FORMAT ? about : null
    },
    // While it is filled everything is one transaction.
    apply: (changes) => (db.inTransaction ? change(changes) : apply.immediate(changes)),
    finishBulkLoad: (written) => {
      for (const { term, word, times } of written) write.get(term, word, times)
      db.exec('COMMIT')
      filling = false
      for (const [option, , usual] of FILLING) setOption(option, usual)
    },
    match: (expression) => match.all(expression),
    facts: () => db.prepare<[], Facts>(`SELECT ${FACTS} FROM vacancy ORDER BY slot`).all(),
    revisions: () => db.prepare<[], { id: string; revision: string }>('SELECT id, revision FROM vacancy').all(),
    counts: () =>
      db
        .prepare<[], { term: string; field: WordField; vacancies: number }>('SELECT term, col AS field, doc AS vacancies FROM word_counts')
        .all(),
    written: () => db.prepare<[], Spelling>('SELECT term, word, times FROM written').all(),
    mergeSegments: () => {
      const before = totalChanges.get() ?? 0
      // The first call begins to bring everything together (negative), the next ones go on.
      merge.run(tidying ? TIDY_PAGES : -TIDY_PAGES)
      tidying = (totalChanges.get() ?? 0) - before >= 2
      return tidying
    },
    bytes: () => (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number),
    close: () => {
      if (!db.open) return
      db.close()
    },
  }
}
