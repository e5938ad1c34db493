// Nested values and the flat names a browser sends them by: `{ skills: [{ level: 'B1' }] }` is the field `skills[0].level`.

/** What was typed, by the name of its field; a repeated field is a list. */
export type Entered = Readonly<Record<string, string | string[]>>
/** A list of texts is one repeated field; a list of anything else is rows. */
export type FieldValues = { readonly [name: string]: string | readonly string[] | FieldValues | readonly FieldValues[] }
type Nested = { [name: string]: string | string[] | Nested }

export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : (index === 0 ? '' : '.') + String(part))).join('')
}

const isTexts = (value: FieldValues[string]): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isRows = (value: FieldValues | readonly FieldValues[]): value is readonly FieldValues[] => Array.isArray(value)

function fieldsAt(path: readonly PropertyKey[], value: FieldValues[string]): [string, string | string[]][] {
  if (typeof value === 'string') return [[fieldName(path), value]]
  if (isTexts(value)) return [[fieldName(path), [...value]]]
  const parts: [PropertyKey, FieldValues[string]][] = isRows(value) ? [...value.entries()] : Object.entries(value)
  return parts.flatMap(([part, inner]) => fieldsAt([...path, part], inner))
}

/** What the fields of a page hold before anybody types. */
export function fieldsOf(values: FieldValues): Entered {
  return Object.fromEntries(fieldsAt([], values))
}

/** No part of a name begins with an underscore, so none is `__proto__`. */
const NAME = /^[a-z]\w*(\[\d{1,3}\]|\.[a-z]\w*)*$/i

/**
 * The same, read back. Rows stay objects with their number as the key: a list would be as long as the largest number somebody sends.
 * A field whose name is of another shape is of no form of ours and is left out.
 */
export function nested(entered: Entered): Nested {
  const root: Nested = {}
  for (const [name, value] of Object.entries(entered)) {
    if (!NAME.test(name)) continue
    const parts = name.split(/[.[\]]+/).filter((part) => part !== '')
    const last = parts.pop() ?? ''
    const within = parts.reduce(innerOf, root)
    within[last] = value
  }
  return root
}

function innerOf(outer: Nested, part: string): Nested {
  const known = Object.hasOwn(outer, part) ? outer[part] : undefined
  if (typeof known === 'object' && !Array.isArray(known)) return known
  const inner: Nested = {}
  outer[part] = inner
  return inner
}
