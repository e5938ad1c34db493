// Public ids.
import { randomBytes } from 'node:crypto'

const ID_BYTES = 9

/** Unguessable, not in order, made of letters and digits alone. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y')
}
