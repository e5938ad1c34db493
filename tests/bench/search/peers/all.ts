// The engines that ours is measured against, by name.
import { startPostgres } from '#tests/support/postgres/postgres-server.ts'
import { openFts5 } from './fts5.ts'
import { openLike } from './like.ts'
import { meilisearchAt } from './meilisearch.ts'
import { openMiniSearch } from './minisearch.ts'
import type { OpenPeer } from './peer.ts'
import { openPostgresText } from './postgres.ts'

const onServerOfItsOwn: OpenPeer = async (documents) => {
  const server = await startPostgres()
  const peer = await openPostgresText(server.url, documents)
  return {
    search: peer.search,
    close: async () => {
      await peer.close()
      await server.stop()
    },
  }
}

const { MEILI_URL, MEILI_KEY } = process.env

export const PEERS: Readonly<Record<string, OpenPeer>> = {
  sqlLike: openLike,
  fts5: openFts5,
  miniSearch: openMiniSearch,
  postgres: onServerOfItsOwn,
  ...(MEILI_URL ? { meilisearch: meilisearchAt(MEILI_URL, MEILI_KEY ?? null) } : {}),
}
