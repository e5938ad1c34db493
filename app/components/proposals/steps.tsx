// The vertical line of what happened to a proposal: state, date, who, why.
import { Process } from '@navikt/ds-react/Process'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { isFinal, type Party, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { moveWithReason } from '#app/i18n/reason-words.ts'
import { useReasonWord } from './move-words.ts'

export type Step = { to: ProposalState; at: Instant | Day; party?: Party; by?: string | null; reason?: string | null; note?: string | null }

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
