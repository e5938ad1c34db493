// The one next thing a caseworker does with a proposal, and when a follow-up falls due.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/domain/shared/day.ts'
import { followUpTurn, nextStep } from '#app/domain/proposals/next-step.ts'
import { FOLLOW_UP_WEEKS, followUpDay, lastStartDue } from '#app/domain/proposals/follow-up.ts'
import { FINAL_STATES, movesFor, PROPOSAL_STATES, WAITING_ON } from '#app/domain/proposals/proposal.ts'

const NOW = Date.parse('2026-11-23T07:00:00Z')
const nothing = { openQuestions: 0, deadlineAt: null, turn: null }
const due = { week: 6, dueOn: '2026-11-20', due: true } as const

test.each([
  ['draft', 'ask'],
  ['asked', 'consent'],
  ['consented', 'send'],
  ['interested', 'name'],
  ['offered', 'accept'],
  ['accepted', 'start'],
] as const)('a proposal that is %s goes on by: %s', (state, form) => {
  expect(nextStep({ ...nothing, state }, 'caseworker', NOW).primary).toBe(form)
})

test.each(['sent', 'named', 'interview'] as const)('while the employer is waited for (%s) nothing is pressed first', (state) => {
  expect(nextStep({ ...nothing, state }, 'caseworker', NOW).primary).toBeNull()
  expect(WAITING_ON[state]).toBe('employer')
})

test('an open question comes before everything else', () => {
  expect(nextStep({ ...nothing, state: 'asked', openQuestions: 1 }, 'caseworker', NOW)).toEqual({
    primary: 'answer_question',
    quiet: ['consent', 'withdraw'],
  })
})

test('an answer is not offered once its deadline has passed', () => {
  expect(nextStep({ ...nothing, state: 'interested', deadlineAt: NOW }, 'caseworker', NOW)).toEqual({ primary: null, quiet: ['withdraw'] })
})

test('a follow-up is the next thing from the day it is due', () => {
  expect(nextStep({ ...nothing, state: 'started', turn: due }, 'caseworker', NOW)).toEqual({ primary: 'follow_up', quiet: ['end'] })
  expect(nextStep({ ...nothing, state: 'followed', turn: { ...due, due: false } }, 'caseworker', NOW)).toEqual({
    primary: null,
    quiet: ['end'],
  })
})

test('nothing is left to do when a proposal is over, even with a question unanswered', () => {
  expect(FINAL_STATES.map((state) => nextStep({ ...nothing, openQuestions: 1, state }, 'caseworker', NOW))).toEqual(
    FINAL_STATES.map(() => ({ primary: null, quiet: [] })),
  )
})

test('every live state leaves the caseworker something to do', () => {
  const live = PROPOSAL_STATES.filter((state) => !FINAL_STATES.includes(state))
  const idle = live.filter((state) => nextStep({ ...nothing, state }, 'caseworker', NOW).quiet.length === 0)
  expect(idle).toEqual([])
  expect(live.filter((state) => movesFor(state, 'caseworker').length === 0)).toEqual([])
})

describe('follow-ups', () => {
  test('the first one that nobody has recorded is next, from its own day on', () => {
    expect(followUpTurn('2026-10-12', [], '2026-11-22')).toEqual({ week: 6, dueOn: '2026-11-23', due: false })
    expect(followUpTurn('2026-10-12', [], '2026-11-23')).toEqual({ week: 6, dueOn: '2026-11-23', due: true })
    expect(followUpTurn('2026-10-12', [6], '2026-11-23')).toMatchObject({ week: 13, due: false })
  })

  test('there is none before the start, and none after the last', () => {
    expect(followUpTurn(null, [], '2026-11-23')).toBeNull()
    expect(followUpTurn('2026-01-01', [6, 13, 26], '2026-11-23')).toBeNull()
  })

  test('what a query asks of many is what is asked of one', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2025-01-01', days))
    const recorded = fc.subarray([...FOLLOW_UP_WEEKS])
    fc.assert(
      fc.property(day, recorded, fc.constantFrom(...FOLLOW_UP_WEEKS), fc.integer({ min: -2, max: 2 }), (startOn, weeks, near, off) => {
        const today = addDays(followUpDay(startOn, near), off)
        const missing = FOLLOW_UP_WEEKS.filter((week) => !weeks.includes(week))
        expect(missing.some((week) => startOn <= lastStartDue(week, today))).toBe(followUpTurn(startOn, weeks, today)?.due ?? false)
      }),
    )
  })
})
