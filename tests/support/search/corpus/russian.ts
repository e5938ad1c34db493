// Russian names of occupations in their cases, for making texts. Knows nothing of the stemmer that is measured with them.

/** Cases of one: nominative, genitive, dative, accusative, instrumental, prepositional; in capitals those of many. */
export const RUSSIAN_FORMS = ['n', 'g', 'd', 'a', 'i', 'p', 'N', 'G', 'D', 'A', 'I', 'P'] as const
export type RussianForms = Record<(typeof RUSSIAN_FORMS)[number], string>

/**
 * `m`, `mj`, `mj3`: masculine, hard or soft; `ec`: with a vowel that comes and goes; `a`, `ja`: feminine; `adjf`: an adjective standing for a woman.
 * Of more words: `m2`, `mj2` the first one is declined; `m2p` an adjective and a noun; `adj` two adjectives.
 */
export const RUSSIAN_KINDS = ['m', 'mj', 'mj3', 'ec', 'a', 'ja', 'adjf', 'm2', 'mj2', 'm2p', 'adj'] as const
type RussianKind = (typeof RUSSIAN_KINDS)[number]

function formsOf(endings: string, of: (ending: string) => string): RussianForms {
  const all = endings.split(' ')
  return Object.fromEntries(RUSSIAN_FORMS.map((form, index) => [form, of(all[index] ?? '')])) as RussianForms
}

const added = (stem: string, endings: string) => formsOf(endings, (ending) => stem + (ending === '-' ? '' : ending))
const OF_ADJECTIVE = 'ого ому ого ым ом ые ых ым ых ыми ых'

function feminine(word: string): RussianForms {
  const stem = word.slice(0, -1)
  const plural = /[кгхшщжч]$/.test(stem) ? 'и' : 'ы'
  const many = /[лрч]к$/.test(stem) ? `${stem.slice(0, -1)}ок` : stem
  const forms = added(stem, `а ${plural} е у ${/[цш]$/.test(stem) ? 'ей' : 'ой'} е ${plural} - ам - ами ах`)
  return { ...forms, G: many }
}

function masculine(word: string): RussianForms {
  const hushing = /[шщжч]$/.test(word)
  const many = hushing ? 'ей' : 'ов'
  return added(word, `- а у а ом е ${/[кгх]$/.test(word) || hushing ? 'и' : 'ы'} ${many} ам ${many} ами ах`)
}

function adjectiveAndNoun(adjective: string, noun: string): RussianForms {
  const first = adjective.slice(0, -2)
  const endings = OF_ADJECTIVE.split(' ')
  const forms = masculine(noun)
  const of = (form: keyof RussianForms, index: number) => `${index === 0 ? adjective : first + (endings[index - 1] ?? '')} ${forms[form]}`
  return Object.fromEntries(RUSSIAN_FORMS.map((form, index) => [form, of(form, index)])) as RussianForms
}

function twoAdjectives(phrase: string, first: string, second: string): RussianForms {
  const endings = 'ого:его ому:ему ого:его ым:им ом:ем ые:ие ых:их ым:им ых:их ыми:ими ых:их'
  const forms = formsOf(`: ${endings}`, (ending) => {
    const [a = '', b = ''] = ending.split(':')
    return `${first.slice(0, -2)}${a} ${second.slice(0, -2)}${b}`
  })
  return { ...forms, n: phrase }
}

export function declineRussian(phrase: string, kind: RussianKind): RussianForms {
  const space = phrase.indexOf(' ')
  const [first, rest] = [phrase.slice(0, space), phrase.slice(space)]
  const firstOnly = (forms: RussianForms) => Object.fromEntries(RUSSIAN_FORMS.map((form) => [form, forms[form] + rest])) as RussianForms
  switch (kind) {
    case 'm2':
      return firstOnly(masculine(first))
    case 'mj2':
      return firstOnly(declineRussian(first, 'mj'))
    case 'm2p':
      return adjectiveAndNoun(first, rest.trim())
    case 'adj':
      return twoAdjectives(phrase, first, rest.trim())
    case 'adjf':
      return added(phrase.slice(0, -2), 'ая ой ой ую ой ой ые ых ым ых ыми ых')
    case 'mj':
      return { ...added(phrase.slice(0, -1), '- я ю я ем е и ей ям ей ями ях'), n: phrase }
    case 'mj3':
      return added(phrase, '- а у а ом е и ей ам ей ами ах')
    case 'ec':
      return { ...added(`${phrase.slice(0, -2)}ц`, '- а у а ом е ы ов ам ов ами ах'), n: phrase }
    case 'a':
      return feminine(phrase)
    case 'ja':
      return added(phrase.slice(0, -1), 'я и е ю ей е и й ям й ями ях')
    case 'm':
      return masculine(phrase)
  }
}

/** What is worked with, as the object of a verb; roughly. */
export function skillAsObject(word: string): string {
  const stem = word.slice(0, -1)
  if (/(?:ия|ля|ио|ие)$/.test(word)) return `${stem}ю`
  if (word.endsWith('ь')) return word
  return `${/[аяое]$/.test(word) ? stem : word}у`
}
