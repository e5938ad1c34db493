// 120 invented proposals in every state, each with the log that led there: the same rows the real moves would have written.
import { toDiscuss } from '#app/domain/matching/to-discuss.ts'
import { NAME_DISCLOSES, shareDiscloses, type Disclosure } from '#app/domain/proposals/anonymity.ts'
import { anonymousView } from '#app/domain/proposals/anonymous-view.ts'
import { dayOf, deadlineIn, type Instant } from '#app/domain/shared/day.ts'
import { FOLLOW_UP_EVIDENCE, FOLLOW_UP_WEEKS } from '#app/domain/proposals/follow-up.ts'
import {
  CONSENT_DEADLINE_DAYS,
  EMPLOYER_ANSWER_DAYS,
  NAME_CONSENT_DAYS,
  PROPOSAL_MOVES,
  reasonsFor,
  type ConsentKind,
  type Party,
  type ProposalMove,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import { encrypt } from '#db/people/vault.ts'
import { toldAsItStands } from '#db/proposals/telling.ts'
import { fixedCode, fixedId, fixedRandom, type FixedRandom } from '../fixed-random.ts'
import type { Pair } from './proposal-pairs.ts'
import { EXPIRING_DAYS } from './proposal-stories.ts'
import { ANSWERS, NOTES, QUESTIONS } from './proposal-words.ts'
import type { Calendar } from '../time.ts'
import type { ConsentRow, EventRow, FollowUpRow, ProposalRow, Proposals, QuestionRow } from '../world.ts'
import { VERIFIED_EMPLOYERS } from '#db/seed/employers/verified-employers.ts'

const NAME_OF = new Map(VERIFIED_EMPLOYERS.map(([name]) => [fixedId(`employer ${name}`), name]))
const FIRST_HOUR = 9

type Step = {
  move: ProposalMove
  from: ProposalState
  to: ProposalState
  party: Party
  membershipId: string | null
  ago: number
  at: Instant
}

/** Who moves: the person on the screen or, as often in custody always, the caseworker for them. */
function partyOf(move: ProposalMove, inCustody: boolean, random: FixedRandom): Party {
  const { by } = PROPOSAL_MOVES[move]
  const all: readonly Party[] = by
  if (all.includes('candidate')) return inCustody || random.chance(45) ? 'caseworker' : 'candidate'
  return move === 'start' || move === 'end' ? random.pick(all) : (all[0] ?? 'caseworker')
}

function stepsOf({ story, timeline, person, vacancy }: Pair, id: string, calendar: Calendar): Step[] {
  const random = fixedRandom(`steps ${id}`)
  const employerMember = fixedId(`membership ${NAME_OF.get(vacancy.employerId ?? '') ?? ''}`)
  let from: ProposalState = 'draft'
  return story.moves.map((move, index) => {
    const party = partyOf(move, person.plan.stage === 'in_custody', random)
    const ago = timeline.movesAgo[index] ?? 0
    const { to } = PROPOSAL_MOVES[move]
    const hour = FIRST_HOUR + Math.min(index, 8)
    const step = {
      move,
      from,
      to,
      party,
      membershipId: party === 'caseworker' ? person.plan.caseworkerId : party === 'employer' ? employerMember : null,
      ago,
      at: calendar.at(ago, hour),
    }
    from = to
    return step
  })
}

function eventsOf(steps: readonly Step[], id: string, { person }: Pair): EventRow[] {
  const random = fixedRandom(`events ${id}`)
  return steps.map(({ move, from, to, party, membershipId, at }, index) => {
    const allowed = move === 'withdraw' ? null : reasonsFor(move, party)
    const reason = allowed ? random.pick(allowed.filter((one) => one !== 'filled' && one !== 'custody')) : null
    const note = move === 'refuse' && random.chance(60) ? encrypt(person.key, `note:${id}`, random.pick(NOTES)) : null
    return { id: fixedId(`event ${id} ${String(index)}`), proposalId: id, step: index + 1, from, to, party, membershipId, reason, note, at }
  })
}

/** The move that answered a consent, and what it said. */
const ANSWER_OF: Partial<Record<ProposalMove, 'yes' | 'no' | 'expired'>> = {
  consent: 'yes',
  name: 'yes',
  decline: 'no',
  expire_consent: 'expired',
}

type Asked = { kind: ConsentKind; discloses: readonly Disclosure[] }

function consentOf(
  { kind, discloses }: Asked,
  asking: Step | undefined,
  after: readonly Step[],
  id: string,
  inCustody: boolean,
): ConsentRow[] {
  if (!asking) return []
  const random = fixedRandom(`consent ${kind} ${id}`)
  const [next] = after
  const answer = next && (ANSWER_OF[next.move] ?? null)
  const days =
    kind === 'name'
      ? NAME_CONSENT_DAYS
      : answer === 'expired'
        ? EXPIRING_DAYS
        : random.pick(CONSENT_DEADLINE_DAYS.filter((one) => one >= EXPIRING_DAYS))
  const withdrawn = after.find(({ move }) => move === 'withdraw')
  const answeredBy = next?.party === 'clock' || next?.party === 'candidate' ? next.party : 'caseworker'
  return [
    {
      id: fixedId(`consent ${kind} ${id}`),
      proposalId: id,
      kind,
      discloses: [...discloses],
      askedAt: asking.at,
      deadlineAt: deadlineIn(days, asking.at),
      ...(withdrawn ? { withdrawnAt: withdrawn.at } : {}),
      ...(next && answer
        ? {
            answer,
            answeredBy,
            channel:
              answer === 'expired'
                ? null
                : answeredBy === 'candidate'
                  ? ('screen' as const)
                  : inCustody
                    ? ('paper' as const)
                    : random.pick(['in_person', 'phone'] as const),
            membershipId: next.membershipId,
            answeredAt: next.at,
          }
        : {}),
    },
  ]
}

function consentsOf(steps: readonly Step[], id: string, { person, facts }: Pair): ConsentRow[] {
  const inCustody = person.plan.stage === 'in_custody'
  const questions = [
    { kind: 'share', discloses: shareDiscloses(facts), move: 'ask' },
    { kind: 'name', discloses: NAME_DISCLOSES, move: 'show_interest' },
  ] as const
  return questions.flatMap(({ move, ...asked }) => {
    const index = steps.findIndex((step) => step.move === move)
    return consentOf(asked, steps[index], steps.slice(index + 1), id, inCustody)
  })
}

function followUpsOf(steps: readonly Step[], id: string): FollowUpRow[] {
  const random = fixedRandom(`follow-ups ${id}`)
  return steps
    .filter(({ move }) => move === 'follow_up')
    .map((step, nth) => {
      const week = FOLLOW_UP_WEEKS[nth] ?? FOLLOW_UP_WEEKS[0]
      const known = random.chance(85)
      return {
        id: fixedId(`follow-up ${id} ${String(week)}`),
        proposalId: id,
        week,
        outcome: known ? ('in_work' as const) : ('unknown' as const),
        evidence: known ? random.pick(FOLLOW_UP_EVIDENCE) : null,
        membershipId: step.membershipId,
        at: step.at,
      }
    })
}

function questionsOf(steps: readonly Step[], id: string, { story, nth, person }: Pair): QuestionRow[] {
  const asked = steps.find(({ move }) => move === 'ask')
  const may = (story.state === 'asked' || story.state === 'sent' || story.state === 'offered') && nth % 3 === 1
  if (!asked || !may || person.plan.stage === 'in_custody') return []
  const questionId = fixedId(`question ${id}`)
  const words = person.plan.tongue === 'ru' ? QUESTIONS.ru : QUESTIONS.lv
  const which = fixedRandom(`question ${id}`).below(words.length)
  const askedAt = asked.at + 3 * 3_600_000
  // The question of somebody who still has to decide waits for its answer.
  const answer = story.state === 'asked' ? undefined : ANSWERS[person.plan.tongue][which]
  return [
    {
      id: questionId,
      proposalId: id,
      question: encrypt(person.key, `question:${questionId}`, words[which] ?? ''),
      askedAt,
      ...(answer === undefined
        ? {}
        : {
            answer: encrypt(person.key, `answer:${questionId}`, answer),
            answeredBy: person.plan.caseworkerId,
            answeredAt: askedAt + 2 * 3_600_000,
          }),
    },
  ]
}

function deadlineOf(state: ProposalState, since: Instant, consents: readonly ConsentRow[]): Instant | null {
  if (state === 'sent') return deadlineIn(EMPLOYER_ANSWER_DAYS, since)
  if (state === 'asked') return consents.find(({ kind }) => kind === 'share')?.deadlineAt ?? null
  return state === 'interested' ? (consents.find(({ kind }) => kind === 'name')?.deadlineAt ?? null) : null
}

function startOf(steps: readonly Step[], { story }: Pair, id: string, calendar: Calendar): string | null {
  const random = fixedRandom(`start ${id}`)
  const started = steps.find(({ move }) => move === 'start')
  if (started) return dayOf(started.at)
  const accepted = steps.find(({ move }) => move === 'accept')
  if (story.state === 'not_started' && accepted) return calendar.day(3 - accepted.ago)
  if (story.state === 'accepted') return calendar.day(random.between(2, 9))
  return story.state === 'offered' ? calendar.day(random.between(6, 14)) : null
}

function interviewOf(steps: readonly Step[], { story, vacancy, nth }: Pair, calendar: Calendar) {
  const invited = steps.find(({ move }) => move === 'interview')
  if (!invited) return {}
  // Some were held yesterday and wait for the employer's word.
  const ahead = story.state === 'interview' && nth % 3 !== 2
  return {
    interviewAt: ahead ? calendar.at(-1 - (nth % 4), 10) : calendar.at(Math.max(invited.ago - 2, 1), 10),
    interviewPlace: `${vacancy.address ?? ''}, ${vacancy.place ?? ''}`,
  }
}

export function makeProposals(pairs: readonly Pair[], calendar: Calendar): Proposals {
  const rows: Proposals = { proposals: [], events: [], consents: [], questions: [], followUps: [] }
  for (const pair of pairs) {
    const { story, timeline, person, vacancy, facts } = pair
    const id = fixedId(`proposal ${person.plan.id} ${vacancy.id}`)
    const createdAt = calendar.at(timeline.createdAgo, FIRST_HOUR - 1)
    const steps = stepsOf(pair, id, calendar)
    const consents = consentsOf(steps, id, pair)
    const stateSince = steps.at(-1)?.at ?? createdAt
    const version = 1 + steps.length
    const proposal: ProposalRow = {
      id,
      vacancyId: vacancy.id,
      employerId: vacancy.employerId ?? null,
      candidateId: person.plan.id,
      organisationId: person.plan.organisationId,
      state: story.state,
      stateSince,
      deadlineAt: deadlineOf(story.state, stateSince, consents),
      ...(story.moves.includes('send')
        ? {
            ...toldAsItStands({ state: story.state, version, stateSince }),
            code: fixedCode('P', id),
            shown: anonymousView(facts, person.facts.open, calendar.today),
            acceptance: { stances: facts.stances, terms: facts.terms, occupation: facts.occupation },
          }
        : { sinceDay: dayOf(stateSince) }),
      toDiscuss: story.moves.includes('send') ? toDiscuss(facts, person.facts.open, calendar.today) : [],
      ...interviewOf(steps, pair, calendar),
      startOn: startOf(steps, pair, id, calendar),
      createdAt,
      version,
    }
    rows.proposals.push(proposal)
    rows.events.push(...eventsOf(steps, id, pair))
    rows.consents.push(...consents)
    rows.questions.push(...questionsOf(steps, id, pair))
    rows.followUps.push(...followUpsOf(steps, id))
  }
  return rows
}
