// Reading what came with a request.
import { isObject, type JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import type { Call } from './state.ts'

function checkType({ contentType }: Call, accepted: readonly string[]): string {
  const type = contentType.split(';')[0]?.trim() ?? ''
  const list = accepted.map((one) => `\`${one}\``).join(', ')
  if (type === '')
    throw new Refusal('missing_content_type', `A Content-Type header is missing. Accepted values for the Content-Type header are: ${list}`)
  if (accepted.includes(type)) return type
  const message = `The Content-Type \`${type}\` is invalid. Accepted values for the Content-Type header are: ${list}`
  throw new Refusal('invalid_content_type', message)
}

export function jsonBody(call: Call): unknown {
  checkType(call, ['application/json'])
  if (call.text === '') return undefined
  try {
    return JSON.parse(call.text) as unknown
  } catch (error) {
    throw new Refusal('malformed_payload', `The json payload provided is malformed. \`${String(error)}\`.`)
  }
}

export function objectBody(call: Call): JsonObject {
  const body = jsonBody(call)
  if (body === undefined) return {}
  if (!isObject(body)) throw new Refusal('bad_request', 'Invalid value type: expected an object')
  return body
}

/** One document, a list of them, or a line for each. */
export function documentsIn(call: Call): JsonObject[] {
  const type = checkType(call, ['application/json', 'application/x-ndjson', 'text/csv'])
  if (type === 'text/csv') throw unknownToDouble('documents as CSV')
  if (call.text === '') throw new Refusal('missing_payload', `A ${type === 'application/json' ? 'json' : 'ndjson'} payload is missing.`)
  const malformed = (why: string) => new Refusal('malformed_payload', `The \`json\` payload provided is malformed. \`${why}\`.`)
  try {
    const lines = type === 'application/json' ? [call.text] : call.text.split('\n').filter((line) => line.trim() !== '')
    const read = lines.flatMap((line) => JSON.parse(line) as unknown)
    if (read.every(isObject)) return read
  } catch (error) {
    throw malformed(`Couldn't serialize document value: ${String(error)}`)
  }
  throw malformed("Couldn't serialize document value: invalid type, expected a map")
}

/** @throws with this code when it is there and no whole number. */
export function countAt(query: URLSearchParams, name: string, fallback: number, code: string): number {
  const value = query.get(name)
  if (value === null) return fallback
  if (/^\d+$/.test(value)) return Number(value)
  throw new Refusal(code, `Invalid value in parameter \`${name}\`: could not parse \`${value}\` as a positive integer`)
}

export function textAt(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)
  return value === '' ? null : value
}
