// Public ids.
import { randomBytes } from 'node:crypto'

const ID_BYTES = 9

/** Unguessable, in no order, letters and digits only. */
export function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y')
}
