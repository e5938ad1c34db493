// What a caseworker's label may not say: the label stands on lists and screens that others see, and a full name there undoes the vault.
import { fold } from '#app/domain/shared/fold.ts'
import { asSeen, checkText } from '#app/domain/shared/text-check.ts'
import type { Identity } from './candidate.ts'

const wordsIn = (text: string) => fold(asSeen(text)).match(/\p{L}+/gu) ?? []

/** Longest ending of a case: "Bērziņš" in "Bērziņam", «Иванов» in «Ивановым». */
const ENDING = 3

/** Latvian and Russian names change at their end: what comes before it is compared. */
function isFormOf(word: string, name: string): boolean {
  const stem = name.length > 3 ? name.replace(/[aeiousаеиоуыэюяйь]{1,2}$/u, '') : name
  return word.startsWith(stem) && word.length <= stem.length + ENDING
}

/** A given name and a family name together, in any order and case; one of them alone, or an initial, is no full name. */
export function namesInFull(text: string, { givenName, familyName }: Pick<Identity, 'givenName' | 'familyName'>): boolean {
  const words = wordsIn(text)
  const [given, family] = [wordsIn(givenName), wordsIn(familyName)]
  const where = (names: readonly string[]) => words.flatMap((word, at) => (names.some((name) => isFormOf(word, name)) ? [at] : []))
  const families = where(family)
  const written = words.join('')
  return (
    where(given).some((at) => families.some((other) => other !== at)) ||
    given.some((one) => family.some((other) => written.includes(one + other) || written.includes(other + one)))
  )
}

export function holdsPhone(text: string): boolean {
  return checkText(text).some(({ kind }) => kind === 'phone')
}
