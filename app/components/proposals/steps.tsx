// The vertical line of what happened to a proposal: state, date, who, why.
import { Process } from '@navikt/ds-react/Process'
import type { Instant } from '#app/domain/shared/day.ts'
import { isFinal, type Party, type ProposalState } from '#app/domain/proposals/proposal.ts'
import type { TextKey } from '#app/i18n/translate.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'

export type Step = { to: ProposalState; at: Instant; party?: Party; by?: string | null; reason?: string | null; note?: string | null }

const REASON_WORDS: Partial<Record<ProposalState, string>> = {
  declined_by_candidate: 'candidateReason',
  withdrawn: 'candidateReason',
  declined_by_employer: 'employerReason',
  not_started: 'notStartedReason',
  ended: 'endReason',
}

export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <Process aria-label={label}>
      {steps.map((step, index) => {
        const last = index === steps.length - 1
        const group = REASON_WORDS[step.to]
        return (
          <Process.Event
            key={`${step.to}-${String(step.at)}`}
            title={word('proposalState', step.to)}
            timestamp={format.instantTime(step.at)}
            status={last && !isFinal(step.to) ? 'active' : 'completed'}
          >
            {step.party && (
              <p>
                {t('proposals.by')}: {step.by ?? word('party', step.party)}
              </p>
            )}
            {step.reason && group && <p>{t(`words.${group}.${step.reason}` as TextKey)}</p>}
            {step.note && <p className="quote">{step.note}</p>}
          </Process.Event>
        )
      })}
    </Process>
  )
}
