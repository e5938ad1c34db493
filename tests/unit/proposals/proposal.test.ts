// The one state machine, read as a table.
import { describe, expect, test } from 'vitest'
import { ANSWERS } from '#app/domain/proposals/candidate-question.ts'
import {
  FINAL_STATES,
  isFinal,
  isNamed,
  mayMove,
  movesFor,
  PROPOSAL_MOVE_NAMES,
  PROPOSAL_MOVES,
  PROPOSAL_PAIRS,
  PROPOSAL_STATES,
  WAITING_ON,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'

test('the straight way leads from a draft to the end in the order people know', () => {
  const way: ProposalState[] = [
    'draft',
    'asked',
    'consented',
    'sent',
    'interested',
    'named',
    'interview',
    'offered',
    'accepted',
    'started',
    'followed',
    'completed',
  ]
  const missing = way.slice(1).filter((to, index) => !PROPOSAL_PAIRS.some((pair) => pair.from === way[index] && pair.to === to))
  expect(missing).toEqual([])
})

test('every state but the draft can be reached, and every state that is not the end can be left', () => {
  expect(PROPOSAL_STATES.filter((state) => !PROPOSAL_PAIRS.some((pair) => pair.to === state))).toEqual(['draft'])
  expect(PROPOSAL_STATES.filter((state) => WAITING_ON[state] === null)).toEqual(FINAL_STATES)
})

test('whoever is waited for can do something about it', () => {
  const stuck = PROPOSAL_STATES.filter((state) => {
    const party = WAITING_ON[state]
    return party !== null && movesFor(state, party).length === 0
  })
  expect(stuck).toEqual([])
})

test('a person can step out at every moment before the start', () => {
  const before = PROPOSAL_STATES.filter((state) => !isFinal(state) && !['started', 'followed'].includes(state))
  expect(before.filter((state) => !mayMove('withdraw', state, 'candidate'))).toEqual([])
})

describe('an employer', () => {
  test('cannot act before a proposal was sent, but for filling the place', () => {
    const early: ProposalState[] = ['draft', 'asked', 'consented']
    expect(early.flatMap((state) => movesFor(state, 'employer'))).toEqual(['fill_elsewhere', 'fill_elsewhere', 'fill_elsewhere'])
  })

  test('knows a name only after the second yes', () => {
    const named = PROPOSAL_STATES.filter(isNamed)
    const into = PROPOSAL_PAIRS.filter((pair) => named.includes(pair.to) && !named.includes(pair.from))
    expect(into).toEqual([{ from: 'interested', to: 'named' }])
    // The one way in is the person's own, on record as a yes.
    const ways = PROPOSAL_MOVE_NAMES.filter((name) => named.includes(PROPOSAL_MOVES[name].to) && !PROPOSAL_MOVES[name].from.every(isNamed))
    expect(ways).toEqual(['name'])
    expect(PROPOSAL_MOVES.name).toMatchObject({ by: ['candidate', 'caseworker'], guards: ['in_time', 'name_consent'] })
  })

  test('cannot answer in the place of a person', () => {
    const answers = Object.values(ANSWERS).flatMap(({ yes, no }) => [yes, no])
    expect(answers).toEqual(['consent', 'decline', 'name', 'decline', 'accept', 'turn_down'])
    expect(answers.filter((move) => PROPOSAL_STATES.some((state) => mayMove(move, state, 'employer')))).toEqual([])
    expect(answers.filter((move) => !PROPOSAL_STATES.some((state) => mayMove(move, state, 'candidate')))).toEqual([])
  })
})
