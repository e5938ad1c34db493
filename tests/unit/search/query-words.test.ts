// What is typed becomes a short list of words, without stop words, with generic words marked and unusual spellings respelled.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { respelled, russianFromLatin, queryWords, stemsFor } from '#search/index/analysis/analysis.ts'
import { LATVIAN_JOB_WORDS } from '#tests/support/search/latvian-job-words.ts'

const chosen = (typed: string) =>
  queryWords(typed)
    .filter(({ generic }) => !generic)
    .map(({ word }) => word)

describe('a question', () => {
  test('keeps how each word was spelled, and looks for its stems', () => {
    expect(queryWords('Šuvējām Liepājā')).toEqual([
      { typed: 'Šuvējām', word: 'suvejam', stems: ['suvej', 'suvejam'], generic: false },
      { typed: 'Liepājā', word: 'liepaja', stems: ['liepaj', 'liepaja'], generic: false },
    ])
  })
  test('has each word once', () => {
    expect(chosen('galdnieks Galdnieks GALDNIEKS')).toEqual(['galdnieks'])
  })
  test.each([
    ['meklēju darbu noliktavā', ['noliktava']],
    ['darbs bez pieredzes', ['bez', 'pieredzes']],
    ['vakances apkopējām Ventspilī un Kuldīgā', ['apkopejam', 'ventspili', 'kuldiga']],
    ['darba', []],
    ['ищу работу сварщиком в Лиепае', ['сварщиком', 'лиепае']],
    ['требуются водители', ['водители']],
    ['jobs for a welder in Riga', ['welder', 'riga']],
    ['IT vacancies', ['it']],
    ['a bus driver', ['bus', 'driver']],
  ])('%s: what chooses is %j', (typed, words) => {
    expect(chosen(typed)).toEqual(words)
  })
  test.each(['un vai ar', 'и в на', 'the of and', '', '   ', '\0 ... "(" - * ~', '🙂', "'"])('that is only %j has no words', (typed) => {
    expect(queryWords(typed)).toEqual([])
  })
  test.each([
    ['C kategorija', 'c'],
    ['a kategorija', 'a'],
    ['водитель категории с', 'c'],
    ['категория ве', 'be'],
    ['категория В', 'b'],
  ])('about a licence, %s, is about the letter %s', (typed, letter) => {
    expect(chosen(typed)).toContain(letter)
  })
  test('where в is a small word after категории, it is one', () => {
    expect(chosen('водитель категории в Лиепае')).toEqual(['водитель', 'категории', 'лиепае'])
  })
  test('of ten thousand letters is a short one', () => {
    expect(chosen('x'.repeat(10_000))).toEqual(['x'.repeat(40)])
    expect(queryWords(Array.from({ length: 300 }, (_, at) => `w${at}`).join(' '))).toHaveLength(40)
  })
  test('of anything at all is answered, with no more than forty words, each spelled as it was typed', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 600 }), (units) => {
        const typed = String.fromCharCode(...units)
        const words = queryWords(typed)
        expect(words.length).toBeLessThanOrEqual(40)
        expect(words.every((word) => typed.includes(word.typed) && word.stems.length > 0)).toBe(true)
      }),
    )
  })
})

/** As it was typed before there were Latvian keyboards. */
const OLD: Record<string, string> = { ā: 'aa', č: 'ch', ē: 'ee', ģ: 'gj', ī: 'ii', ķ: 'kj', ļ: 'lj', ņ: 'nj', š: 'sh', ū: 'uu', ž: 'zh' }
const oldTyping = (word: string) => word.toLowerCase().replace(/[āčēģīķļņšūž]/g, (letter) => OLD[letter] ?? letter)

describe('Latvian typed the old way', () => {
  test('is the word as it is written now, for every word of the trade', () => {
    const marked = LATVIAN_JOB_WORDS.flat().filter((word) => /[āčēģīķļņšūž]/i.test(word))
    const missed = marked.filter((word) => stemsFor(respelled(oldTyping(word)) ?? '')[0] !== queryWords(word)[0]?.stems[0])
    expect(marked.length).toBeGreaterThan(500)
    expect(missed).toEqual([])
  })
  test.each([
    ['rigaa', 'riga'],
    ['galdnieeeks', 'galdnieks'],
    ['рабооота', 'работа'],
    ['galdnieks', null],
    ['krievija', null],
  ])('%s is %s', (typed, now) => {
    expect(respelled(typed)).toBe(now)
  })
})

describe('Russian typed in Latin letters', () => {
  test.each([
    ['сварщик', 'svarshik svarschik svarshchik svarwik'],
    ['водитель', 'voditel'],
    ['грузчик', 'gruzchik'],
    ['швея', 'shveja shveya'],
    ['электрик', 'elektrik'],
    ['повар', 'povar'],
    ['продавец', 'prodavec prodavets'],
    ['охранник', 'ohrannik okhrannik'],
    ['уборщица', 'uborshica uborshchitsa'],
    ['рабочий', 'rabochij rabochiy rabochii'],
    ['строитель', 'stroitel'],
    ['кровельщик', 'krovelshik krovelshchik'],
    ['дальнобойщик', 'dalnobojshik dalnoboyschik'],
    ['бухгалтер', 'buhgalter'],
    ['маляр', 'malyar maljar'],
    ['официант', 'oficiant ofitsiant'],
    ['монтажник', 'montazhnik'],
    ['экскаваторщик', 'ekskavatorshik'],
    ['штукатур', 'shtukatur'],
    ['мойщик', 'mojshik moyshik moishik'],
    ['няня', 'nyanya njanja'],
    ['горничная', 'gornichnaya gornichnaja'],
    ['токарь', 'tokar'],
  ])('%s is among the readings of %s', (word, typed) => {
    for (const one of typed.split(' ')) expect(russianFromLatin(one).map((reading) => stemsFor(reading)[0])).toContain(stemsFor(word)[0])
  })
  test.each(['cnc', 'povar'])('the likeliest reading of a plain word comes first: %s', (typed) => {
    expect(russianFromLatin('povar')[0]).toBe('повар')
    expect(russianFromLatin(typed).length).toBeGreaterThan(0)
  })
  test.each(['повар', '95', 'c1', 'ab', ''])('%j was not', (word) => {
    expect(russianFromLatin(word)).toEqual([])
  })
  test('has no more than sixteen readings, all of Cyrillic letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')), minLength: 3, maxLength: 40 }),
        (typed) => {
          const readings = russianFromLatin(typed)
          expect(readings.length).toBeLessThanOrEqual(16)
          expect(readings.every((reading) => /^[а-я]+$/.test(reading))).toBe(true)
        },
      ),
    )
  })
})
