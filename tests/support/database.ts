// Real databases for tests: migrated once in each process, copied for each test.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'

let template: Promise<string> | null = null

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-template-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'template.sqlite')
  await openSqlite(file).close()
  return file
}

/** Ids `t1`, `t2`, … in the order they are asked for. */
export function countedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `t${String(count)}`
  }
}

/** An empty, migrated database of this test's own; closed and removed after it. */
export async function testStore(): Promise<Store> {
  template ??= makeTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'tilts-test-'))
  const file = join(folder, 'test.sqlite')
  copyFileSync(await template, file)
  const store = openSqlite(file, { newId: countedIds() })
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return store
}
