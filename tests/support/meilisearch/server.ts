// The Meilisearch that tests talk to: the double, or a real server where MEILI_URL names one (MEILI_KEY its key), and then without faults.
import { startMeilisearchDouble, type DoubleOptions } from './double.ts'
import type { Control } from './faults.ts'

export type MeilisearchForTests = { url: string; key: string | null; control: Control | null; close(): Promise<void> }

const DOUBLE_KEY = 'a key for tests'

export async function meilisearchForTests(options: Omit<DoubleOptions, 'key'> = {}): Promise<MeilisearchForTests> {
  const { MEILI_URL, MEILI_KEY } = process.env
  if (MEILI_URL) return { url: MEILI_URL, key: MEILI_KEY ?? null, control: null, close: async () => undefined }
  return { key: DOUBLE_KEY, ...(await startMeilisearchDouble({ ...options, key: DOUBLE_KEY })) }
}
