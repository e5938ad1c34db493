// One request of an employer, a colleague or a visitor, as a browser sends it or as a script would.
import type { Fields } from './vacancy-fields.ts'
import { HOST, type Sent } from './site.ts'

export type Asker = 'visitor' | 'boss' | 'colleague' | 'other' | 'unverified'

export type Wanted = {
  by: Asker | 'caseworker'
  method?: string
  path: string
  fields?: Fields
  headers?: Record<string, string>
  /** The change that is meant, for the tally of what was tried. */
  change?: string
}

/** The address at which single fetch answers with a page's data alone. */
export function dataOf(path: string): string {
  const [address = '', query] = path.split('?')
  const data = address === '/' ? '/_root.data' : `${address}.data`
  return query === undefined ? data : `${data}?${query}`
}

function bodyOf(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString()
}

export function sentOf({ method, path, fields, headers = {} }: Omit<Wanted, 'by'> & Partial<Wanted>, cookie: string): Sent {
  const signed: Record<string, string> = cookie === '' ? {} : { Cookie: cookie }
  const how = method ?? (fields ? 'POST' : 'GET')
  if (!fields) return { method: how, path, headers: { ...signed, ...headers } }
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: `http://${HOST}` }
  return { method: how, path, headers: { ...signed, ...form, ...headers }, body: bodyOf(fields) }
}
