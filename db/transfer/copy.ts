// Copies a whole database into an empty one, whatever the engines: one snapshot of the source, one transaction of the target.
import { isDeepStrictEqual } from 'node:util'
import { openPostgresSource, openPostgresTarget } from './copy-postgres.ts'
import { at, CopyProblem } from './copy-problem.ts'
import { printedLocation, type DatabaseLocation } from './database-location.ts'
import { openChecksum, pagesOf, SHAPES, type Checksum, type Readable, type Shape, type Source, type Target } from './copy-rows.ts'
import { openSqliteSource, openSqliteTarget } from './copy-sqlite.ts'
import type { SchemaAge } from './schema-age.ts'

export type CopiedTable = { table: string; rows: number; sha256: string }
export type CopyProgress = { step: 'copied' | 'checked'; done: number; total: number }

const REFUSED: Readonly<Record<Exclude<SchemaAge, 'today'>, string>> = {
  older: 'is of an older Tilts: start the newest Tilts on it once, which brings it up to date, and move it then.',
  unknown: 'is of a newer Tilts than this one: move it with that one.',
}

async function openSource(from: DatabaseLocation): Promise<Source> {
  const name = printedLocation(from)
  const source = await at(name, () => (from.engine === 'sqlite' ? openSqliteSource(from.file) : openPostgresSource(from.url)))
  if (source.age === 'today') return source
  await source.close()
  throw new CopyProblem(source.age === null ? `${name} is not a database of Tilts.` : `${name} ${REFUSED[source.age]}`)
}

async function openTarget(to: DatabaseLocation): Promise<Target> {
  return at(printedLocation(to), () => (to.engine === 'sqlite' ? openSqliteTarget(to.file) : openPostgresTarget(to.url)))
}

/** A broken constraint, or a value that the engine cannot hold, such as a zero character in PostgreSQL. */
function isRefusedRow(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(22|23)...$|^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code)
}

async function copyTable(source: Source, target: Target, shape: Shape, names: { from: string; to: string }, step: (rows: number) => void) {
  const checksum = openChecksum()
  const pages = pagesOf(source, shape)
  for (;;) {
    const page = await at(names.from, () => pages.next())
    if (page.done) return checksum.result()
    checksum.add(page.value)
    await at(names.to, () => target.insert(shape, page.value)).catch((error: unknown) => {
      throw isRefusedRow(error) ? new CopyProblem(`The table ${shape.name} holds a row that ${names.to} refuses.`, { cause: error }) : error
    })
    step(page.value.length)
  }
}

async function checksumOf(readable: Readable, shape: Shape, step: (rows: number) => void): Promise<ReturnType<Checksum['result']>> {
  const checksum = openChecksum()
  for await (const rows of pagesOf(readable, shape)) {
    checksum.add(rows)
    step(rows.length)
  }
  return checksum.result()
}

/** What is in a database, table by table. Rejects with a CopyProblem when it cannot be read. */
export async function checksumsOf(location: DatabaseLocation): Promise<CopiedTable[]> {
  const source = await openSource(location)
  try {
    const tables: CopiedTable[] = []
    for (const shape of SHAPES) tables.push({ table: shape.name, ...(await checksumOf(source, shape, () => undefined)) })
    return tables
  } finally {
    await source.close()
  }
}

async function copyAll(source: Source, target: Target, names: { from: string; to: string }, onProgress: (progress: CopyProgress) => void) {
  let total = 0
  for (const shape of SHAPES) total += await at(names.from, () => source.count(shape))
  const counting = (step: CopyProgress['step']) => {
    let done = 0
    return (rows: number) => {
      done += rows
      onProgress({ step, done, total })
    }
  }
  const copied: CopiedTable[] = []
  const onCopied = counting('copied')
  for (const shape of SHAPES) {
    copied.push({ table: shape.name, ...(await copyTable(source, target, shape, names, onCopied)) })
  }
  const onChecked = counting('checked')
  for (const [index, shape] of SHAPES.entries()) {
    const found = { table: shape.name, ...(await at(names.to, () => checksumOf(target, shape, onChecked))) }
    if (!isDeepStrictEqual(found, copied[index])) {
      throw new CopyProblem(`The table ${shape.name} did not arrive as it was; nothing was kept in ${names.to}.`)
    }
  }
  for (const shape of SHAPES.filter(({ counter }) => counter !== null)) {
    const last = await at(names.from, () => source.counter(shape))
    if (last > 0) await at(names.to, () => target.setCounter(shape, last))
  }
  return copied
}

/**
 * The rows are read back and compared before they are committed: until then, and after any failure, the target is empty.
 * Rejects with a CopyProblem when the source does not have the current schema or the target is not empty.
 */
export async function copyDatabase(
  from: DatabaseLocation,
  to: DatabaseLocation,
  { now, onProgress }: { now: () => number; onProgress: (progress: CopyProgress) => void },
): Promise<{ at: number; tables: CopiedTable[] }> {
  const names = { from: printedLocation(from), to: printedLocation(to) }
  const source = await openSource(from)
  try {
    const snapshotAt = now()
    const target = await openTarget(to)
    try {
      const tables = await copyAll(source, target, names, onProgress)
      await at(names.to, () => target.commit())
      return { at: snapshotAt, tables }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}
