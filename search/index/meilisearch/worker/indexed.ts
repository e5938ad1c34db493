// Reads what the server has: its indexes, and their documents by id and revision.
import { callServer } from '../errors.ts'
import { LIVE_INDEX, type MeiliServer } from '../server.ts'

export type Indexed = { id: string; rev: string }

const AT_ONCE = 1000
/** The client asks for these in the address, and a proxy takes no longer one than 8 kB. */
const IDS_IN_ADDRESS = 250

export async function listIndexes({ client }: MeiliServer): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const { results } = await callServer(() => client.getRawIndexes({ offset: names.length, limit: AT_ONCE }))
    names.push(...results.map(({ uid }) => uid))
    if (results.length < AT_ONCE) return names
  }
}

/** Revision by id, of the documents that are there. */
export async function revisionsOf(server: MeiliServer, uid: string, ids: readonly string[]): Promise<Map<string, string>> {
  const indexed = new Map<string, string>()
  for (let from = 0; from < ids.length; from += IDS_IN_ADDRESS) {
    const part = ids.slice(from, from + IDS_IN_ADDRESS)
    const { results } = await callServer(() =>
      server.index(uid).getDocuments<Indexed>({ ids: part, fields: ['id', 'rev'], limit: part.length }),
    )
    for (const { id, rev } of results) indexed.set(id, rev)
  }
  return indexed
}

/** Every document, page by page, in the server's order. */
async function* indexedPages(server: MeiliServer, uid: string = LIVE_INDEX): AsyncGenerator<Indexed[]> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const { results } = await callServer(() => server.index(uid).getDocuments<Indexed>({ fields: ['id', 'rev'], limit: AT_ONCE, offset }))
    if (results.length > 0) yield results
    if (results.length < AT_ONCE) return
  }
}

export async function* indexedIds(server: MeiliServer, uid: string): AsyncGenerator<string[]> {
  for await (const page of indexedPages(server, uid)) yield page.map(({ id }) => id)
}

/** For `differences`. */
export async function* indexedRows(server: MeiliServer): AsyncGenerator<Indexed> {
  for await (const page of indexedPages(server)) yield* page
}
