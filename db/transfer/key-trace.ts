// What a database holds that was made with its master key: enough to check a key, not to find it.
import Database from 'better-sqlite3'
import type { DatabaseLocation } from './database-location.ts'
import { connectForCopy } from './copy-postgres.ts'

export type KeyTrace = {
  /** Of the deployment's row; null when there is none. */
  keyCheck: string | null
  /** One person's wrapped key; null when there are no people. */
  person: { candidateId: string; wrapped: string } | null
}

const ASK_PERSON = 'select candidate_id, wrapped from vault_key order by candidate_id limit 1'
const ASK_CHECK = 'select key_check from deployment'

type Asking = (text: string) => Promise<Record<string, unknown> | undefined>

async function traceBy(ask: Asking): Promise<KeyTrace> {
  const person = await ask(ASK_PERSON)
  // A database older than the deployment table has none.
  const deployment = await ask(ASK_CHECK).catch(() => undefined)
  return {
    keyCheck: deployment ? String(deployment['key_check']) : null,
    person: person ? { candidateId: String(person['candidate_id']), wrapped: String(person['wrapped']) } : null,
  }
}

export async function keyTraceIn(location: DatabaseLocation): Promise<KeyTrace> {
  if (location.engine === 'sqlite') {
    const connection = new Database(location.file, { readonly: true })
    try {
      return await traceBy(
        (text) => new Promise((resolve) => resolve(connection.prepare(text).get() as Record<string, unknown> | undefined)),
      )
    } finally {
      connection.close()
    }
  }
  const client = await connectForCopy(location.url)
  try {
    return await traceBy(async (text) => (await client.query<Record<string, unknown>>(text)).rows[0])
  } finally {
    await client.end()
  }
}
