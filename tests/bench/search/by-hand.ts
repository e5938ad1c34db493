// The queries written by hand, over the demo and a made part of the register: other texts than everything else here is measured with.
import { join } from 'node:path'
import { importRecords } from '#db/import/nva/write.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { openEmbeddedIndex } from '#search/index/embedded/engine.ts'
import { documentParts, type VacancyDocument } from '#search/index/document.ts'
import type { VacancyIndex } from '#search/index/port.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'
import { HAND_KINDS, HAND_QUERIES, type HandQuery } from '#tests/support/search/queries.ts'
import { queryOf } from './ours.ts'
import { ANYWHERE } from './peers/peer.ts'

const NOW = Date.parse('2026-11-23T07:00:00Z')
const RECORDS = 120
const LOOKED_AT = 10

export type ByHand = { solved: number; of: number; byKind: Record<string, string>; notSolved: string[] }

const isOpen = ({ expiresAt, visibility }: VacancyDocument) => expiresAt > NOW && visibility === 'public'

function isRight({ occupations, municipality }: HandQuery, document: VacancyDocument | undefined): boolean {
  if (!document) return false
  const ofOccupation = occupations.length === 0 || occupations.includes(document.occupation ?? '')
  return ofOccupation && (municipality ?? document.municipality) === document.municipality
}

/** At least half of the first ten are right; where fewer are right at all, half of the first so many. */
async function isSolved(index: VacancyIndex, documents: ReadonlyMap<string, VacancyDocument>, query: HandQuery): Promise<boolean> {
  const { ids } = await index.search(queryOf({ ...ANYWHERE, words: query.words }))
  const rightOnes = [...documents.values()].filter((document) => isOpen(document) && isRight(query, document)).length
  if (rightOnes === 0) throw new Error(`Nothing is right for "${query.words}"`)
  const first = ids.slice(0, Math.min(LOOKED_AT, rightOnes))
  return first.filter((id) => isRight(query, documents.get(id))).length * 2 >= Math.min(LOOKED_AT, rightOnes)
}

export async function measureByHand(folder: string): Promise<ByHand> {
  const store = openSqlite(join(folder, 'by-hand.sqlite'))
  await seedDemo(store, Buffer.alloc(32, 7), NOW)
  await importRecords(store, makeRecords(RECORDS), { now: NOW })
  const index = await openEmbeddedIndex(store, { now: () => NOW, folder: ':memory:' })
  await index.catchUp()
  const documents = new Map<string, VacancyDocument>()
  for await (const part of documentParts(store, 'all')) for (const document of part) documents.set(document.id, document)
  const solved = new Set<HandQuery>()
  for (const query of HAND_QUERIES) if (await isSolved(index, documents, query)) solved.add(query)
  await index.close()
  await store.close()
  const ofKind = (kind: string) => HAND_QUERIES.filter((query) => query.kind === kind)
  const share = (kind: string) => `${ofKind(kind).filter((query) => solved.has(query)).length}/${ofKind(kind).length}`
  return {
    solved: solved.size,
    of: HAND_QUERIES.length,
    byKind: Object.fromEntries(HAND_KINDS.map((kind) => [kind, share(kind)])),
    notSolved: HAND_QUERIES.filter((query) => !solved.has(query)).map(({ words }) => words),
  }
}
