// Lists of who is verified, who waits and who was refused: the state and the filter.
import { Link } from '@remix-run/react'
import { HStack } from '@navikt/ds-react/Stack'
import { Tag } from '@navikt/ds-react/Tag'
import { VERIFICATION_STATES, type VerificationState } from '#app/domain/organisation.ts'
import { useFormat, useText, useWord } from '#app/components/i18n.tsx'

const COLOURS = { pending: 'warning', verified: 'success', refused: 'neutral' } as const satisfies Record<VerificationState, string>

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
  const format = useFormat()
  const all = counts.pending + counts.verified + counts.refused
  return (
    <nav aria-label={t('coordinator.state.filter')}>
      <HStack as="ul" gap="space-8" className="filter-links">
        {[...VERIFICATION_STATES, null].map((state) => (
          <li key={state ?? 'all'}>
            <Link to={to(state)} aria-current={state === current ? 'true' : undefined}>
              {t('coordinator.state.number', {
                label: t(`coordinator.state.${state ?? 'all'}`),
                number: format.number(state === null ? all : counts[state]),
              })}
            </Link>
          </li>
        ))}
      </HStack>
    </nav>
  )
}
