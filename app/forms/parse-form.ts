// The one way to read a form: a schema in the person's words, failure as data.
import type { z } from 'zod'
import type { ProblemKey } from '#app/i18n/translate.ts'
import { fieldName, nested, type Entered } from './field-names.ts'

export type { Entered }

/** A key under `problems.`, with values after `?` (`tooLong?count=60`); worded by the screen. */
export type Problem = ProblemKey | `${ProblemKey}?${string}`
/** By field name (`skills[0].level`); `form` stands for the whole form. */
export type Problems = Readonly<Record<string, Problem>>

export type Parsed<Data> = { ok: true; data: Data; entered: Entered } | { ok: false; problems: Problems; entered: Entered }

/** Never sent back to the page. */
const SECRET = /password|pin|card|token|secret/i
const MOST_FIELDS = 400
const MOST_LETTERS = 20_000

/** What was typed, by field; a repeated field becomes a list. Files and what no form of ours sends are left out. */
function enteredFrom(form: FormData): Entered {
  const entered: Record<string, string | string[]> = {}
  let fields = 0
  for (const [name, value] of form) {
    fields += 1
    if (typeof value !== 'string' || fields > MOST_FIELDS || name.length > 80 || name === '__proto__') continue
    const text = value.slice(0, MOST_LETTERS).replaceAll('\r\n', '\n').replaceAll('\0', '')
    const before = Object.hasOwn(entered, name) ? entered[name] : undefined
    entered[name] = before === undefined ? text : [before, text].flat()
  }
  return entered
}

function shown(entered: Entered): Entered {
  return Object.fromEntries(Object.entries(entered).filter(([name]) => !SECRET.test(name)))
}

/** A schema's own messages are problems; zod's are sentences. */
const isProblem = (message: string): message is Problem => /^[a-zA-Z]+(\?.*)?$/.test(message)

function problemsFrom(error: z.ZodError): Problems {
  const problems: Record<string, Problem> = {}
  for (const issue of error.issues) {
    // The last number of a path is one choice of a repeated field, which has no field of its own.
    const path = typeof issue.path.at(-1) === 'number' ? issue.path.slice(0, -1) : issue.path
    const field = path.length === 0 ? 'form' : fieldName(path)
    problems[field] ??= isProblem(issue.message) ? issue.message : 'invalid'
  }
  return problems
}

/** @param form a body or an address's parameters, or what was read of one. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData | Entered): Parsed<z.output<Schema>> {
  const entered = form instanceof FormData ? enteredFrom(form) : form
  const result = schema.safeParse(nested(entered))
  if (result.success) return { ok: true, data: result.data, entered: shown(entered) }
  return { ok: false, problems: problemsFrom(result.error), entered: shown(entered) }
}

/** Address parameters never fail: every field of the schema ends in `.catch(…)`. */
export function parseAddress<Schema extends z.ZodType>(schema: Schema, url: string): z.output<Schema> {
  const form = new FormData()
  for (const [name, value] of new URL(url).searchParams) form.append(name, value)
  return schema.parse(nested(enteredFrom(form)))
}

export function problem(key: ProblemKey, values?: Record<string, string | number>): Problem {
  return values ? `${key}?${new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString()}` : key
}
