// Fields that belong together: rows told apart by number (`skills[0].level`) or by a word of a vocabulary (`driving.B`).
import { z } from 'zod'

/** Fields of one row; what was not sent is empty. */
export function row<const Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((typed) => typed ?? {}, z.object(shape))
}

/** A fixed number of rows: what a browser sends beyond them is not read. */
export function rows<Row extends z.ZodType>(count: number, each: Row) {
  return z.preprocess((typed) => {
    const sent = partsOf(typed)
    return Array.from({ length: count }, (_, number) => sent.get(String(number)))
  }, z.array(each))
}

/** One field, or row of fields, for each name. */
export function named<const Name extends string, Field extends z.ZodType>(names: readonly Name[], each: Field) {
  return z.preprocess(
    (typed) => {
      const sent = partsOf(typed)
      return Object.fromEntries(names.map((name) => [name, sent.get(name)]))
    },
    z.record(z.enum(names), each),
  )
}

function partsOf(typed: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof typed === 'object' && typed !== null ? Object.entries(typed) : [])
}
