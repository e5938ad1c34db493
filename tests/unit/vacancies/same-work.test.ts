import { describe, expect, test } from 'vitest'
import type { RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { rulesOutNoMore } from '#app/domain/vacancies/same-work.ts'

const fraud: RuledOut = { refusal: 'fraud', measure: null }
const recentFraud = (count: number): RuledOut => ({ refusal: 'fraud', measure: 'years', count })
const freshFraud: RuledOut = { refusal: 'fraud', measure: 'months', count: 6 }
const traffic: RuledOut = { refusal: 'traffic', measure: null }
const appointments = (count: number): RuledOut => ({ refusal: 'supervision', measure: 'appointments', count })
const agreed: RuledOut = { refusal: 'supervision', measure: 'with_conditions' }
const supervision: RuledOut = { refusal: 'supervision', measure: null }
const monitoring: RuledOut = { refusal: 'monitoring', measure: null }
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
    expect(rulesOutNoMore(here, there)).toBe(true)
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
    expect(rulesOutNoMore(here, there)).toBe(false)
  })
})
