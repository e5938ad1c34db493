// How text becomes words that meet: folded, split, endings off. The same for what is indexed and what is typed.
import { fold } from '#app/domain/fold.ts'

/** More letters than any word of a vacancy has; what is longer is noise or an attack. */
const LONGEST_WORD = 40
const SHORTEST_STEM = 3

/** Endings of Latvian nouns and adjectives, folded, longest first. Agent nouns (-tājai, -tājam) keep their j, so no -ajam here. */
const LATIN_ENDINGS = ['iem', 'ais', 'am', 'as', 'os', 'us', 'is', 'es', 'im', 'em', 'um', 'ai', 'ei', 'ie', 'a', 'e', 'i', 'u', 'o', 's']
const CYRILLIC_ENDINGS = [
  ...['иями', 'ями', 'ами', 'ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'иях'],
  ...[
    'ых',
    'их',
    'ах',
    'ях',
    'ов',
    'ев',
    'ей',
    'ой',
    'ый',
    'ий',
    'ая',
    'яя',
    'ое',
    'ее',
    'ые',
    'ие',
    'ия',
    'ии',
    'ию',
    'ам',
    'ям',
    'ом',
    'ем',
    'ую',
    'юю',
  ],
  ...['а', 'я', 'о', 'е', 'ы', 'и', 'у', 'ю', 'ь', 'й'],
]

/** Said of every job, so they choose none. */
const GENERIC = new Set(
  [
    ...[
      'darbs',
      'darba',
      'darbu',
      'darbā',
      'vakance',
      'vakances',
      'vakanci',
      'meklēju',
      'meklē',
      'gribu',
      'strādāt',
      'un',
      'vai',
      'ar',
      'kā',
      'pie',
      'no',
    ],
    ...['работа', 'работу', 'работы', 'вакансия', 'вакансии', 'ищу', 'нужна', 'и', 'в', 'на', 'с', 'по'],
    ...['job', 'jobs', 'work', 'vacancy', 'vacancies', 'the', 'a', 'in', 'and', 'or', 'as', 'for'],
  ].map(fold),
)

function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

/** A folded word without its ending: `suvejam` and `suveja` are both `suvej`. */
export function stem(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) return withoutEnding(word, CYRILLIC_ENDINGS)
  // zivs, zivju: the j of the genitive is no part of the word.
  return withoutEnding(word, LATIN_ENDINGS).replace(/(?<=\w{2}[bpmv])j$/, '')
}

/** Folded words in order, as they stand in the text. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD))
}

export function stemsOf(text: string): string[] {
  return wordsOf(text).map(stem)
}

const MOST_WORDS = 12

/** Of what somebody typed: each stem once, without the words said of every job, and no more than a person would type. */
export function queryStems(typed: string): string[] {
  const words = wordsOf(typed.slice(0, 400)).filter((word) => !GENERIC.has(word))
  return [...new Set(words.map(stem))].slice(0, MOST_WORDS)
}
