// A store with made vacancies in it, and what is right for each query over them.
import { fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import type { EmbeddedIndex } from '#search/index/embedded/engine.ts'
import { corpusId, putCorpusIn } from '#tests/support/search/corpus/into-store.ts'
import { openJudge, type Judge, type Told } from '#tests/support/search/corpus/judging.ts'
import { makeCorpus, type CorpusVacancy } from '#tests/support/search/corpus/vacancies.ts'
import { timed } from '../timing.ts'
import type { Fresh } from './fresh.ts'
import { openOurs } from './ours.ts'

export type World = { file: string; indexFolder: string; store: Store; judge: Judge; loadSeconds: number }

export const seconds = (ms: number) => Math.round(ms / 10) / 100

export async function makeWorld(folder: string, documents: number): Promise<World> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'tilts.sqlite')
  const store = openSqlite(file)
  const told: (readonly [id: string, told: Told])[] = []
  function* noted(): Generator<CorpusVacancy> {
    for (const made of makeCorpus(documents)) {
      const { nth, occupation, language, town } = made
      told.push([corpusId(nth), { occupation, language, town }])
      yield made
    }
  }
  const { ms } = await timed(() => putCorpusIn(store, noted()))
  return { file, indexFolder: join(folder, 'index'), store, judge: openJudge(told), loadSeconds: seconds(ms) }
}

/** From the store until it can be searched. */
export async function buildIndex({ store, indexFolder }: World): Promise<{ index: EmbeddedIndex; buildSeconds: number }> {
  const { result: index, ms } = await timed(async () => {
    const opened = await openOurs(store, indexFolder)
    await opened.catchUp()
    return opened
  })
  return { index, buildSeconds: seconds(ms) }
}

/** In a process of its own; nobody else may have the index open. */
export function openFresh({ file, indexFolder }: World): Promise<Fresh> {
  const child = fork(fileURLToPath(new URL('fresh.ts', import.meta.url)), [file, indexFolder])
  return new Promise((resolve, reject) => {
    child.once('message', (fresh) => {
      resolve(fresh as Fresh)
    })
    child.once('exit', (code) => {
      reject(new Error(`The fresh process ended with ${String(code)} and said nothing`))
    })
  })
}
