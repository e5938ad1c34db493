// An attempt of a query plan as an FTS5 expression.
import type { Alternative, Attempt } from '#search/index/query/query-plan.ts'
import { WORD_FIELDS, type WordField } from '../document.ts'

/** A prefix this short is in nearly every description: it is searched for in titles and facts only. */
const SHORT_BEGINNING = 3

const quoted = (stem: string) => `"${stem.replaceAll('"', '""')}"`

function inFields(alternative: string, fields: readonly WordField[]): string {
  return fields.length === WORD_FIELDS.length ? alternative : `{${fields.join(' ')}} : ${alternative}`
}

function alternativeOf({ all, prefix }: Alternative, fields: readonly WordField[]): string[] {
  const last = all.at(-1)
  if (last === undefined) return []
  const words = all.map(quoted)
  if (!prefix) return [`(${inFields(`(${words.join(' AND ')})`, fields)})`]
  const narrower = last.length <= SHORT_BEGINNING ? fields.filter((field) => field !== 'body') : fields
  return [`(${inFields(`(${words.join(' AND ')} *)`, narrower)})`]
}

function groupsIn({ groups }: Pick<Attempt, 'groups'>, fields: readonly WordField[]): string[] | null {
  const parts = groups.map(({ any }) => any.flatMap((alternative) => alternativeOf(alternative, fields)))
  if (parts.length === 0 || parts.some((alternatives) => alternatives.length === 0)) return null
  return parts.map((alternatives) => `(${alternatives.join(' OR ')})`)
}

/** Every group matches in these fields, each word in any of them. Null when a group has no alternative. */
export function expressionOf(attempt: Pick<Attempt, 'groups'>, fields: readonly WordField[]): string | null {
  return groupsIn(attempt, fields)?.join(' AND ') ?? null
}

/** Every group matches anywhere, and one of them in the title. */
export function oneInTitle(attempt: Pick<Attempt, 'groups'>): string | null {
  const all = expressionOf(attempt, WORD_FIELDS)
  const inTitle = groupsIn(attempt, ['title'])
  return all === null || inTitle === null ? null : `${all} AND (${inTitle.join(' OR ')})`
}
