// What the tests of the double share: one started for a test, a client of it, an index with documents in it.
import { Meilisearch, MeilisearchApiError, type Settings } from 'meilisearch'
import { onTestFinished } from 'vitest'
import { startMeilisearchDouble, type DoubleOptions, type MeilisearchDouble } from './double.ts'

export type Desk = MeilisearchDouble & { client: Meilisearch }

export async function desk(options: DoubleOptions = {}): Promise<Desk> {
  const double = await startMeilisearchDouble(options)
  onTestFinished(double.close)
  const client = new Meilisearch({ host: double.url, timeout: 2000, ...(options.key === undefined ? {} : { apiKey: options.key }) })
  return { ...double, client }
}

type Row = Record<string, unknown>

/** The index `jobs`, its primary key `id`. */
export async function jobs(settings: Settings, documents: Row[], options: DoubleOptions = {}) {
  const made = await desk(options)
  made.control.pause()
  const index = made.client.index('jobs')
  await index.updateSettings(settings)
  await index.addDocuments(documents, { primaryKey: 'id' })
  made.control.settle()
  made.control.resume()
  const failed = made.control.tasks().find(({ status }) => status !== 'succeeded')
  if (failed) throw new Error(JSON.stringify(failed))
  return { ...made, index }
}

/** The ids found, in order. */
export function idsIn({ hits }: { hits: Row[] }): unknown[] {
  return hits.map(({ id }) => id)
}

/** What the server said no with; fails when it said yes. */
export async function refusal(answer: Promise<unknown>): Promise<{ status: number; code: string; message: string }> {
  try {
    await answer
  } catch (error) {
    if (!(error instanceof MeilisearchApiError)) throw error
    return { status: error.response.status, code: error.cause?.code ?? '', message: error.message }
  }
  throw new Error('It was not refused.')
}
