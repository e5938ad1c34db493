// An embedded index whose process dies where a test says: what stood on the disk at that moment is all that the next one finds.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'
import { openIndexFile, type OpenIndexFile } from '#search/index/embedded/index-file.ts'

class Died extends Error {
  override readonly name = 'Died'
}

export type MortalIndex = {
  index: () => EmbeddedIndex
  takeIn: (dieAt: number) => Promise<boolean>
}

/** The files of the first process in a folder; its lock is let go of by the system. */
const FILES = ['index.sqlite', 'next.sqlite'].flatMap((name) => [name, `${name}-wal`])

function copyFiles(from: string, to: string): void {
  mkdirSync(join(to, '1'), { recursive: true })
  for (const name of FILES) if (existsSync(join(from, '1', name))) cpSync(join(from, '1', name), join(to, '1', name))
}

/** @param root of the folders that the processes have one after the other. */
export async function openMortalIndex(store: Store, now: () => Instant, root: string): Promise<MortalIndex> {
  let life = 0
  let left = Infinity
  let dead = false
  const folderOf = (nth: number) => join(root, String(nth))

  /** Each write has a step before it and one between the file and what is held in memory. */
  function step(): void {
    if (!dead && (left -= 1) > 0) return
    if (!dead) copyFiles(folderOf(life), folderOf(life + 1))
    dead = true
    throw new Died('The process is gone')
  }
  const openFile: OpenIndexFile = (path, toFill) => {
    const file = openIndexFile(path, toFill)
    return {
      ...file,
      apply: (change) => {
        step()
        const written = file.apply(change)
        step()
        return written
      },
      mergeSegments: () => {
        step()
        return file.mergeSegments()
      },
    }
  }
  const open = () => openEmbeddedIndex(store, { now, folder: folderOf(life), openFile })
  mkdirSync(folderOf(life))
  let index = await open()

  return {
    index: () => index,
    takeIn: async (dieAt) => {
      left = dieAt
      await index.catchUp().catch((error: unknown) => {
        if (!dead) throw error
      })
      left = Infinity
      if (!dead) return false
      await index.close()
      life += 1
      dead = false
      index = await open()
      return true
    },
  }
}
