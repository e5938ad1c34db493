// Every phrase the matching rules say, gathered by running them and by reading their source; and what a language has for it.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  CONDITION_MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  PLAIN_CONDITIONS,
  REFUSAL_REASONS,
  YEARS_SINCE_OFFENCE,
} from '#app/domain/vacancies/acceptance.ts'
import { RESTRICTION_EFFECTS } from '#app/domain/matching/legal-restriction.ts'
import {
  CERTIFICATES,
  DRIVING_CATEGORIES,
  EDUCATION_LEVELS,
  LANGUAGES,
  PHYSICAL_DEMANDS,
  SHIFTS,
  STRENGTHS,
  WORK_CONTEXTS,
} from '#app/domain/vacancies/job-terms.ts'
import { anyContext, anyPerson, anyVacancy } from './arbitrary-match.ts'
import type { Answer, Phrase } from '#app/domain/matching/criterion.ts'
import { evaluate } from '#app/domain/matching/evaluate.ts'
import { changesFor } from '#app/domain/matching/useful-changes.ts'

const RUNS = 6_000
const RULES_FOLDER = new URL('../../../app/domain/matching/criteria/', import.meta.url)

/** `phrases`: `criterion.key` → the names of the values it carries; `words`: the vocabulary words inserted. */
export type Said = { phrases: ReadonlyMap<string, readonly string[]>; words: ReadonlySet<string> }

export function everythingSaid(): Said {
  const phrases = new Map<string, readonly string[]>()
  const words = new Set<string>()
  const note = (area: string, phrase: Phrase | null) => {
    if (phrase === null) return
    phrases.set(`${area}.${phrase.key}`, Object.keys(phrase.values))
    for (const found of JSON.stringify(phrase.values).matchAll(/"word":"([^"]+)"/g)) words.add(found[1] ?? '')
  }
  const noteAnswer = ({ criterion, reason, asked, has, change }: Answer) =>
    [reason, asked, has, change].forEach((phrase) => note(criterion, phrase))
  for (const [vacancy, person, context] of fc.sample(fc.tuple(anyVacancy, anyPerson, anyContext), { numRuns: RUNS, seed: 20_260_302 })) {
    const answers = evaluate(vacancy, person, context)
    answers.forEach(noteAnswer)
    changesFor(person.open).forEach((change) => note('useful_change', change.phrase))
  }
  return { phrases, words }
}

/** The vocabularies whose words phrases insert, as keys under `words.` */
export const WORDS_INSERTED = Object.entries({
  certificate: CERTIFICATES,
  conditionMonths: CONDITION_MONTHS_SINCE_RELEASE.map(String),
  plainCondition: PLAIN_CONDITIONS,
  yearsSinceOffence: YEARS_SINCE_OFFENCE.map(String),
  context: WORK_CONTEXTS,
  driving: DRIVING_CATEGORIES,
  education: EDUCATION_LEVELS,
  language: LANGUAGES,
  offenceFamily: OFFENCE_FAMILIES,
  physical: PHYSICAL_DEMANDS,
  refusalReason: REFUSAL_REASONS,
  restrictionEffect: RESTRICTION_EFFECTS,
  shift: SHIFTS,
  strength: STRENGTHS,
}).flatMap(([group, names]) => names.map((name) => `${group}.${name}`))

/** The keys written in the source of the rules, without their criterion. */
export function phrasesWritten(): string[] {
  const sources = readdirSync(RULES_FOLDER).map((file) => readFileSync(new URL(file, RULES_FOLDER), 'utf8'))
  return [...new Set(sources.flatMap((source) => [...source.matchAll(/\bphrase\('([^']+)'/g)].map((found) => found[1] ?? '')))]
}

/** Dotted keys and their texts. */
export function textsOf(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      if (typeof value === 'string') return [[path + key, value]]
      return typeof value === 'object' && value !== null ? [...textsOf(value, `${path}${key}.`)] : []
    }),
  )
}

export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '')
}

/** The texts a language needs for a phrase, missing ones and values nobody gives named; empty when all is well. */
export function problemsWith(
  key: string,
  values: readonly string[],
  forms: readonly string[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const needed = values.includes('count') ? forms.map((form) => `${key}_${form}`) : [key]
  return needed.flatMap((each) => {
    const text = texts.get(each)
    if (text === undefined) return [`${each} has no text`]
    return placeholdersOf(text).flatMap((name) => (values.includes(name) ? [] : [`${each} waits for ${name}`]))
  })
}
