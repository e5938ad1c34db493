// The file of the embedded index, SQLite: stems in an FTS5 table, filter values beside them. Everything in it can be built again from the store.
import Database from 'better-sqlite3'
import type { WordField } from '../document.ts'
import type { Facts } from './columns.ts'
import type { AnalysedTexts } from './analysed-vacancy.ts'
import type { Spelling } from './vocabulary.ts'

/** Increase it with every change to the tables below: a file of another format is built again. */
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
-- Contentless: the texts are not stored, only which field of which vacancy has a stem (detail=column: no positions). The ascii tokenizer
-- leaves letters outside of ASCII as they are, which is right for stems that are folded already.
CREATE VIRTUAL TABLE words USING fts5(title, meta, body, content='', contentless_delete=1, detail=column, tokenize='ascii');
CREATE VIRTUAL TABLE word_counts USING fts5vocab(words, 'col');
`

/** Which analysis and which store the file was built from, and up to which change. */
export type FileHeader = { analysis: number; deployment: string; seq: number; changedId: string }

export type Entry = AnalysedTexts & { facts: Facts }

/** Vacancies to write and slots to remove, and the header from then on (null: as it was). */
type FileChange = { put: readonly Entry[]; drop: readonly number[]; header: FileHeader | null }

/** Every method throws SQLite's error when the file is broken. */
export type IndexFile = {
  /** Null when the file has none, is of another format, or lacks the words of a vacancy. */
  header: () => FileHeader | null
  /** All or nothing. Returns the spellings of the titles with their new counts. */
  apply: (change: FileChange) => Spelling[]
  /** Commits a bulk load. @param spellings of all titles, counted. */
  finishBulkLoad: (spellings: Iterable<Spelling>) => void
  /** Slots whose words match an FTS5 expression. */
  match: (expression: string) => number[]
  facts: () => Facts[]
  revisions: () => { id: string; revision: string }[]
  counts: () => { term: string; field: WordField; vacancies: number }[]
  spellings: () => Spelling[]
  /** Merges a part of the full-text table's segments, so that searches read fewer. Returns whether more is left. */
  mergeSegments: () => boolean
  bytes: () => number
  close: () => void
}

export type OpenIndexFile = (path: string, bulkLoad: boolean) => IndexFile

const FACTS = `slot, id, employer_id AS employerId, visibility, occupation, occupation_group AS "group", municipality, lat, lon, shifts, support,
  contract, latvian, stated, accepts, monthly_cents AS monthlyCents, published_at AS publishedAt, expires_at AS expiresAt`

/** About two milliseconds of work on a large index. */
const MERGED_PAGES = 200

/** FTS5 options during a bulk load, and afterwards: a large hash in memory and no merging on the way make it faster. */
const BULK_OPTIONS = [
  ['hashsize', 64 * 1024 * 1024, 1024 * 1024],
  ['automerge', 0, 4],
] as const

function setOption(db: Database.Database, option: string, value: number): void {
  // Not a parameter: the driver binds every number as REAL, which these options reject.
  db.exec(`INSERT INTO words (words, rank) VALUES ('${option}', ${String(value)})`)
}

function openDatabase(path: string, bulkLoad: boolean): Database.Database {
  const db = new Database(path)
  // A bulk load that fails is thrown away whole, so it needs no journal.
  db.pragma(`journal_mode = ${bulkLoad ? 'OFF' : 'WAL'}`)
  // What a crash loses is read again from the change feed.
  db.pragma(`synchronous = ${bulkLoad ? 'OFF' : 'NORMAL'}`)
  db.pragma('cache_size = -65536')
  // Tables are created in a new file only: a file that lost one must fail, not answer from an empty table.
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (isNew) db.exec(TABLES)
  if (bulkLoad) {
    for (const [option, value] of BULK_OPTIONS) setOption(db, option, value)
    // Until `finishBulkLoad` everything is one transaction.
    db.exec('BEGIN')
  }
  return db
}

type Statements = ReturnType<typeof prepareStatements>

function prepareStatements(db: Database.Database) {
  return {
    putHeader: db.prepare<[string]>(
      `INSERT INTO about (name, value) VALUES ('about', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ),
    header: db.prepare<[], string>(`SELECT value FROM about WHERE name = 'about'`).pluck(),
    hasAllWords: db.prepare<[], number>('SELECT (SELECT count(*) FROM words_docsize) = (SELECT count(*) FROM vacancy)').pluck(),
    putVacancy: db.prepare<[Facts & { revision: string }]>(`INSERT OR REPLACE INTO vacancy VALUES (@slot, @id, @revision, @employerId,
      @visibility, @occupation, @group, @municipality, @lat, @lon, @shifts, @support, @contract, @latvian, @stated, @accepts, @monthlyCents,
      @publishedAt, @expiresAt)`),
    putWords: db.prepare<[number, string, string, string]>('INSERT INTO words (rowid, title, meta, body) VALUES (?, ?, ?, ?)'),
    hasVacancy: db.prepare<[number]>('SELECT 1 FROM vacancy WHERE slot = ?').pluck(),
    dropVacancy: db.prepare<[number]>('DELETE FROM vacancy WHERE slot = ?'),
    dropWords: db.prepare<[number]>('DELETE FROM words WHERE rowid = ?'),
    addSpelling: db
      .prepare<[string, string, number], number>(
        'INSERT INTO written VALUES (?, ?, ?) ON CONFLICT (term, word) DO UPDATE SET times = times + excluded.times RETURNING times',
      )
      .pluck(),
    match: db.prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ?').pluck(),
    facts: db.prepare<[], Facts>(`SELECT ${FACTS} FROM vacancy ORDER BY slot`),
    revisions: db.prepare<[], { id: string; revision: string }>('SELECT id, revision FROM vacancy'),
    counts: db.prepare<[], { term: string; field: WordField; vacancies: number }>(
      'SELECT term, col AS field, doc AS vacancies FROM word_counts',
    ),
    spellings: db.prepare<[], Spelling>('SELECT term, word, times FROM written'),
    merge: db.prepare<[number]>(`INSERT INTO words (words, rank) VALUES ('merge', ?)`),
    totalChanges: db.prepare<[], number>('SELECT total_changes()').pluck(),
  }
}

function readHeader(sql: Statements): FileHeader | null {
  const value = sql.header.get()
  if (value === undefined || sql.hasAllWords.get() !== 1) return null
  const { format, ...header } = JSON.parse(value) as FileHeader & { format: number }
  return format === FORMAT ? header : null
}

/** Returns whether a vacancy was there. */
function dropSlot(sql: Statements, slot: number): boolean {
  if (sql.hasVacancy.get(slot) === undefined) return false
  sql.dropVacancy.run(slot)
  sql.dropWords.run(slot)
  return true
}

/** @param loading a bulk load counts spellings by itself, and no slot is used before. */
function writeChange(sql: Statements, { put, drop, header }: FileChange, loading: boolean): Spelling[] {
  const counted: Spelling[] = []
  for (const slot of drop) dropSlot(sql, slot)
  for (const { facts, revision, stems, spellings } of put) {
    const isNew = loading || !dropSlot(sql, facts.slot)
    sql.putVacancy.run({ ...facts, revision })
    sql.putWords.run(facts.slot, stems.title, stems.meta, stems.body)
    if (loading) continue
    // A spelling counts once a vacancy, however often that is edited.
    for (const { term, word } of spellings) counted.push({ term, word, times: sql.addSpelling.get(term, word, isNew ? 1 : 0) ?? 1 })
  }
  if (header) sql.putHeader.run(JSON.stringify({ ...header, format: FORMAT }))
  return counted
}

/** @param path of the file, or ':memory:'. @param bulkLoad the file is empty. Throws when it cannot be opened or is no index. */
export function openIndexFile(path: string, bulkLoad = false): IndexFile {
  const db = openDatabase(path, bulkLoad)
  const sql = prepareStatements(db)
  let loading = bulkLoad
  let merging = false
  const inTransaction = db.transaction((change: FileChange) => writeChange(sql, change, loading))
  return {
    header: () => readHeader(sql),
    apply: (change) => (loading ? writeChange(sql, change, loading) : inTransaction.immediate(change)),
    finishBulkLoad: (spellings) => {
      for (const { term, word, times } of spellings) sql.addSpelling.get(term, word, times)
      db.exec('COMMIT')
      loading = false
      for (const [option, , usual] of BULK_OPTIONS) setOption(db, option, usual)
    },
    match: (expression) => sql.match.all(expression),
    facts: () => sql.facts.all(),
    revisions: () => sql.revisions.all(),
    counts: () => sql.counts.all(),
    spellings: () => sql.spellings.all(),
    mergeSegments: () => {
      const before = sql.totalChanges.get() ?? 0
      // FTS5: a negative number begins to merge everything into one segment, positive numbers go on with it.
      sql.merge.run(merging ? MERGED_PAGES : -MERGED_PAGES)
      // FTS5 changes fewer than two rows when there is nothing left to merge.
      merging = (sql.totalChanges.get() ?? 0) - before >= 2
      return merging
    },
    bytes: () => (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number),
    close: () => {
      db.close()
    },
  }
}
