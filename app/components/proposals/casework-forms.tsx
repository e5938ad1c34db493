// The forms of a proposal's page for a caseworker: one moves it on, the others are folded away.
import type { ReactNode } from 'react'
import { useActionData } from '@remix-run/react'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { CaseworkForm, FollowUpTurn } from '#app/domain/proposals/next-step.ts'
import {
  CANDIDATE_REASONS,
  CONSENT_DEADLINE_DAYS,
  END_REASONS,
  FOLLOW_UP_EVIDENCE,
  FOLLOW_UP_OUTCOMES,
  isNamed,
  NOT_STARTED_REASONS,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import type { Entered } from '#app/forms/parse-form.ts'
import { Choice, DayInput, LongText, OneOf, TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useOptions, useText } from '#app/components/ui/i18n.tsx'

export type Moving = {
  state: ProposalState
  version: number
  startOn: string | null
  turn: FollowUpTurn | null
  /** The oldest question nobody has answered. */
  question: { id: string; question: string } | null
}
type Props = { moving: Moving; primary: boolean }

/** One move: what it is called, what it does, its fields, its button. */
type MoveProps = {
  name: CaseworkForm
  title: string
  text?: string
  send?: string
  version: number
  primary: boolean
  initial?: Entered
  children?: ReactNode
}

function Move({ name, title, text, send = title, version, primary, initial = {}, children }: MoveProps) {
  const answer = useActionData<{ entered?: Entered }>()
  const form = (
    <Form name={name} initial={initial}>
      <input type="hidden" name="version" value={version} />
      {text !== undefined && <BodyLong>{text}</BodyLong>}
      {children}
      <div>
        <Submit variant={primary ? 'primary' : 'secondary'}>{send}</Submit>
      </div>
    </Form>
  )
  if (primary) {
    return (
      <>
        <Heading size="xsmall" level="3" spacing>
          {title}
        </Heading>
        {form}
      </>
    )
  }
  return (
    <details className="quiet" open={answer?.entered?.form === name}>
      <summary>{title}</summary>
      {form}
    </details>
  )
}

function Ask({ moving: { version }, primary }: Props) {
  const t = useText()
  const days = CONSENT_DEADLINE_DAYS.map((count) => ({ value: String(count), label: t('casework.proposals.days', { count }) }))
  return (
    <Move
      name="ask"
      title={t('casework.proposals.askTitle')}
      text={t('casework.proposals.askText')}
      initial={{ deadlineDays: '7' }}
      {...{ version, primary }}
    >
      <Choice name="deadlineDays" label={t('casework.proposals.deadline')} options={days} />
    </Move>
  )
}

function RecordedAnswer({ moving: { version, state }, primary }: Props) {
  const t = useText()
  const kind = state === 'interested' ? 'name' : 'share'
  const answers = [
    { value: 'yes', label: t(`casework.proposals.yes.${kind}`) },
    { value: 'no', label: t('casework.proposals.no') },
  ]
  const channels = useOptions('consentChannel', ['in_person', 'phone', 'paper'])
  return (
    <Move
      name="answer"
      title={t(`casework.proposals.answerTitle.${kind}`)}
      text={t('casework.proposals.answerText')}
      send={t('casework.proposals.saveAnswer')}
      {...{ version, primary }}
    >
      <OneOf name="answer" label={t('casework.proposals.answer')} options={answers} />
      <OneOf name="channel" label={t('casework.proposals.channel')} options={channels} />
      <Choice
        name="reason"
        label={t('casework.proposals.reasonIfNo')}
        options={useOptions('candidateReason', CANDIDATE_REASONS)}
        empty=""
      />
    </Move>
  )
}

function Reply({ moving: { version, question }, primary }: Props) {
  const t = useText()
  if (question === null) return null
  return (
    <Move
      name="question"
      title={t('casework.proposals.questionTitle')}
      send={t('casework.proposals.questionSend')}
      {...{ version, primary }}
    >
      <BodyLong className="quote">{question.question}</BodyLong>
      <input type="hidden" name="question" value={question.id} />
      <LongText name="answer" label={t('casework.proposals.questionAnswer')} minRows={3} />
    </Move>
  )
}

function Send({ moving: { version }, primary }: Props) {
  const t = useText()
  return <Move name="send" title={t('casework.proposals.sendTitle')} text={t('casework.proposals.sendText')} {...{ version, primary }} />
}

function Accept({ moving: { version }, primary }: Props) {
  const t = useText()
  return (
    <Move name="accept" title={t('casework.proposals.acceptTitle')} text={t('casework.proposals.acceptText')} {...{ version, primary }} />
  )
}

function TurnDown({ moving: { version }, primary }: Props) {
  const t = useText()
  return (
    <Move
      name="turn_down"
      title={t('casework.proposals.turnDownTitle')}
      text={t('casework.proposals.turnDownText')}
      {...{ version, primary }}
    >
      <Choice name="reason" label={t('casework.proposals.reason')} options={useOptions('candidateReason', CANDIDATE_REASONS)} empty="" />
    </Move>
  )
}

function Interview({ moving: { version }, primary }: Props) {
  const t = useText()
  return (
    <Move name="interview" title={t('casework.proposals.interviewTitle')} {...{ version, primary }}>
      <TextInput name="interviewAt" type={'datetime-local' as 'text'} label={t('proposals.interviewAt')} htmlSize={22} />
      <TextInput name="interviewPlace" label={t('proposals.interviewPlace')} />
    </Move>
  )
}

function Start({ moving: { version, startOn }, primary }: Props) {
  const t = useText()
  return (
    <Move name="start" title={t('casework.proposals.startTitle')} initial={{ startOn: startOn ?? '' }} {...{ version, primary }}>
      <DayInput name="startOn" label={t('proposals.firstDay')} />
    </Move>
  )
}

function NotStarted({ moving: { version }, primary }: Props) {
  const t = useText()
  return (
    <Move name="not_start" title={t('casework.proposals.notStartTitle')} {...{ version, primary }}>
      <Choice name="reason" label={t('casework.proposals.reason')} options={useOptions('notStartedReason', NOT_STARTED_REASONS)} empty="" />
    </Move>
  )
}

function End({ moving: { version }, primary }: Props) {
  const t = useText()
  return (
    <Move name="end" title={t('casework.proposals.endTitle')} text={t('casework.proposals.endText')} {...{ version, primary }}>
      <Choice name="reason" label={t('casework.proposals.reason')} options={useOptions('endReason', END_REASONS)} empty="" />
    </Move>
  )
}

function FollowUp({ moving: { version, turn }, primary }: Props) {
  const t = useText()
  const format = useFormat()
  const outcomes = useOptions('followUpOutcome', FOLLOW_UP_OUTCOMES)
  const evidence = useOptions('followUpEvidence', FOLLOW_UP_EVIDENCE)
  const reasons = useOptions('endReason', END_REASONS)
  if (turn === null) return null
  return (
    <Move
      name="follow_up"
      title={t('casework.proposals.followUpTitle', { week: turn.week })}
      text={t('casework.proposals.followUpDue', { day: format.day(turn.dueOn) })}
      send={t('casework.proposals.saveFollowUp')}
      {...{ version, primary }}
    >
      <input type="hidden" name="week" value={turn.week} />
      <OneOf name="outcome" label={t('casework.proposals.outcome')} options={outcomes} />
      <Choice
        name="evidence"
        label={t('casework.proposals.evidence')}
        description={t('casework.proposals.evidenceHelp')}
        options={evidence}
        empty=""
      />
      <Choice
        name="reason"
        label={t('casework.proposals.endReason')}
        description={t('casework.proposals.endReasonHelp')}
        options={reasons}
        empty=""
      />
    </Move>
  )
}

function Withdraw({ moving: { version, state }, primary }: Props) {
  const t = useText()
  return (
    <Move
      name="withdraw"
      title={t('casework.proposals.withdrawTitle')}
      text={t('casework.proposals.withdrawText')}
      {...{ version, primary }}
    >
      {isNamed(state) && <BodyShort>{t('casework.proposals.withdrawNamed')}</BodyShort>}
      <Choice
        name="reason"
        label={`${t('casework.proposals.reason')} (${t('common.optional').toLowerCase()})`}
        options={useOptions('candidateReason', CANDIDATE_REASONS)}
        empty=""
      />
    </Move>
  )
}

const FORMS = {
  question: Reply,
  ask: Ask,
  answer: RecordedAnswer,
  send: Send,
  accept: Accept,
  start: Start,
  follow_up: FollowUp,
  interview: Interview,
  turn_down: TurnDown,
  not_start: NotStarted,
  end: End,
  withdraw: Withdraw,
} as const satisfies Record<CaseworkForm, (props: Props) => ReactNode>

export function CaseworkMove({ form, ...props }: Props & { form: CaseworkForm }) {
  const Form = FORMS[form]
  return <Form {...props} />
}
