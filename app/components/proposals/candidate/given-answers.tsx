// What the person answered so far.
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { ConsentKind } from '#app/domain/proposals/proposal.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

type Given = { kind: ConsentKind; answer: string | null; answeredAt: Instant | null; withdrawnAt: Instant | null }

export function GivenAnswers({ consents }: { consents: readonly Given[] }) {
  const t = useText()
  const format = useFormat()
  const day = (at: Instant) => format.day(dayOf(at))
  const lines = consents.flatMap(({ kind, answer, answeredAt, withdrawnAt }) => {
    if (answeredAt === null || (answer !== 'yes' && answer !== 'no')) return []
    const said =
      answer === 'yes'
        ? t(`candidate.proposals.gave.${kind}`, { day: day(answeredAt) })
        : t('candidate.proposals.refused', { day: day(answeredAt) })
    return [withdrawnAt === null ? said : `${said} ${t('candidate.proposals.tookBack', { day: day(withdrawnAt) })}`]
  })
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="given-title">
      <Heading size="small" level="2" id="given-title">
        {t('candidate.proposals.given')}
      </Heading>
      {lines.map((line) => (
        <BodyShort key={line}>{line}</BodyShort>
      ))}
    </section>
  )
}
