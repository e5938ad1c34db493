// Being on the board is a secret: no text says or implies that a person has a record, outside the places that are listed here with their reasons.
import { describe, expect, test } from 'vitest'
import { CRITERIA } from '#app/domain/matching/criterion.ts'
import { isRestricted } from '#app/domain/matching/evaluate.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { ALL_MESSAGES } from '#app/i18n/all.ts'
import { LANGUAGES, type Language } from '#app/i18n/language.ts'

/** Areas, by the beginning of their keys, in which such words may stand. */
const MAY_SPEAK_OF_IT: Record<string, readonly string[]> = {
  'the restricted part, for caseworkers of public authorities': [
    'casework.people.record',
    'words.restrictionEffect',
    'match.criterion',
    'problems.releasedWithoutCustody',
    'problems.yearOfNoFamily',
    'problems.skillOfThePast',
    ...CRITERIA.filter(isRestricted).map((criterion) => `match.${criterion}`),
  ],
  'custody, said to a caseworker of those who are in it': [
    'words.stage',
    'match.open_prison',
    'casework.people.plannedRelease',
    'casework.people.awaitsRelease',
    'casework.people.list.next.release',
  ],
  'what is held about a person, said to that person alone': ['candidate.held'],
  'rules of law, places and statistics that a coordinator tends': ['coordinator', 'account.nav.coordinator.custody'],
  'what an employer accepts: about the job, with the law explained': [
    'words.offenceFamily',
    'words.monthsSinceRelease',
    'words.yearsSinceOffence',
    'words.conditionMonths',
    'words.refusedTerm',
    'proposals.ruledOut',
    'pages.search.stripMeans',
    'employer.acceptance',
    'employer.figures',
    'pages.acceptance',
  ],
  'kinds of organisations, which help others as well': ['words.organisationKind', 'pages.about.help.kind', 'account.organisation.lead'],
  'that nobody writes of it, and that it is never told': [
    'employer.textCheck',
    'proposals.noteHelp',
    'casework.people.profile.skillsHint',
    'words.neverDisclosed.past',
  ],
  'that such data may be held, and are not of many': ['pages.about.privacy.restricted', 'pages.about.specialists.dataText'],
  'whom the board is for, all of them in one sentence': ['common.forWhom'],
}
const ALLOWED = Object.values(MAY_SPEAK_OF_IT).flat()

/** Milder than what `checkText` finds, and marking all the same when it is said of everybody. */
const IMPLIES: Record<Language, RegExp> = {
  lv: /atgriež|atgriešan|atgriezuš|atbrīvo[tš]|pagātn|uzraudzīb|pārkāpum|nodarījum|tiesas aizlieg/iu,
  ru: /возвращ|освобо[жд]|прошл(?:ое|ого|ому|ым|ом)(?!\p{L})|надзор|правонаруш/iu,
  en: /\b(?:com(?:e|es|ing)|came) back\b|\breturn(?:ed|ing)\b|\breleased?\b|\bpast\b|\bsupervis|\boffence|\bcourt ban/iu,
}
/** "Parole" is a password in Latvian. */
const PASSWORD = /(?<!\p{L})parol(?:e|es|i|u)(?!\p{L})/giu

type Text = { key: string; text: string }

function textsOf(messages: object, under = ''): Text[] {
  return Object.entries(messages).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [{ key: `${under}${name}`, text: value }] : textsOf(value, `${under}${name}.`),
  )
}

function marks(language: Language, text: string): boolean {
  const read = language === 'lv' ? text.replace(PASSWORD, '') : text
  return IMPLIES[language].test(read) || checkText(read).some(({ kind }) => kind === 'past' || kind === 'prison')
}

const isUnder = (key: string, area: string) => key === area || key.startsWith(`${area}.`)
const marking = (language: Language) => textsOf(ALL_MESSAGES[language]).filter(({ text }) => marks(language, text))

describe.each(LANGUAGES)('texts in %s', (language) => {
  test('none marks a person', () => {
    expect(marking(language).filter(({ key }) => !ALLOWED.some((area) => isUnder(key, area)))).toEqual([])
  })

  test('the board is for all of them in one sentence', () => {
    const { forWhom } = ALL_MESSAGES[language].common
    expect(marks(language, forWhom)).toBe(true)
    expect(forWhom).toMatch(
      /nav strādājuši.*vecāki.*veselības.*ieslodzījuma|не работал.*немолод.*здоровью.*лишения|without work.*older.*limits.*prison/,
    )
  })
})

test('every place that may speak of it does', () => {
  const keys = LANGUAGES.flatMap((language) => marking(language).map(({ key }) => key))
  expect(ALLOWED.filter((area) => !keys.some((key) => isUnder(key, area)))).toEqual([])
})
