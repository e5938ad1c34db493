// What a proposal waits for, the one next thing, and what else is possible.
import { useActionData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Instant } from '#app/domain/shared/day.ts'
import type { NextStep } from '#app/domain/proposals/next-step.ts'
import { WAITING_ON } from '#app/domain/proposals/proposal.ts'
import type { Entered, Problems } from '#app/forms/parse-form.ts'
import { useProblemText } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { CaseworkMove, type Moving } from './casework-forms.tsx'
import { Deadline } from './casework-table.tsx'

type Props = { moving: Moving; step: NextStep; stateSince: Instant; deadlineAt: Instant | null; now: Instant }

/** What was just tried and came too late: its form is no longer here to say so. */
function TooLate({ step }: { step: NextStep }) {
  const problemText = useProblemText()
  const answer = useActionData<{ problems?: Problems; entered?: Entered }>()
  const problem = answer?.problems?.form
  const shown = [step.primary, ...step.quiet].some((form) => form === answer?.entered?.form)
  if (problem === undefined || shown) return null
  return (
    <div role="alert">
      <Notice kind="error">{problemText(problem === 'stale' ? 'notAllowedNow' : problem)}</Notice>
    </div>
  )
}

function Waiting({ moving: { state, turn }, step, stateSince, deadlineAt, now }: Props) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const party = WAITING_ON[state]
  if (party === null) return <Notice>{t('casework.proposals.over')}</Notice>
  if (turn !== null && !turn.due && step.primary === null)
    return <Notice>{t('casework.proposals.followUpNext', { week: turn.week, day: format.day(turn.dueOn) })}</Notice>
  const late = deadlineAt !== null && deadlineAt <= now
  return (
    <VStack gap="space-4">
      <BodyShort weight="semibold">{word('waitingOn', party)}</BodyShort>
      <BodyShort>{t('casework.proposals.since', { day: format.instantDay(stateSince) })}</BodyShort>
      {deadlineAt !== null && (
        <BodyShort>
          <Deadline at={deadlineAt} now={now} />
        </BodyShort>
      )}
      {late && <BodyShort>{t(party === 'employer' ? 'casework.proposals.lateEmployer' : 'casework.proposals.lateNow')}</BodyShort>}
    </VStack>
  )
}

export function WhatNow(props: Props) {
  const t = useText()
  const { moving, step } = props
  return (
    <VStack gap="space-24">
      <TooLate step={step} />
      <Waiting {...props} />
      {step.primary !== null && (
        <section className="next-step">
          <Heading size="small" level="2" spacing>
            {t('casework.proposals.next')}
          </Heading>
          <CaseworkMove form={step.primary} moving={moving} primary />
        </section>
      )}
      {step.quiet.length > 0 && (
        <section>
          <Heading size="xsmall" level="2">
            {t('casework.proposals.more')}
          </Heading>
          {step.quiet.map((form) => (
            <CaseworkMove key={form} form={form} moving={moving} primary={false} />
          ))}
        </section>
      )}
    </VStack>
  )
}
