// Lists of who is verified, who waits and who was refused: the state and the filter. Green and amber are kept for verdicts.
import { Tag } from '@navikt/ds-react/Tag'
import { VERIFICATION_STATES, type VerificationState } from '#app/domain/organisations/organisation.ts'
import { Choices } from '#app/components/ui/choices.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

const COLOURS = { pending: 'accent', verified: 'neutral', refused: 'neutral' } as const satisfies Record<VerificationState, string>

export function StateTag({ state }: { state: VerificationState }) {
  const word = useWord()
  return (
    <Tag size="small" variant="outline" data-color={COLOURS[state]}>
      {word('verificationState', state)}
    </Tag>
  )
}

type StateLinksProps = {
  current: VerificationState | null
  counts: Record<VerificationState, number>
  to: (state: VerificationState | null) => string
}

export function StateLinks({ current, counts, to }: StateLinksProps) {
  const t = useText()
  const all = counts.pending + counts.verified + counts.refused
  return (
    <Choices
      label={t('coordinator.state.filter')}
      chosen={current ?? 'all'}
      choices={[...VERIFICATION_STATES, null].map((state) => ({
        value: state ?? 'all',
        label: t(`coordinator.state.${state ?? 'all'}`),
        to: to(state),
        count: state === null ? all : counts[state],
      }))}
    />
  )
}
