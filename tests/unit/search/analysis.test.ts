// Forms of a word have one stem, however they are typed, and each word keeps its position in the text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { languageOf, stemsFor, stemsOf, tokensOf } from '#search/index/analysis/analysis.ts'
import { folded } from '#search/index/analysis/raw-words.ts'
import { LATVIAN_JOB_WORDS } from '#tests/support/search/latvian-job-words.ts'

const lv = (text: string) => stemsOf(text, 'lv')

describe('a person who types without marks and in another case', () => {
  test.each([
    ['suvejam liepaja', 'Šuvēja, Liepājā'],
    ['galdniekus kuldiga', 'Galdnieks Kuldīgā'],
    ['galdniece', 'galdnieks'],
    ['NOLIKTAVAS darbinieka', 'noliktavu darbinieki'],
    ['vaditajai', 'vadītājs'],
    ['gramatveza', 'grāmatvedis'],
    ['metinataja ventspili', 'Metinātājs, Ventspilī'],
    ['zivju apstradatajs', 'zivs apstrādātājiem'],
    ['smalkmaizisu cepejs', 'smalkmaizīte, cepējam'],
    ['vislabakajam', 'labs'],
    ['плотников', 'плотник'],
    ['уборщицу', 'Уборщик'],
    ['продавца', 'продавец'],
    ['упаковок', 'упаковка'],
    ['швей', 'Швея'],
    ['актер', 'актёры'],
    ['welders', 'Welder'],
  ])('%s meets %s', (typed, written) => {
    expect(lv(typed)).toEqual(lv(written))
  })
  test.each(LATVIAN_JOB_WORDS.map(([word = '', ...forms]) => [word, forms] as const))('meets %s in every form', (word, forms) => {
    expect(forms.flatMap((form) => [form, folded(form)]).filter((form) => lv(form)[0] !== lv(word)[0])).toEqual([])
  })
})

describe('what is not the same does not meet', () => {
  test.each([
    ['kase', 'kasieris'],
    ['pavārs', 'pavasaris'],
    ['mežs', 'mežģīne'],
    ['krāvējs', 'krāsotājs'],
    ['celtnis', 'celtnieks'],
    ['gads', 'gāze'],
    ['viesis', 'vieta'],
    ['auto', 'autors'],
    ['vecākais', 'vecs'],
    ['metināt', 'metinātājs'],
    ['рабочий', 'работа'],
  ])('%s and %s', (one, other) => {
    expect(lv(one)).not.toEqual(lv(other))
  })
  test.each(['lv', 'ru', 'en'] as const)('two occupations by their names (%s)', (language) => {
    const names = OCCUPATIONS.map((occupation) => occupation[language])
    expect(new Set(names.map((name) => stemsOf(name, language).join(' '))).size).toBe(new Set(names).size)
  })
  test('two words of the trade', () => {
    expect(new Set(LATVIAN_JOB_WORDS.map(([word = '']) => lv(word)[0])).size).toBe(LATVIAN_JOB_WORDS.length)
  })
})

describe('a word and where it stands', () => {
  const seen = (text: string) => tokensOf(text, 'lv').map(({ word, start, end }) => [word, text.slice(start, end)])
  test.each([
    ['95.kods, elektriķis-montieris', ['95', '95'], ['kods', 'kods'], ['elektrikis', 'elektriķis'], ['montieris', 'montieris']],
    ['C++/c# un .NET (example.net)', ['cplusplus', 'C++'], ['csharp', 'c#'], ['dotnet', '.NET'], ['example', 'example'], ['net', 'net']],
    ['👷 s\u030cuve\u0304ja', ['suveja', 's\u030cuve\u0304ja']],
    ['ﬁrma İstanbul m²', ['firma', 'ﬁrma'], ['istanbul', 'İstanbul'], ['m2', 'm²']],
    ['strād\u00adnieks \u200blie\u2060lo', ['stradnieks', 'strād\u00adnieks'], ['lielo', 'lie\u2060lo']],
    ['driver’s ‘licence’', ['drivers', 'driver’s'], ['licence', 'licence']],
    ['стро\u0301итель 1\ufe0f\u20e3', ['строитель', 'стро\u0301итель'], ['1', '1\ufe0f\u20e3']],
    ['категория С, СЕ и В в цехе', ['категория', 'категория'], ['c', 'С'], ['ce', 'СЕ'], ['b', 'В'], ['цехе', 'цехе']],
  ])('in %j', (text, ...words) => {
    expect(seen(text)).toEqual(words)
  })
})

test('small words are not found, or kas would be found for kase and vēl for veļa', () => {
  expect(lv('kas vēl ir par darbu un kasi')).toEqual(['darb', 'kas'])
  expect(lv('работа с людьми в цехе')).toEqual(lv('работа людьми цехе'))
  expect(stemsOf('a bus without a driver', 'en')).toEqual(['a', 'bu', 'without', 'a', 'driver'])
})

test.each([
  ['lv', 'Metinātājs. Darbs Liepājā, laba alga un draudzīgs kolektīvs.'],
  ['lv', 'Meklejam apkopeju darbam vakaros un brivdienas'],
  ['lv', 'CNC operators'],
  ['lv', ''],
  ['ru', 'Требуется сварщик TIG/MIG, SIA Kurzemes Metāls'],
  ['en', 'Welder. We are looking for a welder in Liepāja, SIA Kurzemes Metāls'],
] as const)('the language told is %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

describe('a word in Latin letters', () => {
  test('has its English stem in an English text, and is found by either', () => {
    expect(stemsOf('running machines', 'en')).toEqual(['run', 'machin'])
    expect(stemsFor('machines')).toContain('machin')
    expect(stemsFor('running')).toContain('run')
  })
  test('is Latvian there too when it is written with marks', () => {
    expect(stemsOf('Liepājā', 'en')).toEqual(['liepaj'])
    expect(stemsFor('liepaja')).toContain(stemsOf('Liepaja', 'en')[0])
  })
  test('is Latvian in a Russian text', () => {
    expect(stemsOf('работа в Liepājā', 'ru')).toEqual(['работ', 'liepaj'])
  })
})

describe('whatever the text is', () => {
  const anyText = fc.oneof(
    fc.uint16Array({ maxLength: 200 }).map((units) => String.fromCharCode(...units)),
    fc.uint16Array({ max: 0x52f, maxLength: 200 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          'ā',
          'a',
          '\u0304',
          'ё',
          'е\u0308',
          "'",
          '’',
          'c',
          '++',
          '.net',
          '\u00ad',
          'Σ',
          'ﬁ',
          'İ',
          '½',
          ' ',
          '-',
          '5',
          '🙂',
          'В',
          'категория ',
        ),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join('')),
  )
  const anyLanguage = fc.constantFrom('lv', 'ru', 'en')

  test('a piece marked in it is the word that was found, and pieces stand in order', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let last = 0
        for (const { word, stem, start, end } of tokensOf(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          expect(stem).not.toBe('')
          expect(Array.from(word).length).toBeLessThanOrEqual(40)
          if (!['cplusplus', 'csharp', 'dotnet', 'b'].includes(word)) expect(folded(text.slice(start, end))).toBe(word)
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })
  test('a word found is the same word when it is read again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = tokensOf(text, 'lv').map(({ word }) => word)
        expect(words.map(folded)).toEqual(words)
      }),
      // Two dots more on a ё were once two dots left.
      { numRuns: 500, examples: [['\u0401\u0308'], ['\u0435\u0327\u0308']] },
    )
  })
  test('its stems are those of its words', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        expect(stemsOf(text, language)).toEqual(tokensOf(text, language).map(({ stem }) => stem))
      }),
    )
  })
})
