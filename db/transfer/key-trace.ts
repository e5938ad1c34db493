// What a database tells of the master key it was written with: enough to try a key on it, nothing to find one.
import Database from 'better-sqlite3'
import type { DatabaseLocation } from './database-location.ts'
import { connectForCopy } from './copy-postgres.ts'

export type KeyTrace = {
  /** As the deployment wrote it; null when it never did. */
  keyCheck: string | null
  /** One person's key, wrapped; null when nobody is in it. */
  person: { candidateId: string; wrapped: string } | null
}

const ASK_PERSON = 'select candidate_id, wrapped from vault_key order by candidate_id limit 1'
const ASK_CHECK = 'select key_check from deployment'

type Asking = (text: string) => Promise<Record<string, unknown> | undefined>

async function traceBy(ask: Asking): Promise<KeyTrace> {
  const person = await ask(ASK_PERSON)
  // A database of before there were deployments has no such table.
  const deployment = await ask(ASK_CHECK).catch(() => undefined)
  return {
    keyCheck: deployment ? String(deployment['key_check']) : null,
    person: person ? { candidateId: String(person['candidate_id']), wrapped: String(person['wrapped']) } : null,
  }
}

export async function keyTraceIn(place: DatabaseLocation): Promise<KeyTrace> {
  if (place.engine === 'sqlite') {
    const connection = new Database(place.file, { readonly: true })
    try {
      return await traceBy(
        (text) => new Promise((resolve) => resolve(connection.prepare(text).get() as Record<string, unknown> | undefined)),
      )
    } finally {
      connection.close()
    }
  }
  const client = await connectForCopy(place.url)
  try {
    return await traceBy(async (text) => (await client.query<Record<string, unknown>>(text)).rows[0])
  } finally {
    await client.end()
  }
}
