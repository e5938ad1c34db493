// Who may do what: the master key everything, a key what its actions and its indexes allow.
import { Refusal } from './refusal.ts'

/** Actions as `documents.add`, `documents.*` or `*`; indexes by name, `vacancies_*` or `*`. */
export type Key = { actions: readonly string[]; indexes: readonly string[] }
export type Keys = { master: string | null; others: Readonly<Record<string, Key>> }

/** Which indexes this caller may reach. */
export type Scope = (uid: string) => boolean

function covers(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))
}

/** @param uid the index that the address names. @throws Refusal */
export function scopeOf({ master, others }: Keys, authorization: string | undefined, action: string, uid: string | null): Scope {
  if (master === null) return () => true
  if (authorization === undefined) throw new Refusal('missing_authorization_header', 'The Authorization header is missing.')
  const given = authorization.replace(/^Bearer /, '')
  if (given === master) return () => true
  const key = Object.hasOwn(others, given) ? others[given] : undefined
  const mayAll = key?.indexes.includes('*') === true
  // The version concerns no index, so that a key for some of them never learns it.
  if (!key || !covers(key.actions, action) || (action === 'version' && !mayAll)) throw invalidKey()
  const may: Scope = (name) => covers(key.indexes, name)
  if (uid !== null && !may(uid)) throw invalidKey()
  return may
}

export function invalidKey(): Refusal {
  return new Refusal('invalid_api_key', 'The provided API key is invalid.')
}
