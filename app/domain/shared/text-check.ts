// What should not stand in a text that leaves to another party or the public: contacts, names of prisons, words that mark people. It warns and
// a person decides; a personal code never leaves.
import { DISGUISED_EMAILS, DISGUISED_PERSONAL_CODE, DISGUISED_PHONES, MESSENGERS } from './contact-disguises.ts'
import { EMAIL, PERHAPS_PHONE, PERSONAL_CODE, PHONES } from './contact-patterns.ts'
import { disguisedWords, type Disguised } from './disguise.ts'
import { fold } from './fold.ts'
import { PAST_WORDS, PRISON_WORDS } from './marking-words.ts'
import type { TextFinding, TextFindingKind } from './text-findings.ts'

type KindPatterns = readonly [TextFindingKind, readonly RegExp[]]

const NUMBERS = [
  ['personal_code', [PERSONAL_CODE, DISGUISED_PERSONAL_CODE]],
  ['phone', [...PHONES, PERHAPS_PHONE, ...DISGUISED_PHONES]],
] as const satisfies readonly KindPatterns[]
const ADDRESSES = [
  ['email', [EMAIL, ...DISGUISED_EMAILS]],
  ['messenger', [MESSENGERS]],
] as const satisfies readonly KindPatterns[]
const MARKING_WORDS = [
  ['prison', PRISON_WORDS],
  ['past', PAST_WORDS],
] as const satisfies readonly (readonly [TextFindingKind, RegExp])[]

/** As people see it: without what has no width, without lines struck through letters, with one kind of dash. */
export function asSeen(text: string): string {
  return text
    .replace(/(?<=\p{M}{3})\p{M}/gu, '') // A long run of marks is sorted slowly.
    .normalize('NFKC')
    .replace(/[\p{Cf}\u034f\u115f\u1160\u0334-\u0338\u20d0-\u20ff]/gu, '')
    .replace(/[\u2010-\u2012\u2014\u2015\u2212]/g, '-')
}

const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  I: '1',
  l: '1',
  '|': '1',
  З: '3',
  з: '3',
  Б: '6',
  б: '6',
}

/** "29I234б6": letters among digits become the digits they look like; nothing moves. */
function withDigits(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(?=[OoОоIl|ЗзБб]{0,20}\d)[\dOoОоIl|ЗзБб]{2,20}(?![\p{L}\p{N}])/gu, (number) =>
    number.replace(/\D/gu, (letter) => DIGITS[letter] ?? letter),
  )
}

/**
 * Each pattern is looked for in what the ones before it have left, so that one number is one finding.
 * @param read as long as `written`, which the author is shown
 */
function inTurn(kinds: readonly KindPatterns[], written: string, read = written): TextFinding[] {
  let rest = read
  return kinds.flatMap(([kind, patterns]) =>
    patterns.flatMap((pattern) => {
      const matches = [...rest.matchAll(pattern)]
      rest = rest.replace(pattern, (found) => '¤'.repeat(found.length))
      return matches.map(({ 0: found, index }) => ({ kind, found: written.slice(index, index + found.length).trim() }))
    }),
  )
}

function disguisedAs(pattern: RegExp, { meant }: Disguised): boolean {
  return meant.some((word) => word.search(pattern) >= 0)
}

function wordsIn(folded: string): TextFinding[] {
  const hidden = disguisedWords(folded)
  return MARKING_WORDS.flatMap(([kind, pattern]) => {
    const plain = [...new Set(Array.from(folded.matchAll(pattern), ([found]) => found.trim()))]
    const disguised = hidden
      .filter((word) => disguisedAs(pattern, word))
      .map(({ written }) => written)
      .filter((written) => !plain.some((found) => written.includes(found)))
    return [...plain, ...disguised].map((found) => ({ kind, found }))
  })
}

/** In the order of the kinds; the same text found twice is one finding. */
export function checkText(text: string): TextFinding[] {
  const seen = asSeen(text)
  const findings = [...inTurn(NUMBERS, seen, withDigits(seen)), ...inTurn(ADDRESSES, seen), ...wordsIn(fold(seen))]
  return findings.filter(({ kind, found }, index) => findings.findIndex((other) => other.kind === kind && other.found === found) === index)
}
