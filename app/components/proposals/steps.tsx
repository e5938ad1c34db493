// The vertical line of what happened to a proposal: state, date, who, why.
import { Process } from '@navikt/ds-react/Process'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import {
  isFinal,
  PROPOSAL_MOVE_NAMES,
  PROPOSAL_MOVES,
  type Party,
  type ProposalMove,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { useReasonWord } from './move-words.ts'

export type Step = { to: ProposalState; at: Instant | Day; party?: Party; by?: string | null; reason?: string | null; note?: string | null }

/** A move that leads to a state for a reason; where several do, they have the same reasons. */
function moveWithReason(state: ProposalState): ProposalMove | undefined {
  return PROPOSAL_MOVE_NAMES.find((name) => PROPOSAL_MOVES[name].to === state && 'reasons' in PROPOSAL_MOVES[name])
}

export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const t = useText()
  const word = useWord()
  const reasonWord = useReasonWord()
  const format = useFormat()
  return (
    <Process aria-label={label}>
      {steps.map((step, index) => {
        const last = index === steps.length - 1
        const move = moveWithReason(step.to)
        return (
          <Process.Event
            key={index}
            title={word('proposalState', step.to)}
            timestamp={typeof step.at === 'string' ? format.day(step.at) : format.instantTime(step.at)}
            status={last && !isFinal(step.to) ? 'active' : 'completed'}
          >
            {step.party && (
              <p>
                {t('proposals.by')}: {step.by ?? word('party', step.party)}
              </p>
            )}
            {step.reason && move && <p>{reasonWord(move, step.reason)}</p>}
            {step.note && <p className="quote">{step.note}</p>}
          </Process.Event>
        )
      })}
    </Process>
  )
}
