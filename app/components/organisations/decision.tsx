// The decision on an employer or an organisation: verify or refuse, and change it later with a reason.
import type { ReactNode } from 'react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { VerificationState } from '#app/domain/organisations/organisation.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { Fact } from '#app/components/ui/facts.tsx'
import { LongText, TextOverride } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

type Props = {
  state: VerificationState
  version: number
  /** What the decision does. */
  lead: string
  /** When a reason is needed. */
  hint: string
  children?: ReactNode
}

type Decided = { decidedAt: Instant | null; decidedByName: string | null; stateReason: string | null }

/** Who decided when, and why; empty while nobody has. */
export function useDecisionFacts(): (decided: Decided) => Fact[] {
  const t = useText()
  const format = useFormat()
  return ({ decidedAt, decidedByName, stateReason }) => [
    {
      label: t('coordinator.employer.decidedBy'),
      value: decidedAt && t('coordinator.employer.decided', { day: format.day(dayOf(decidedAt)), who: decidedByName ?? '–' }),
    },
    { label: t('coordinator.employer.reason'), value: stateReason },
  ]
}

export function DecisionForm({ state, version, lead, hint, children }: Props) {
  const t = useText()
  return (
    <section aria-labelledby="decision">
      <VStack gap="space-16" className="reading">
        <Heading size="small" level="2" id="decision">
          {t('coordinator.employer.decision')}
        </Heading>
        <BodyShort>{lead}</BodyShort>
        <Form name="decide" key={version}>
          <input type="hidden" name="version" value={version} />
          {children}
          <LongText name="reason" label={t('coordinator.employer.reason')} description={hint} minRows={2} maxLength={500} />
          <TextOverride of="reason" label={t('proposals.textStays')} />
          <HStack gap="space-16">
            {state !== 'verified' && (
              <Submit name="decision" value="verified">
                {t('coordinator.employer.verify')}
              </Submit>
            )}
            {state !== 'refused' && (
              <Submit name="decision" value="refused" variant={state === 'pending' ? 'secondary' : 'danger'}>
                {t('coordinator.employer.refuse')}
              </Submit>
            )}
          </HStack>
        </Form>
      </VStack>
    </section>
  )
}
