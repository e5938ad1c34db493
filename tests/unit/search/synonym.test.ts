// Synonym rules: what a phrase may be, and which rules conflict.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchedKey } from '#search/index/query/synonyms.ts'
import { phraseKey, phrasesIn, phrasesProblem, ruleProblem, type SynonymText } from '#app/domain/search/synonym.ts'
import { SYNONYMS } from '#db/seed/synonyms.ts'

const means = (from: string, to: string): SynonymText => ({ from: phrasesIn(from), to: phrasesIn(to), twoWay: false })
const equals = (from: string, to: string): SynonymText => ({ ...means(from, to), twoWay: true })

describe('phrases', () => {
  test('are listed a line each or with commas, each once, whatever the marks and the case', () => {
    expect(phrasesIn('šoferis\n  autovadītājs ,Soferis;\n\nkravas   auto vadītājs')).toEqual([
      'šoferis',
      'autovadītājs',
      'kravas auto vadītājs',
    ])
  })

  test('have one to four words and no more than sixty letters', () => {
    expect(phrasesProblem([])).toEqual({ kind: 'none' })
    expect(phrasesProblem(['a b c d'])).toBeNull()
    expect(phrasesProblem(['a b c d e'])).toEqual({ kind: 'too_many_words', phrase: 'a b c d e' })
    expect(phrasesProblem(['ā'.repeat(60)])).toBeNull()
    expect(phrasesProblem(['ā'.repeat(61)])).toMatchObject({ kind: 'too_long' })
    expect(phrasesProblem(['darbs', '—!?'])).toEqual({ kind: 'no_letters', phrase: '—!?' })
    expect(phrasesProblem(Array.from({ length: 20 }, (_, nth) => `vārds ${nth}`))).toBeNull()
    expect(phrasesProblem(Array.from({ length: 21 }, (_, nth) => `vārds ${nth}`))).toEqual({ kind: 'too_many' })
  })

  test('meet when only marks, case or punctuation differ, but C++ is not C', () => {
    expect(phraseKey('95. kods')).toBe(phraseKey('95 KODS'))
    expect(phraseKey('Шофёр')).toBe(phraseKey('шофер'))
    expect(phraseKey('C++')).not.toBe(phraseKey('C'))
  })
})

describe('a rule', () => {
  test('whose phrase means itself is refused', () => {
    expect(ruleProblem(means('šoferis', 'Soferis'), [])).toEqual({ kind: 'same', phrase: 'šoferis' })
    expect(ruleProblem(equals('a, b', 'c, B'), [])).toEqual({ kind: 'same', phrase: 'b' })
  })

  test('that is already there is refused, also with its sides turned round when it goes both ways', () => {
    expect(ruleProblem(means('b, a', 'c'), [means('a, b', 'c')])).toEqual({ kind: 'repeated', phrase: 'b' })
    expect(ruleProblem(equals('c', 'a, b'), [equals('a, b', 'c')])).toEqual({ kind: 'repeated', phrase: 'c' })
    expect(ruleProblem(means('a', 'c'), [means('a, b', 'c')])).toBeNull()
  })

  test('that closes a circle is refused, and the circle is shown as it was written', () => {
    expect(ruleProblem(means('B', 'a'), [means('ā', 'b')])).toEqual({ kind: 'loop', circle: ['B', 'a', 'B'] })
    expect(ruleProblem(means('c', 'a'), [means('a', 'b'), means('b', 'c')])).toEqual({ kind: 'loop', circle: ['c', 'a', 'b', 'c'] })
    expect(ruleProblem(means('c', 'a'), [equals('a', 'b'), means('b', 'c')])).toEqual({ kind: 'loop', circle: ['c', 'a', 'b', 'c'] })
    expect(ruleProblem(equals('c', 'a'), [means('a', 'b'), means('b', 'c')])).toMatchObject({ kind: 'loop' })
    expect(ruleProblem(means('a', 'c'), [means('a', 'b'), means('b', 'c')])).toBeNull()
  })

  test('that says one way what another says both ways is refused, and the other way round', () => {
    expect(ruleProblem(means('b', 'a'), [equals('a', 'b')])).toEqual({ kind: 'opposed', phrase: 'b', other: 'a' })
    expect(ruleProblem(equals('a', 'b, c'), [means('c', 'b')])).toEqual({ kind: 'opposed', phrase: 'c', other: 'b' })
  })

  test('may share its phrases with others that lead the same way', () => {
    expect(
      ruleProblem(means('fūrists', 'kravas automobiļa vadītājs'), [equals('kravas auto vadītājs', 'kravas automobiļa vadītājs')]),
    ).toBeNull()
    expect(ruleProblem(equals('a', 'b'), [equals('b', 'c'), equals('c', 'a')])).toBeNull()
  })
})

/** The same question asked otherwise: phrases that are equal are one thing, and things that mean each other in a circle cannot be sorted. */
function canBeSorted(rules: readonly SynonymText[]): boolean {
  const group = new Map<string, string>()
  const of = (phrase: string): string => {
    const up = group.get(phraseKey(phrase)) ?? phraseKey(phrase)
    return up === phraseKey(phrase) ? up : of(up)
  }
  for (const { from, to, twoWay } of rules) if (twoWay) for (const phrase of [...from, ...to]) group.set(of(phrase), of(from[0] ?? ''))
  let arrows = rules
    .filter(({ twoWay }) => !twoWay)
    .flatMap(({ from, to }) => from.flatMap((one) => to.map((two) => [of(one), of(two)] as const)))
  for (;;) {
    const left = arrows.filter(([one]) => arrows.some(([, two]) => two === one))
    if (left.length === arrows.length) return arrows.length === 0
    arrows = left
  }
}

const phrase = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const rule = fc
  .record({
    from: fc.uniqueArray(phrase, { minLength: 1, maxLength: 2 }),
    to: fc.uniqueArray(phrase, { minLength: 1, maxLength: 2 }),
    twoWay: fc.boolean(),
  })
  .filter(({ from, to }) => !from.some((one) => to.includes(one)))

test('however rules are added one by one, exactly those are refused for a circle with which the rules could not be sorted', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), (rules) => {
      const live: SynonymText[] = []
      for (const one of rules) {
        const problem = ruleProblem(one, live)
        expect(problem === null || problem.kind === 'repeated', JSON.stringify([live, one])).toBe(canBeSorted([...live, one]))
        if (problem === null) live.push(one)
      }
    }),
    { numRuns: 500 },
  )
})

test('a circle that is shown is one: each phrase means the next by some rule', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), (rules) => {
      const live: SynonymText[] = []
      for (const one of rules) {
        const problem = ruleProblem(one, live)
        if (problem?.kind === 'loop') {
          const all = [...live, one]
          const leads = (from: string, to: string) =>
            all.some((other) =>
              other.twoWay
                ? [...other.from, ...other.to].includes(from) && [...other.from, ...other.to].includes(to)
                : other.from.includes(from) && other.to.includes(to),
            )
          expect(problem.circle[0]).toBe(problem.circle.at(-1))
          problem.circle.slice(1).forEach((to, nth) => {
            expect(leads(problem.circle[nth] ?? '', to)).toBe(true)
          })
        }
        if (problem === null) live.push(one)
      }
    }),
  )
})

describe('the rules a site begins with', () => {
  test('each has phrases of the right length, and all can stand beside each other', () => {
    expect(SYNONYMS.length).toBeGreaterThan(60)
    expect(new Set(SYNONYMS.map(({ seedKey }) => seedKey)).size).toBe(SYNONYMS.length)
    const live: SynonymText[] = []
    for (const one of SYNONYMS) {
      expect([one.seedKey, phrasesProblem(one.from), phrasesProblem(one.to), ruleProblem(one, live)]).toEqual([
        one.seedKey,
        null,
        null,
        null,
      ])
      live.push(one)
    }
  })
})

describe('rules as the search compares them', () => {
  const rule = (from: string, to: string, twoWay = false) => ({ from: [from], to: [to], twoWay })

  test('a form of the same word is the same word', () => {
    expect(ruleProblem(rule('šoferis', 'šofera'), [], searchedKey)).toEqual({ kind: 'same', phrase: 'šoferis' })
  })

  test('a circle is closed by another form of a word', () => {
    const live = [rule('šoferis', 'autovadītājs')]
    expect(ruleProblem(rule('autovadītājam', 'šoferim'), live, searchedKey)).toMatchObject({ kind: 'loop' })
  })

  test('a small word that the search does not look for makes no rule', () => {
    expect(ruleProblem(rule('un', 'vai', true), [], searchedKey)).toEqual({ kind: 'says_nothing', phrase: 'un' })
  })
})
