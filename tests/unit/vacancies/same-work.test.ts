import { describe, expect, test } from 'vitest'
import { TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import type { RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { barringOf, rulesOutNoMore } from '#app/domain/vacancies/same-work.ts'

const ACCEPTS_ALL = (startOn: string | null) => ({ stances: [], terms: TERMS_NOT_ASKED, startOn })
const fraud: RuledOut = { refusal: 'fraud', measure: null }
const recentFraud = (count: number): RuledOut => ({ refusal: 'fraud', measure: 'years', count })
const freshFraud: RuledOut = { refusal: 'fraud', measure: 'months', count: 6 }
const traffic: RuledOut = { refusal: 'traffic', measure: null }
const appointments = (count: number): RuledOut => ({ refusal: 'supervision', measure: 'appointments', count })
const agreed: RuledOut = { refusal: 'supervision', measure: 'with_conditions' }
const supervision: RuledOut = { refusal: 'supervision', measure: null }
const monitoring: RuledOut = { refusal: 'monitoring', measure: null }
const atOnce = (ruledOut: RuledOut[]) => ({ ruledOut, startOn: '2026-12-01' })
const released = (count: number): RuledOut => ({ refusal: 'time_since_release', measure: 'months', count })

describe('of two vacancies for the same work, one rules out no more', () => {
  test.each<[string, RuledOut[], RuledOut[]]>([
    ['when it rules out nothing', [], [fraud]],
    ['when both rule out the same', [fraud, traffic], [traffic, fraud]],
    ['when it rules out a part', [fraud], [fraud, traffic]],
    ['when it rules out recent fraud and the other all fraud', [recentFraud(3)], [fraud]],
    ['when its years are fewer', [recentFraud(2)], [recentFraud(5)]],
    ['when it accepts more appointments', [appointments(3)], [appointments(1)]],
    ['when it agrees on appointments and the other accepts no supervision', [agreed], [supervision]],
    ['when its months since the release are fewer', [released(3)], [released(12)]],
  ])('%s', (_, here, there) => {
    expect(rulesOutNoMore(atOnce(here), atOnce(there))).toBe(true)
  })
})

describe('of two vacancies for the same work, one rules out more, or something else', () => {
  test.each<[string, RuledOut[], RuledOut[]]>([
    ['when the other rules out nothing', [monitoring], []],
    ['when each rules out another family', [fraud], [traffic]],
    ['when it rules out all fraud and the other recent fraud', [fraud], [recentFraud(3)]],
    ['when its years are more', [recentFraud(5)], [recentFraud(2)]],
    ['when one counts from the offence and the other from the release', [recentFraud(3)], [freshFraud]],
    ['when it accepts fewer appointments', [appointments(0)], [appointments(2)]],
    ['when one counts appointments and the other agrees on them', [appointments(2)], [agreed]],
  ])('%s', (_, here, there) => {
    expect(rulesOutNoMore(atOnce(here), atOnce(there))).toBe(false)
  })
})

describe('years and months are counted back from the first day of work', () => {
  const starting = (startOn: string | null, ruledOut = [recentFraud(3)]) => ({ ...barringOf(ACCEPTS_ALL(startOn), '2026-12-01'), ruledOut })

  test('the same three years rule out fewer people where the work begins later', () => {
    expect(rulesOutNoMore(starting('2027-06-01'), starting('2027-01-01'))).toBe(true)
    expect(rulesOutNoMore(starting('2027-01-01'), starting('2027-06-01'))).toBe(false)
  })

  test('a first day that is past, or not named, is today', () => {
    expect(rulesOutNoMore(starting('2026-01-01'), starting(null))).toBe(true)
    expect(rulesOutNoMore(starting(null), starting('2026-01-01'))).toBe(true)
  })

  test('what is ruled out whole does not ask when', () => {
    expect(rulesOutNoMore(starting(null, [fraud]), starting('2027-06-01', [fraud]))).toBe(true)
  })
})
