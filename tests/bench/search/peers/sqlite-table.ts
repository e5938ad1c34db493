// The documents as a table of SQLite, as somebody would keep them who builds a search on it by hand.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { VacancyDocument } from '#search/index/document.ts'
import { COLUMNS, facetsFrom, squaredKmSql, TOP, valuesOf, type CountRow, type PeerAnswer, type PeerQuery } from './peer.ts'

const COUNTS = 'select municipality, contract, shifts, count(*) as count from hit group by municipality, contract, shifts'

export async function documentTable(documents: AsyncIterable<VacancyDocument[]>, folder: string): Promise<Database.Database> {
  const database = new Database(join(folder, 'documents.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('cache_size = -200000')
  database.exec(`
    create table doc (n integer primary key, id text not null, title text not null, meta text not null, body text not null, municipality text,
      contract text, shifts text not null, lat real, lon real, published integer not null);
    create temp table hit (n integer primary key, score real, municipality text, contract text, shifts text, lat real, lon real, published integer);
  `)
  const insert = database.prepare(`insert into doc (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`)
  let n = 0
  for await (const part of documents) {
    database.transaction(() => {
      for (const document of part) insert.run(valuesOf((n += 1), document))
    })()
  }
  return database
}

/** @param fill writes the hits of the query into the table `hit`; the lowest score is the best. */
export function answerFrom(database: Database.Database, fill: (query: PeerQuery) => void): (query: PeerQuery) => PeerAnswer {
  const clear = database.prepare('delete from hit')
  const counts = database.prepare<[], CountRow>(COUNTS)
  const top = (order: string) =>
    database.prepare<[], string>(`select id from hit join doc using (n) order by ${order} limit ${TOP}`).pluck()
  const best = top('score, hit.published desc, id')
  return (query) => {
    clear.run()
    fill(query)
    const ids = query.near ? top(squaredKmSql(query.near.coordinates).replaceAll(/\b(lat|lon)\b/g, 'hit.$1')).all() : best.all()
    const { total, ...facets } = facetsFrom(counts.all())
    return { ids, total, facets }
  }
}
