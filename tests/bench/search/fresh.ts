// A process of its own that opens an index built before, answers one search, and says how long that took and how much memory it has.
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { openOurs, queryOf } from './ours.ts'
import { ANYWHERE } from './peers/peer.ts'

export type Fresh = { openMs: number; firstAnswerMs: number; documents: number; rssMb: number; rssOfIndexMb: number }

const MEGABYTE = 1_000_000
const [file = '', folder = ''] = process.argv.slice(2)
const store = openSqlite(file)
const rssBefore = process.memoryUsage().rss
const begin = performance.now()
const index = await openOurs(store, folder)
const openMs = performance.now() - begin
await index.search(queryOf({ ...ANYWHERE, words: 'galdnieks' }))
const firstAnswerMs = performance.now() - begin
const { documents } = await index.state()
const { rss } = process.memoryUsage()
const fresh: Fresh = {
  openMs: Math.round(openMs),
  firstAnswerMs: Math.round(firstAnswerMs),
  documents,
  rssMb: Math.round(rss / MEGABYTE),
  rssOfIndexMb: Math.round((rss - rssBefore) / MEGABYTE),
}
process.send?.(fresh)
await index.close()
await store.close()
