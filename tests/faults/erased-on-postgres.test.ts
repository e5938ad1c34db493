// What PostgreSQL keeps of an erased person in its files, and that the lines of docs/running.md end it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { updateProfile } from '#db/people/people.ts'
import { identity, restrictedRecord, vaultKey } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'
import { countedIds } from '#tests/support/database.ts'
import { administer, databaseUrl, startPostgres } from '#tests/support/postgres/postgres-server.ts'
import { aFolder, storeAt } from './support/database.ts'
import { ROOT } from './support/process.ts'

const NOW = Date.now()
/** A statement a line. */
const LINES = /After somebody was erased[^]*?```sql\n([^]*?)```/

async function aServer() {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  await administer(server.url, 'CREATE DATABASE erasing')
  const url = databaseUrl(server.url, 'erasing')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  return { ours: server.crash !== null, url, client, folder: rows[0]?.data_directory ?? '' }
}

async function somebody(store: Store) {
  const { id: organisationId } = await anOrganisation(store)
  const { membershipId, accountId } = await aMember(store, { role: 'caseworker', organisationId })
  const actor: CaseworkerActor = { kind: 'caseworker', membershipId, accountId, organisationId, publicAuthority: true }
  const { id } = await aCandidate(store, { organisationId, caseworkerId: membershipId, code: 'K-RETV-4R', label: 'v2.retvards-piezime' })
  for (const version of [1, 2])
    await updateProfile(store, actor, id, { version, profile: { ...EMPTY_PROFILE, skills: [`retvards-prasme-${version}`] } }, NOW)
  const [held] = await store.read((db) =>
    db
      .select({ key: vaultKey.wrapped, identity: identity.content, record: restrictedRecord.content, codeKey: identity.codeKey })
      .from(vaultKey)
      .innerJoin(identity, eq(identity.candidateId, vaultKey.candidateId))
      .innerJoin(restrictedRecord, eq(restrictedRecord.candidateId, vaultKey.candidateId)),
  )
  return {
    id,
    actor,
    traces: ['K-RETV-4R', 'retvards-piezime', 'retvards-prasme', ...Object.values(held ?? {}).map((text) => String(text).slice(30, 42))],
  }
}

/** A file that the server removes meanwhile holds nothing any more. */
function bytesOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

function tracesIn(folder: string, traces: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.map(({ parentPath, name }) => bytesOf(join(parentPath, name)))
  return traces.filter((trace) => bytes.some((one) => one.includes(trace)))
}

test('until the lines of docs/running.md were run the person’s key is still in its files, and afterwards nothing of them', async ({
  skip,
}) => {
  const { ours, url, client, folder } = await aServer()
  if (!ours) return skip('The files of the server that TEST_DATABASE_URL names are not ours to read')
  const store = await storeAt({ engine: 'postgres', url, connections: 6 }, countedIds())
  const { id, actor, traces } = await somebody(store)
  await beginErasure(store, actor, id, NOW)
  await finishErasures(store, openErasureList(aFolder()), NOW)
  await client.query('CHECKPOINT')
  expect(tracesIn(folder, traces)).toEqual(traces)

  const lines =
    LINES.exec(readFileSync(join(ROOT, 'docs/running.md'), 'utf8'))?.[1]
      ?.trim()
      .split('\n') ?? []
  for (const line of lines) await client.query(line)
  expect(lines.length).toBeGreaterThan(3)
  expect(tracesIn(folder, traces)).toEqual([])
})
