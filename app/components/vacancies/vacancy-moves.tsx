// What can be done with a vacancy now: the one likely thing first, what ends it folded away with its consequence in words.
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import type { ShownVacancyState } from '#app/domain/vacancies/vacancy.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { paths } from '#app/paths.ts'

const MOVES = {
  draft: ['duplicate', 'close'],
  published: ['pause', 'fill', 'duplicate', 'close'],
  expired: ['fill', 'duplicate', 'close'],
  paused: ['fill', 'duplicate', 'close'],
  filled: ['duplicate', 'close'],
  closed: ['duplicate'],
} as const satisfies Record<ShownVacancyState, readonly string[]>
type Move = (typeof MOVES)[ShownVacancyState][number]

/** Opens without JavaScript; says what will happen before the button. */
function Fold({ move }: { move: Move }) {
  const t = useText()
  return (
    <details>
      <summary>{t(`employer.vacancy.${move}`)}</summary>
      <VStack gap="space-12" align="start">
        <BodyLong>{t(`employer.vacancy.${move}Text`)}</BodyLong>
        <Submit name="move" value={move} variant="secondary" size="small">
          {t(`employer.vacancy.${move}`)}
        </Submit>
      </VStack>
    </details>
  )
}

function First({ id, shown }: { id: string; shown: ShownVacancyState }): ReactNode {
  const t = useText()
  if (shown === 'published' || shown === 'expired') {
    return (
      <VStack gap="space-8" align="start">
        <BodyLong>{t('employer.vacancy.refreshText')}</BodyLong>
        <Submit name="move" value="refresh" variant={shown === 'expired' ? 'primary' : 'secondary'}>
          {t('employer.vacancy.refresh')}
        </Submit>
      </VStack>
    )
  }
  return (
    <div>
      <Button as={Link} to={paths.employer.summary(id)}>
        {t(shown === 'draft' ? 'employer.vacancy.toSummary' : 'employer.vacancy.resume')}
      </Button>
    </div>
  )
}

export function VacancyMoves({ id, shown }: { id: string; shown: ShownVacancyState }) {
  const t = useText()
  return (
    <section aria-labelledby="moves">
      <Heading size="small" level="2" id="moves" spacing>
        {t('employer.vacancy.moves')}
      </Heading>
      <Form>
        <First id={id} shown={shown} />
        <div className="vacancy-moves">
          {MOVES[shown].map((move) => (
            <Fold key={move} move={move} />
          ))}
        </div>
      </Form>
    </section>
  )
}
