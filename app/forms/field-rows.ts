// Fields of one kind that stand in rows, named by number or by a word of a vocabulary.
import type { z } from 'zod'

/** Fields `prefix-0`, `prefix-1`, …; the browser sends those the page shows. */
export function rows<Field extends z.ZodType>(prefix: string, count: number, field: Field): Record<string, Field> {
  return Object.fromEntries(Array.from({ length: count }, (_, row) => [`${prefix}-${row}`, field]))
}

/** Fields `prefix-name`, one for each name. */
export function named<Field extends z.ZodType>(prefix: string, names: readonly string[], field: Field): Record<string, Field> {
  return Object.fromEntries(names.map((name) => [`${prefix}-${name}`, field]))
}
