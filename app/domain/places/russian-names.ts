// Latvian place names as they are written in Russian, and the cases of those.
import { fold } from '#app/domain/shared/fold.ts'

const VOWELS = 'aāeēiīoōuū'
const PLAIN: Record<string, string> = {
  ...{ a: 'а', ā: 'а', b: 'б', c: 'ц', č: 'ч', d: 'д', e: 'е', ē: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', ī: 'и', k: 'к', l: 'л' },
  ...{ m: 'м', n: 'н', o: 'о', ō: 'о', p: 'п', r: 'р', s: 'с', š: 'ш', t: 'т', u: 'у', ū: 'у', v: 'в', z: 'з', ž: 'ж' },
}
const SOFT: Record<string, string> = { ģ: 'г', ķ: 'к', ļ: 'л', ņ: 'н' }
const AFTER_SOFT: Record<string, string> = { a: 'я', ā: 'я', e: 'е', ē: 'е', i: 'и', ī: 'и', o: 'ё', ō: 'ё', u: 'ю', ū: 'ю' }

/**
 * The name transcribed by the usual rules ("Liepāja" → "Лиепая", "Piņķi" → "Пиньки"), which is how nearly every place is called in Russian.
 * What tradition calls otherwise (Ливаны) comes from the gazetteer's own Russian names.
 */
export function russianName(latvian: string): string {
  const letters = Array.from(latvian.toLowerCase())
  let russian = ''
  for (let at = 0; at < letters.length; at += 1) {
    const [letter = '', before = '', next = ''] = [letters[at], letters[at - 1], letters[at + 1]]
    const soft = letter === 'j' ? '' : SOFT[letter]
    if (soft !== undefined) {
      const joined = AFTER_SOFT[next]
      if (joined === undefined) russian += letter === 'j' ? 'й' : `${soft}ь`
      else if (letter === 'j' && joined === 'ё') russian += 'йо'
      else russian += soft + joined
      if (joined !== undefined) at += 1
    } else if (letter === 'i' && VOWELS.includes(before) && before !== '' && before !== 'i') russian += 'й'
    else if ((letter === 'e' || letter === 'ē') && !/\p{L}/u.test(before)) russian += 'э'
    else russian += PLAIN[letter] ?? letter
  }
  return russian.slice(0, 1).toUpperCase() + russian.slice(1)
}

const HUSHING = /[гкхжшщч]$/u

/** The cases of a name in Russian that are met in searches, folded, the nominative first. Names in -е, -о and -у have one form. */
export function russianForms(name: string): string[] {
  const folded = fold(name)
  const stem = folded.slice(0, -1)
  const forms = (...endings: string[]) => endings.map((ending) => stem + ending)
  switch (folded.slice(-1)) {
    case 'а':
      return forms('а', HUSHING.test(stem) ? 'и' : 'ы', 'е', 'у', 'ой')
    case 'я':
      return forms('я', 'и', 'е', 'ю', 'ей')
    case 'ы':
      return forms('ы', 'ах', 'ам', '')
    case 'и':
      return forms('и', 'ах', 'ях')
    default:
      return /[бвгдзклмнпрстфхцчшщ]$/u.test(folded) ? ['', 'а', 'у', 'ом', 'е'].map((ending) => folded + ending) : [folded]
  }
}

/** By the code of the municipality, as Latvia's Russian newspapers say it; from memory. */
const ADJECTIVES: Record<string, string> = {
  ...{ dienvidkurzeme: 'Южнокурземский', kuldiga: 'Кулдигский', saldus: 'Салдусский', talsi: 'Талсинский', tukums: 'Тукумский' },
  ...{ 'ventspils-novads': 'Вентспилсский', aizkraukle: 'Айзкраукльский', bauska: 'Бауский', dobele: 'Добельский' },
  ...{ 'jelgavas-novads': 'Елгавский', jekabpils: 'Екабпилсский', aluksne: 'Алуксненский', cesis: 'Цесисский', gulbene: 'Гулбенский' },
  ...{ limbazi: 'Лимбажский', madona: 'Мадонский', ogre: 'Огрский', smiltene: 'Смилтенский', valka: 'Валкский', valmiera: 'Валмиерский' },
  ...{ augsdaugava: 'Аугшдаугавский', balvi: 'Балвский', kraslava: 'Краславский', livani: 'Ливанский', ludza: 'Лудзенский' },
  ...{ preili: 'Прейльский', 'rezeknes-novads': 'Резекненский', adazi: 'Адажский', kekava: 'Кекавский', marupe: 'Марупский' },
  ...{ olaine: 'Олайнский', ropazi: 'Ропажский', salaspils: 'Саласпилсский', saulkrasti: 'Саулкрастский', sigulda: 'Сигулдский' },
}
/** Other names of the same, and districts of before 2009 that lie in one. */
const ALSO: Record<string, readonly string[]> = {
  dienvidkurzeme: ['Лиепайский'],
  augsdaugava: ['Даугавпилсский', 'Верхнедаугавский'],
  bauska: ['Баусский'],
}

/** Folded adjective in the cases of "край" → code: "Талсинский", "Талсинского", "Талсинском". */
export function russianMunicipalityForms(): [form: string, code: string][] {
  return Object.entries(ADJECTIVES).flatMap(([code, adjective]) =>
    [adjective, ...(ALSO[code] ?? [])].flatMap((name) =>
      ['ий', 'ого', 'ому', 'им', 'ом'].map((ending): [string, string] => [fold(name).slice(0, -2) + ending, code]),
    ),
  )
}
