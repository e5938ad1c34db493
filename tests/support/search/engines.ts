// The engines that the conformance suite is run on, each opened over a store in one way.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'
import type { AtEnd, OpenEngine, SearchEngine } from './engine.ts'
import { MEILISEARCH } from './meilisearch-engine.ts'
import { openMortalIndex } from './mortal-index.ts'

export function temporaryFolder(atEnd: AtEnd): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-index-'))
  atEnd(() => {
    rmSync(folder, { recursive: true, force: true })
    return Promise.resolve()
  })
  return folder
}

function asEngine(index: EmbeddedIndex): OpenEngine {
  return {
    index,
    understand: index.plan,
    settle: index.catchUp,
    rebuild: () => index.rebuild(() => undefined),
    revisions: () => Promise.resolve(index.revisions()),
  }
}

const EMBEDDED: SearchEngine = {
  name: 'embedded',
  atOnce: true,
  meetsExactly: () => true,
  exactOrder: true,
  metresAlike: 0,
  // 1.7 %: what a typing error hides from everybody, and occupations of two words of which one is in the title of another.
  unsolved: { labelled: 0, heldOut: 0.02 },
  open: async (store, clock, atEnd) => {
    const index = await openEmbeddedIndex(store, { now: () => clock.now, folder: temporaryFolder(atEnd) })
    atEnd(index.close)
    return asEngine(index)
  },
  openMortal: async (store, clock, atEnd) => {
    const mortal = await openMortalIndex(store, () => clock.now, temporaryFolder(atEnd))
    atEnd(() => mortal.index().close())
    return { engine: () => asEngine(mortal.index()), takeIn: mortal.takeIn }
  },
}

export const SEARCH_ENGINES: readonly SearchEngine[] = [EMBEDDED, MEILISEARCH]
