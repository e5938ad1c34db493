// What should not stand in a public text: contact details, names of prisons, words that mark people. It warns; a person decides.
import { EMAIL, PERHAPS_PHONE, PERSONAL_CODE, PHONES } from './contact-patterns.ts'
import { fold } from './fold.ts'

const TEXT_FINDINGS = ['personal_code', 'phone', 'email', 'prison', 'past'] as const
export type TextFindingKind = (typeof TEXT_FINDINGS)[number]
/** `found` is shown to the author alone; what is kept is the kind. */
export type TextFinding = { kind: TextFindingKind; found: string }

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

/** Each pattern is looked for in what the ones before it have left, so that one number is one finding. */
function allInTurn(kind: TextFindingKind, patterns: readonly RegExp[], text: string): TextFinding[] {
  let rest = text
  return patterns.flatMap((pattern) => {
    const found = all(kind, pattern, rest)
    rest = rest.replace(pattern, ' ')
    return found
  })
}

/** In the order of `TEXT_FINDINGS`; the same text found twice is one finding. */
export function checkText(text: string): TextFinding[] {
  const plain = fold(text)
  const findings = [
    ...all('personal_code', PERSONAL_CODE, text),
    ...allInTurn('phone', [...PHONES, PERHAPS_PHONE], text.replace(PERSONAL_CODE, ' ')),
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
