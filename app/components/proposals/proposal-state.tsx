// A proposal's state and on whom it waits: the same everywhere.
import { Tag } from '@navikt/ds-react/Tag'
import { FINAL_STATES, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { useWord } from '#app/components/ui/i18n.tsx'

export function StateTag({ state }: { state: ProposalState }) {
  const word = useWord()
  const color = FINAL_STATES.includes(state) ? 'neutral' : 'accent'
  return (
    <Tag size="small" variant="outline" data-color={color}>
      {word('proposalState', state)}
    </Tag>
  )
}
