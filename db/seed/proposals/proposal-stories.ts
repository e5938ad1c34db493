// How each invented proposal went: its moves and how many days lay between them.
import type { ProposalMove, ProposalState } from '#app/domain/proposals/proposal.ts'
import type { FixedRandom } from '../fixed-random.ts'

export type Story = { state: ProposalState; moves: readonly ProposalMove[] }

const asked: ProposalMove[] = ['ask']
const consented: ProposalMove[] = [...asked, 'consent']
const sent: ProposalMove[] = [...consented, 'send']
const interested: ProposalMove[] = [...sent, 'show_interest']
const named: ProposalMove[] = [...interested, 'name']
const interview: ProposalMove[] = [...named, 'interview']
const offered: ProposalMove[] = [...interview, 'offer_job']
const accepted: ProposalMove[] = [...offered, 'accept']
const started: ProposalMove[] = [...accepted, 'start']
const followed: ProposalMove[] = [...started, 'follow_up']
const twiceFollowed: ProposalMove[] = [...followed, 'follow_up']

/** [state, how many, the ways it came about, in turn] */
const STORIES: readonly (readonly [ProposalState, number, readonly ProposalMove[][]])[] = [
  ['completed', 6, [[...twiceFollowed, 'follow_up', 'complete']]],
  ['followed', 8, [followed, twiceFollowed, followed]],
  ['started', 8, [started, [...named, 'offer_job', 'accept', 'start']]],
  ['accepted', 4, [accepted, [...named, 'offer_job', 'accept']]],
  ['offered', 4, [offered, [...named, 'offer_job']]],
  ['interview', 7, [interview]],
  ['named', 6, [named]],
  ['interested', 6, [interested]],
  ['sent', 11, [sent]],
  ['consented', 6, [consented]],
  ['asked', 10, [asked]],
  ['draft', 6, [[]]],
  [
    'declined_by_candidate',
    7,
    [
      [...asked, 'decline'],
      [...asked, 'decline'],
      [...interested, 'decline'],
      [...offered, 'turn_down'],
    ],
  ],
  [
    'consent_expired',
    4,
    [
      [...asked, 'expire_consent'],
      [...interested, 'expire_consent'],
    ],
  ],
  [
    'declined_by_employer',
    7,
    [
      [...sent, 'refuse'],
      [...interview, 'refuse'],
      [...sent, 'refuse'],
      [...named, 'refuse'],
    ],
  ],
  ['no_answer', 4, [[...sent, 'close_unanswered']]],
  ['withdrawn', 4, [['withdraw'], [...asked, 'withdraw'], [...sent, 'withdraw'], [...interview, 'withdraw']]],
  [
    'vacancy_filled',
    3,
    [
      [...sent, 'fill_elsewhere'],
      [...asked, 'fill_elsewhere'],
      [...interview, 'fill_elsewhere'],
    ],
  ],
  ['not_started', 2, [[...accepted, 'not_start']]],
  [
    'ended',
    4,
    [
      [...started, 'end'],
      [...followed, 'end'],
    ],
  ],
]

export const ASKED_STORY: Story = { state: 'asked', moves: asked }
export const INTERESTED_STORY: Story = { state: 'interested', moves: interested }
export const OFFERED_STORY: Story = { state: 'offered', moves: offered }

export function stories(): Story[] {
  return STORIES.flatMap(([state, count, ways]) =>
    Array.from({ length: count }, (_, nth) => ({ state, moves: ways[nth % ways.length] ?? [] })),
  )
}

/** Since when it stands as it stands, in days ago; what is over ended within the last ten weeks. */
const SINCE: Partial<Record<ProposalState, readonly [from: number, to: number]>> = {
  draft: [1, 6],
  asked: [1, 2],
  consented: [1, 3],
  sent: [1, 13],
  interested: [1, 5],
  named: [1, 8],
  interview: [1, 4],
  offered: [1, 3],
  accepted: [1, 5],
  started: [3, 38],
  followed: [2, 40],
  completed: [2, 30],
}
const OVER: readonly [number, number] = [3, 70]
/** Of these every third waits too long: nothing closes them by itself. */
const FORGOTTEN: Partial<Record<ProposalState, number>> = { draft: 24, consented: 12, named: 19 }

/** Days from the move before to this one. */
const GAPS: Partial<Record<ProposalMove, readonly [from: number, to: number]>> = {
  ask: [0, 2],
  consent: [1, 2],
  send: [0, 1],
  show_interest: [1, 7],
  name: [1, 3],
  interview: [1, 3],
  offer_job: [3, 6],
  accept: [1, 3],
  start: [3, 9],
  decline: [1, 2],
  turn_down: [1, 3],
  refuse: [2, 7],
  withdraw: [1, 3],
  fill_elsewhere: [1, 4],
  not_start: [4, 8],
  end: [8, 35],
  close_unanswered: [15, 15],
}
/** From the start to 6, 13 and 26 weeks, each a few days late at most. */
const FOLLOW_UP_GAPS: readonly (readonly [from: number, to: number])[] = [
  [42, 45],
  [47, 51],
  [90, 93],
]
export const EXPIRING_DAYS = 3
const NAME_EXPIRES_AFTER = 8

function gapBefore(moves: readonly ProposalMove[], index: number, random: FixedRandom): number {
  const move = moves[index]
  if (move === undefined || move === 'complete') return 0
  if (move === 'expire_consent') return moves[index - 1] === 'ask' ? EXPIRING_DAYS + 1 : NAME_EXPIRES_AFTER
  if (move === 'follow_up') {
    const nth = moves.slice(0, index).filter((one) => one === 'follow_up').length
    return random.between(...(FOLLOW_UP_GAPS[nth] ?? [42, 45]))
  }
  return random.between(...(GAPS[move] ?? [1, 2]))
}

export type Timeline = { createdAgo: number; movesAgo: number[] }

/** Days ago of the draft and of each move. @param lastAgo when the last move has a day already */
export function timelineOf({ state, moves }: Story, nth: number, random: FixedRandom, lastAgo?: number): Timeline {
  const forgotten = nth % 3 === 2 ? FORGOTTEN[state] : undefined
  let ago = lastAgo ?? forgotten ?? random.between(...(SINCE[state] ?? OVER))
  const movesAgo: number[] = []
  for (let index = moves.length - 1; index >= 0; index -= 1) {
    movesAgo.unshift(ago)
    ago += gapBefore(moves, index, random)
  }
  return { createdAgo: ago, movesAgo }
}
