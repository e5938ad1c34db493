// Latvian nouns and names of towns in their cases, for making texts. Knows nothing of the stemmer that is measured with them.

/** Number (`s`ingular, `p`lural), then case: nominative, genitive, dative, accusative, locative. */
export const LATVIAN_FORMS = ['sn', 'sg', 'sd', 'sa', 'sl', 'pn', 'pg', 'pd', 'pa', 'pl'] as const
export type LatvianForms = Record<(typeof LATVIAN_FORMS)[number], string>
type Endings = readonly [
  sn: string,
  sg: string,
  sd: string,
  sa: string,
  sl: string,
  pn: string,
  pg: string,
  pd: string,
  pa: string,
  pl: string,
]

const SOFTENED: readonly (readonly [ending: string, softened: string])[] = [
  ['ll', 'ļļ'],
  ['nn', 'ņņ'],
  ['sn', 'šņ'],
  ['zn', 'žņ'],
  ['sl', 'šļ'],
  ['ln', 'ļņ'],
  ['l', 'ļ'],
  ['n', 'ņ'],
  ['d', 'ž'],
  ['t', 'š'],
  ['s', 'š'],
  ['z', 'ž'],
  ['c', 'č'],
  ['dz', 'dž'],
]

function soften(stem: string): string {
  if (stem.endsWith('st')) return stem
  const found = SOFTENED.find(([ending]) => stem.endsWith(ending))
  if (found) return stem.slice(0, -found[0].length) + found[1]
  return /[bpmv]$/.test(stem) ? `${stem}j` : stem
}

/** `~` stands for the softened stem, nothing for the stem itself. */
function withEndings(stem: string, endings: Endings, softened = stem): LatvianForms {
  const forms = endings.map((ending) => (ending.startsWith('~') ? softened + ending.slice(1) : stem + ending))
  return Object.fromEntries(LATVIAN_FORMS.map((form, index) => [form, forms[index]])) as LatvianForms
}

function declineWord(word: string): LatvianForms {
  const without = (letters: number) => word.slice(0, -letters)
  if (word.endsWith('is')) {
    const stem = without(2)
    const softened = /[ķģr]$/.test(stem) ? stem : soften(stem)
    return withEndings(stem, ['is', '~a', 'im', 'i', 'ī', '~i', '~u', '~iem', '~us', '~os'], softened)
  }
  if (word.endsWith('us')) return withEndings(without(2), ['us', 'us', 'um', 'u', 'ū', 'i', 'u', 'iem', 'us', 'os'])
  if (/[sš]$/.test(word) && !word.endsWith('es') && !['govs', 'krāsns', 'zivs', 'nakts', 'pirts'].includes(word))
    return { ...withEndings(without(1), ['', 'a', 'am', 'u', 'ā', 'i', 'u', 'iem', 'us', 'os']), sn: word }
  if (word.endsWith('s')) return withEndings(without(1), ['s', 's', 'ij', 'i', 'ī', 'is', '~u', 'īm', 'is', 'īs'], soften(without(1)))
  if (word.endsWith('a')) return withEndings(without(1), ['a', 'as', 'ai', 'u', 'ā', 'as', 'u', 'ām', 'as', 'ās'])
  if (word.endsWith('e')) return withEndings(without(1), ['e', 'es', 'ei', 'i', 'ē', 'es', '~u', 'ēm', 'es', 'ēs'], soften(without(1)))
  return withEndings(word, ['', '', '', '', '', '', '', '', '', ''])
}

/** Only the last word is declined. */
export function declineLatvian(phrase: string): LatvianForms {
  const last = phrase.lastIndexOf(' ') + 1
  const forms = declineWord(phrase.slice(last))
  return Object.fromEntries(LATVIAN_FORMS.map((form) => [form, phrase.slice(0, last) + forms[form]])) as LatvianForms
}

/** 1 to 6: the declensions of the grammar; `p1`, `p2`: names in the plural. */
export type TownDeclension = '1' | '3' | '4' | '5' | '6' | 'p1' | 'p2'
export type TownForms = { nominative: string; genitive: string; locative: string }

export function declineTown(name: string, declension: TownDeclension): TownForms {
  const stem = name.slice(0, declension === '3' ? -2 : -1)
  const [genitive, locative] = {
    '1': [`${stem}a`, `${stem}ā`],
    '3': [name, `${stem}ū`],
    '4': [`${stem}as`, `${stem}ā`],
    '5': [`${stem}es`, `${stem}ē`],
    '6': [name, `${stem}ī`],
    p1: [`${stem}u`, `${stem}os`],
    // Cēsis alone.
    p2: ['Cēsu', 'Cēsīs'],
  }[declension] as [string, string]
  return { nominative: name, genitive, locative }
}
