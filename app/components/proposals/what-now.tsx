// What a proposal waits for, the one next thing, and what else is possible.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Instant } from '#app/domain/shared/day.ts'
import type { FormMove, NextStep } from '#app/domain/proposals/next-step.ts'
import { WAITING_ON } from '#app/domain/proposals/proposal.ts'
import { LongText, TextOverride } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { GoneForm } from '#app/components/ui/sent-form.tsx'
import { Deadline } from './casework-table.tsx'
import { FoldedMove, MoveForm, useWordsOf } from './move-form.tsx'
import type { ProposalShown } from './move-fields.tsx'

type OpenQuestion = { id: string; question: string }
type Props = {
  proposal: ProposalShown
  /** The oldest that nobody has answered. */
  question: OpenQuestion | null
  step: NextStep
  stateSince: Instant
  deadlineAt: Instant | null
  now: Instant
}

function Reply({ question }: { question: OpenQuestion }) {
  const t = useText()
  return (
    <Form name="answer_question">
      <BodyLong className="quote">{question.question}</BodyLong>
      <input type="hidden" name="question" value={question.id} />
      <LongText name="answer" label={t('casework.proposals.questionAnswer')} minRows={3} />
      <TextOverride of="answer" label={t('proposals.textStays')} />
      <div>
        <Submit>{t('casework.proposals.questionSend')}</Submit>
      </div>
    </Form>
  )
}

function Primary({ move, proposal }: { move: FormMove; proposal: ProposalShown }) {
  const { title } = useWordsOf({ move, party: 'caseworker', proposal })
  return (
    <>
      <Heading size="xsmall" level="3" spacing>
        {title}
      </Heading>
      <MoveForm move={move} party="caseworker" proposal={proposal} primary />
    </>
  )
}

function Waiting({ proposal: { state, turn }, step, stateSince, deadlineAt, now }: Props) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const party = WAITING_ON[state]
  if (party === null) return <Notice>{t('casework.proposals.over')}</Notice>
  if (turn && !turn.due && step.primary === null)
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
  const { proposal, question, step } = props
  return (
    <VStack gap="space-24">
      <GoneForm formsHere={[step.primary, ...step.quiet]} />
      <Waiting {...props} />
      {step.primary !== null && (
        <section className="next-step">
          <Heading size="small" level="2" spacing>
            {t('casework.proposals.next')}
          </Heading>
          {step.primary !== 'answer_question' && <Primary move={step.primary} proposal={proposal} />}
          {step.primary === 'answer_question' && question !== null && (
            <>
              <Heading size="xsmall" level="3" spacing>
                {t('casework.proposals.questionTitle')}
              </Heading>
              <Reply question={question} />
            </>
          )}
        </section>
      )}
      {step.quiet.length > 0 && (
        <section>
          <Heading size="xsmall" level="2">
            {t('casework.proposals.more')}
          </Heading>
          {step.quiet.map((move) => (
            <FoldedMove key={move} move={move} party="caseworker" proposal={proposal} />
          ))}
        </section>
      )}
    </VStack>
  )
}
