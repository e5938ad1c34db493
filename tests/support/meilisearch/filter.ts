// A filter as the site writes it, read back as the query that it was written for: so that the oracle can be asked it.
import { CEFR_LEVELS } from '#app/domain/vacancies/job-terms.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { EVERY_VACANCY, type VacancyQuery } from '#search/index/port.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { isFilterable, type Settings } from './settings.ts'

const TEXT = String.raw`"(?:[^"\\]|\\[\\"])*"`
const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const CONDITION = new RegExp(String.raw`(\w+) (IN|=|>=|<=|>|<) (\[${TEXT}(?:, ${TEXT})*\]|${TEXT}|${NUMBER}|true)`, 'g')
const NEAR = new RegExp(String.raw`^_geoRadius\((${NUMBER}), (${NUMBER}), (${NUMBER})\)$`)

/** By attribute and operator. @returns null for a value that the site never asks for. */
const MEANINGS: Readonly<Record<string, (values: string[]) => Partial<Record<keyof Filtered, unknown>> | null>> = {
  'visibility IN': (visibilities) => ({ visibilities }),
  'occupation IN': (occupations) => ({ occupations }),
  'group IN': (groups) => ({ groups }),
  'shifts IN': (shifts) => ({ shifts }),
  'contract IN': (contracts) => ({ contracts }),
  'municipality =': ([municipality]) => ({ municipality }),
  'stated =': ([value]) => (value === 'true' ? { acceptanceStated: true } : null),
  'support =': (support) => ({ support }),
  'accepts =': (accepts) => ({ accepts }),
  'latvian <=': ([level]) => (CEFR_LEVELS[Number(level) - 1] ? { latvianUpTo: CEFR_LEVELS[Number(level) - 1] } : null),
  'monthlyCents >=': ([cents]) => ({ payFromCents: Number(cents) }),
  'publishedAt >=': ([time]) => ({ publishedSince: Number(time) }),
  'expiresAt >': ([time]) => ({ now: Number(time) }),
  'expiresAt <': ([time]) => (time === '0' ? { nothing: true } : null),
}
/** May be said again and again; all of it must be met. */
const REPEATED = ['support', 'accepts'] as const

/** `nothing`: it is met by no vacancy. */
export type Filtered = VacancyQuery & { now: number; nothing: boolean }

const EVERYTHING: Filtered = { ...EVERY_VACANCY, visibilities: VISIBILITIES, now: -1, nothing: false }

function valuesIn(values: string): string[] {
  if (!/^["[]/.test(values)) return [values]
  return [...values.matchAll(new RegExp(TEXT, 'g'))].map(([text]) => text.slice(1, -1).replace(/\\([\\"])/g, '$1'))
}

function checkFilterable(settings: Settings, attribute: string, operator: string): void {
  if (isFilterable(settings, attribute, operator === 'IN' || operator === '=' ? 'equality' : 'comparison')) return
  throw new Refusal('invalid_search_filter', `Attribute \`${attribute}\` is not filterable by \`${operator}\`.`)
}

/** One condition, or in brackets an occupation or a group. */
function conditionsIn(expression: string): RegExpExecArray[] {
  const conditions = [...expression.matchAll(CONDITION)]
  const kinds = conditions.map(([, attribute]) => attribute).join(' ')
  const [only] = conditions
  if (conditions.length === 1 && [only?.[0], `(${only?.[0] ?? ''})`].includes(expression)) return conditions
  if (kinds === 'occupation group' && `(${conditions.map(([text]) => text).join(' OR ')})` === expression) return conditions
  throw unknownToDouble(`the filter ${expression}`)
}

function meantBy(expression: string, settings: Settings): Record<string, unknown> {
  const near = NEAR.exec(expression)
  if (near) {
    checkFilterable(settings, '_geo', '=')
    const [lat = 0, lon = 0, metres = 0] = near.slice(1).map(Number)
    return { near: { coordinates: { lat, lon }, radiusKm: metres / 1000 } }
  }
  const parts = conditionsIn(expression).map(([, attribute = '', operator = '', values = '']) => {
    checkFilterable(settings, attribute, operator)
    const part = MEANINGS[`${attribute} ${operator}`]?.(valuesIn(values))
    if (!part) throw unknownToDouble(`the filter ${expression}`)
    return part
  })
  return Object.fromEntries(parts.flatMap(Object.entries))
}

/** @param expressions all of which must be met. @throws Refusal for what the settings do not allow */
export function filteredBy(expressions: readonly string[], settings: Settings): Filtered {
  let query = EVERYTHING
  const said = new Set<string>()
  for (const expression of expressions) {
    const part = meantBy(expression, settings)
    const kind = 'occupations' in part || 'groups' in part ? ['kind'] : Object.keys(part)
    for (const name of REPEATED) if (name in part) part[name] = [...query[name], ...(part[name] as string[])]
    if (kind.some((name) => said.has(name) && !REPEATED.some((one) => one === name))) throw unknownToDouble(`${expression} beside another`)
    for (const name of kind) said.add(name)
    query = { ...query, ...part }
  }
  return query
}
