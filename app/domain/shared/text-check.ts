// What should not stand in a public text: contact details, names of prisons, words that mark people. It warns; a person decides.
import { fold } from './fold.ts'

export const TEXT_FINDINGS = ['personal_code', 'phone', 'email', 'prison', 'past'] as const
export type TextFindingKind = (typeof TEXT_FINDINGS)[number]
/** `found` is shown to the author alone; what is kept is the kind. */
export type TextFinding = { kind: TextFindingKind; found: string }

/** The day and month of birth, or the `32…` codes given since 2017. */
const PERSONAL_CODE = /(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|3[2-9]\d{4})\s?[-–]?\s?\d{5}(?!\d)/gu
/** Not a year's day (2026-12-20) and not a range of money (2000-2500). */
const LATVIAN_PHONE = /(?<![\d-])(?!\d{4}-\d{2}-\d{2}(?!\d))(?!\d{4}[-–]\d{4}(?!\d))(?:\+?\s?371[\s-]?)?[268]\d(?:[\s-]?\d){6}(?![\d-])/gu
const FOREIGN_PHONE = /\+\d{1,3}[\s()-]{0,2}\d(?:[\s()-]{0,2}\d){6,11}(?!\d)/gu
/** Bounded, so that a long word without an @ costs nothing. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,120}\.\p{L}{2,}/gu

/** Stems as they stand in folded text, each at the beginning of a word. */
const PRISON_STEMS = [
  'cietum',
  'centralcietum',
  'ieslodzijuma viet',
  'audzinasanas iestad',
  'тюрьм',
  'тюрем',
  'колони\\p{L}* (?:строгого|общего) режима',
  'мест\\p{L}* (?:заключени|лишени)',
  'prison(?!er)',
  'jail',
  'penitentiar',
] as const

const PAST_STEMS = [
  'notiesat',
  'ieslodzita',
  'ieslodzitie',
  'ieslodzitajie',
  'sodamib',
  'sodit(?:s|a|i|ie|o|ais|as|u|am)\\b',
  'kriminal',
  'noziedznie',
  'noziegum',
  'likumparkap',
  'zek(?:s|i|iem)\\b',
  'не\\s?судим',
  'несудим',
  'ранее судим',
  'судим(?:ост|ый|ая|ые|ых|ого|ым|ыми)',
  'осужд[её]?нн',
  'заключ[её]?нн(?:ый|ые|ых|ого|ым|ыми|ому)(?! (?:договор|контракт))',
  'уголовн',
  'уголовник',
  'преступник',
  'правонарушител',
  'бывш\\p{L}* зэк',
  'зэк',
  'зек(?!\\p{L})',
  'отсидевш',
  'convict',
  'ex-?con(?!\\p{L})',
  'offender',
  'inmate',
  'felon(?:s|y|ies)?(?!\\p{L})',
  'prisoner',
  'criminal',
] as const

const atWordStart = (stems: readonly string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})\\p{L}*`, 'gu')
const PRISON = atWordStart(PRISON_STEMS)
const PAST = atWordStart(PAST_STEMS)

function all(kind: TextFindingKind, pattern: RegExp, text: string): TextFinding[] {
  return [...text.matchAll(pattern)].map(([found]) => ({ kind, found: found.trim() }))
}

/** In the order of `TEXT_FINDINGS`; the same thing found twice is told once. */
export function checkText(text: string): TextFinding[] {
  const codes = all('personal_code', PERSONAL_CODE, text)
  const rest = text.replace(PERSONAL_CODE, ' ')
  const plain = fold(text)
  const findings = [
    ...codes,
    ...all('phone', LATVIAN_PHONE, rest),
    ...all('phone', FOREIGN_PHONE, rest.replace(LATVIAN_PHONE, ' ')),
    ...all('email', EMAIL, text),
    ...all('prison', PRISON, plain),
    ...all('past', PAST, plain),
  ]
  return findings.filter(({ kind, found }, index) => findings.findIndex((other) => other.kind === kind && other.found === found) === index)
}

/** Kinds only, as they are logged. */
export function findingKinds(findings: readonly TextFinding[]): TextFindingKind[] {
  return TEXT_FINDINGS.filter((kind) => findings.some((finding) => finding.kind === kind))
}
