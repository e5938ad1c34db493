// FTS5 as its manual has it: words without marks, beginnings of words, bm25.
import { filterSql, type OpenPeer } from './peer.ts'
import { answerFrom, documentTable } from './sqlite-table.ts'

/** Every word, the last one may go on. Null when there is none. */
function matching(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu)
  return words && `${words.map((word) => `"${word}"`).join(' AND ')} *`
}

export const openFts5: OpenPeer = async (documents, folder) => {
  const database = await documentTable(documents, folder)
  database.exec(`
    create virtual table word using fts5 (title, meta, body, content = 'doc', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');
    insert into word (word) values ('rebuild');
    insert into word (word) values ('optimize');
  `)
  const search = answerFrom(database, (query) => {
    const match = matching(query.words)
    if (match === null) return
    database
      .prepare(
        `insert into hit select n, bm25(word, 10, 4, 1), municipality, contract, shifts, lat, lon, published
         from word join doc on doc.n = word.rowid where word match ?${filterSql(query)}`,
      )
      .run(match)
  })
  return { search, close: () => void database.close() }
}
