// PostgreSQL full text as its manual has it for a language without a stemmer: `simple` over `unaccent`, and trigrams of titles when no word is met.
import pg from 'pg'
import { administer, databaseUrl } from '#tests/support/postgres/postgres-server.ts'
import type { VacancyDocument } from '#search/index/document.ts'
import {
  COLUMNS,
  facetsFrom,
  filterSql,
  squaredKmSql,
  TOP,
  valuesOf,
  type CountRow,
  type Peer,
  type PeerAnswer,
  type PeerQuery,
} from './peer.ts'

const DATABASE = 'tilts_bench_search'

const SET_UP = `
  create extension unaccent;
  create extension pg_trgm;
  create text search configuration plain (copy = simple);
  alter text search configuration plain alter mapping for hword, hword_part, word with unaccent, simple;
  create table doc (n integer primary key, id text not null, title text not null, meta text not null, body text not null, municipality text,
    contract text, shifts text not null, lat double precision, lon double precision, published bigint not null, words tsvector, folded text);
`
const INDEX = `
  update doc set folded = lower(unaccent(title)), words =
    setweight(to_tsvector('plain', title), 'A') || setweight(to_tsvector('plain', meta), 'B') || setweight(to_tsvector('plain', body), 'D');
  create index doc_words on doc using gin (words);
  create index doc_folded on doc using gin (folded gin_trgm_ops);
`

function answerSql(from: string, order: string): string {
  return `with hit as materialized (${from})
    select (select json_agg(id) from (select id from hit order by ${order} limit ${TOP}) as best) as ids,
      (select json_agg(counted) from (select municipality, contract, shifts, count(*)::integer as count from hit group by 1, 2, 3) as counted) as counts`
}

const HELD = 'id, municipality, contract, shifts, lat, lon, published'
const byWords = (query: PeerQuery) =>
  answerSql(
    `select ${HELD}, ts_rank(words, asked) as score from doc, to_tsquery('plain', $1) as asked where words @@ asked${filterSql(query)}`,
    query.near ? squaredKmSql(query.near.coordinates) : 'score desc, published desc',
  )
const byTrigrams = (query: PeerQuery) =>
  answerSql(
    `select ${HELD}, word_similarity($1, folded) as score from doc where $1 <% folded${filterSql(query)}`,
    query.near ? squaredKmSql(query.near.coordinates) : 'score desc, published desc',
  )

async function load(client: pg.Client, documents: AsyncIterable<VacancyDocument[]>): Promise<void> {
  let n = 0
  for await (const part of documents) {
    const rows = part.map((document) => valuesOf((n += 1), document))
    const place = (row: number, column: number) => `$${row * COLUMNS.length + column + 1}`
    const values = rows.map((row, nth) => `(${row.map((_, column) => place(nth, column)).join(', ')})`)
    await client.query(`insert into doc (${COLUMNS.join(', ')}) values ${values.join(', ')}`, rows.flat())
  }
}

/** @param url of a server whose user may do everything. */
export async function openPostgresText(url: string, documents: AsyncIterable<VacancyDocument[]>): Promise<Peer> {
  // Letters beyond English are only letters in a locale that knows them.
  await administer(url, `create database ${DATABASE} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
  const client = new pg.Client({ connectionString: databaseUrl(url, DATABASE) })
  await client.connect()
  await client.query(SET_UP)
  await load(client, documents)
  await client.query(INDEX)
  await client.query('vacuum analyze doc')
  await client.query('set jit = off')
  await client.query('set pg_trgm.word_similarity_threshold = 0.4')

  async function ask(text: string, value: string): Promise<PeerAnswer> {
    const { rows } = await client.query<{ ids: string[] | null; counts: CountRow[] | null }>(text, [value])
    const { total, ...facets } = facetsFrom(rows[0]?.counts ?? [])
    return { ids: rows[0]?.ids ?? [], total, facets }
  }

  return {
    search: async (query) => {
      const words = query.words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      const found = await ask(byWords(query), `${words.join(' & ')}:*`)
      if (found.total > 0) return found
      const { rows } = await client.query<{ folded: string }>('select lower(unaccent($1)) as folded', [query.words])
      return ask(byTrigrams(query), rows[0]?.folded ?? '')
    },
    close: () => client.end(),
  }
}
