// What an organisation outside public authority may learn by asking an authority: never a family, whatever it asks and in whatever order.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { familiesLeft, isQuestionTaken, questionsLeft, type EarlierQuestion } from '#app/domain/confirmations/question.ts'
import { OFFENCE_FAMILIES, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { REFUSABLE_TERMS, type Refusal } from '#app/domain/vacancies/refusal-limit.ts'
import { addDays } from '#app/domain/shared/day.ts'

const TODAY = '2026-12-01'
const SIX = OFFENCE_FAMILIES.slice(0, 6)
const NO_RULE: readonly OffenceFamily[] = []
const told = (refused: readonly Refusal[], answer: EarlierQuestion['told'], askedOn = TODAY, byLaw = NO_RULE) => ({
  refused,
  byLaw,
  askedOn,
  told: answer,
})
const isTaken = (refused: readonly Refusal[], earlier: readonly EarlierQuestion[], today: string, byLaw = NO_RULE) =>
  isQuestionTaken({ refused, byLaw }, earlier, today)

describe('a question', () => {
  test('about a vacancy that refuses one family or two is not taken: the answer would name it', () => {
    expect(isTaken(['property'], [], TODAY)).toBe(false)
    expect(isTaken(['property', 'fraud', 'supervision', 'monitoring'], [], TODAY)).toBe(false)
    expect(isTaken(['property', 'fraud', 'robbery'], [], TODAY)).toBe(true)
  })

  test('is not taken while another one of the person waits', () => {
    expect(isTaken(SIX, [told(['traffic', 'other', 'arson_weapons'], null)], TODAY)).toBe(false)
  })

  test('is not taken when either answer would leave fewer than three families', () => {
    expect(isTaken(SIX.slice(0, 3), [told(SIX, 'choose_another')], TODAY)).toBe(true)
    expect(isTaken(SIX.slice(0, 4), [told(SIX, 'choose_another')], TODAY)).toBe(false)
  })

  test('is not taken when more than six things would be said not to be true of the person', () => {
    expect(isTaken(['traffic', 'other', 'arson_weapons'], [told(SIX.slice(0, 3), 'may_be_proposed')], TODAY)).toBe(true)
    const terms: Refusal[] = [...SIX.slice(0, 3), 'supervision']
    expect(isTaken(['traffic', 'other', 'arson_weapons'], [told(terms, 'may_be_proposed')], TODAY)).toBe(false)
  })

  test('counts the families that a rule of law concerns: who may be proposed has none of them', () => {
    expect(isTaken(SIX.slice(0, 3), [], TODAY, SIX.slice(3, 5))).toBe(true)
    // Of the three that this one refuses only the last would be left.
    const earlier = [told(['traffic', 'other', 'arson_weapons'], 'may_be_proposed', TODAY, SIX.slice(0, 2))]
    expect(isTaken(SIX.slice(0, 3), earlier, TODAY)).toBe(false)
    // To work that nobody with any record does, the answer would be whether there is one.
    expect(isTaken(SIX.slice(0, 3), [], TODAY, OFFENCE_FAMILIES)).toBe(false)
  })

  test('may be asked six times a year', () => {
    const old = told(['traffic', 'other', 'arson_weapons'], 'may_be_proposed', '2025-11-30')
    const many = Array.from({ length: 6 }, () => told(['traffic', 'other', 'arson_weapons'], 'may_be_proposed', '2026-06-01'))
    expect(questionsLeft([old], TODAY)).toBe(6)
    expect(questionsLeft(many, TODAY)).toBe(0)
    expect(isTaken(SIX.slice(0, 3), many, TODAY)).toBe(false)
  })
})

const refusals = fc.uniqueArray(fc.constantFrom<Refusal>(...OFFENCE_FAMILIES, ...REFUSABLE_TERMS), { maxLength: 8 })
const byRule = fc.uniqueArray(fc.constantFrom<OffenceFamily>(...OFFENCE_FAMILIES), { maxLength: 2 })
const asking = fc.record({ refused: refusals, byLaw: byRule, full: fc.boolean(), days: fc.integer({ min: 0, max: 200 }) })
const person = fc.record({
  families: fc.uniqueArray(fc.constantFrom<OffenceFamily>(...OFFENCE_FAMILIES), { maxLength: 3 }),
  terms: fc.uniqueArray(fc.constantFrom<Refusal>(...REFUSABLE_TERMS), { maxLength: 2 }),
})
type Asking = { refused: Refusal[]; byLaw: OffenceFamily[]; full: boolean; days: number }

/** Every question that is taken is answered truthfully, or *choose another* when the authority's hands are full. */
function asked(questions: readonly Asking[], holds: readonly Refusal[]): EarlierQuestion[] {
  let today = TODAY
  return questions.reduce<EarlierQuestion[]>((earlier, { refused, byLaw, full, days }) => {
    today = addDays(today, days)
    if (!isTaken(refused, earlier, today, byLaw)) return earlier
    const answer = full || [...refused, ...byLaw].some((one) => holds.includes(one)) ? 'choose_another' : 'may_be_proposed'
    return [...earlier, told(refused, answer, today, byLaw)]
  }, [])
}

test('no sequence of questions that are taken leaves fewer than three families, or says more than six things', () => {
  fc.assert(
    fc.property(fc.array(asking, { maxLength: 30 }), person, (questions, { families, terms }) => {
      const answers = asked(questions, [...families, ...terms]).flatMap(({ told: answer, ...one }) =>
        answer === null ? [] : [{ ...one, told: answer }],
      )
      expect(familiesLeft(answers).length).toBeGreaterThanOrEqual(3)
      const said = new Set(answers.filter((one) => one.told === 'may_be_proposed').flatMap(({ refused, byLaw }) => [...refused, ...byLaw]))
      expect(said.size).toBeLessThanOrEqual(6)
    }),
    { numRuns: 3_000 },
  )
})

test('of two people who were answered the same, the same questions are taken', () => {
  fc.assert(
    fc.property(fc.array(asking, { maxLength: 20 }), fc.constantFrom(...OFFENCE_FAMILIES), (questions, family) => {
      const answers = asked(questions, [family])
      const left = familiesLeft(answers.flatMap(({ told: answer, ...one }) => (answer === null ? [] : [{ ...one, told: answer }])))
      // Whoever has another of the families that remain is asked about, and answered, in the same way where no hands were full.
      const free = questions.map((one) => ({ ...one, full: false }))
      const same = asked(free, [family])
      const others = familiesLeft(same.flatMap(({ told: answer, ...one }) => (answer === null ? [] : [{ ...one, told: answer }])))
      expect(others.map((other) => asked(free, [other]))).toEqual(others.map(() => same))
      expect(left.length).toBeGreaterThanOrEqual(3)
    }),
  )
})
