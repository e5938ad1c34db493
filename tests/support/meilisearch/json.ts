// JSON values as they come over the wire, and the few questions the double asks of them.
export type Json = string | number | boolean | null | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** What stands at `a.b`: a field may be named so, or be nested, also within the objects of a list. `base` is false inside a list. */
export function valuesAt(fields: JsonObject, path: string): { value: Json; base: boolean }[] {
  const found: { value: Json; base: boolean }[] = []
  collect(fields, path, true, found)
  return found
}

function collect(fields: JsonObject, path: string, base: boolean, found: { value: Json; base: boolean }[]): void {
  const own = fields[path]
  if (own !== undefined) found.push({ value: own, base })
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const inner = fields[path.slice(0, dot)]
    const rest = path.slice(dot + 1)
    if (isObject(inner)) collect(inner, rest, base, found)
    if (Array.isArray(inner)) for (const item of inner) if (isObject(item)) collect(item, rest, false, found)
  }
}

/** Every text, number and truth value with the name of its field, `a.b` for what is nested. */
export function* leaves(fields: JsonObject, prefix = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(fields)) yield* leavesOf(value, prefix + key)
}

function* leavesOf(value: Json, name: string): Generator<[string, string]> {
  if (Array.isArray(value)) for (const item of value) yield* leavesOf(item, name)
  else if (isObject(value)) yield* leaves(value, `${name}.`)
  else if (value !== null) yield [name, String(value)]
}

/** The names of all fields, and of all they hold. */
export function* fieldNames(fields: JsonObject, prefix = ''): Generator<string> {
  for (const [key, value] of Object.entries(fields)) {
    yield prefix + key
    for (const inner of Array.isArray(value) ? value : [value]) if (isObject(inner)) yield* fieldNames(inner, `${prefix}${key}.`)
  }
}
