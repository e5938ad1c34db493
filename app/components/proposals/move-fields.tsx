// What a move asks beside its button, by move.
import type { ReactNode } from 'react'
import { BodyShort } from '@navikt/ds-react/Typography'
import type { FollowUpTurn, FormMove, FormParty } from '#app/domain/proposals/next-step.ts'
import { FOLLOW_UP_EVIDENCE, FOLLOW_UP_OUTCOMES } from '#app/domain/proposals/follow-up.ts'
import {
  CONSENT_DEADLINE_DAYS,
  guardsOf,
  isNamed,
  reasonsFor,
  type ProposalMove,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import { PROMISE_ANSWERS } from '#app/domain/proposals/promises.ts'
import type { Promised } from '#app/domain/vacancies/acceptance.ts'
import { Choice, DayInput, LongText, OneOf, TextInput, TextOverride } from '#app/components/ui/fields.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { useReasonWord } from './move-words.ts'

export type ProposalShown = {
  state: ProposalState
  version: number
  startOn: string | null
  turn?: FollowUpTurn | null
  promises?: readonly Promised[]
}
type Props = { move: FormMove; party: FormParty; proposal: ProposalShown }

function useOptional(): (label: string) => string {
  const t = useText()
  return (label) => `${label} (${t('common.optional').toLowerCase()})`
}

function useReasons(move: ProposalMove, party: FormParty) {
  const word = useReasonWord()
  return (reasonsFor(move, party) ?? []).map((value) => ({ value, label: word(move, value) }))
}

/** Stands where the table gives the party reasons; optional unless its guards ask for one. */
function Reason({ move, party }: Props) {
  const t = useText()
  const optional = useOptional()
  const options = useReasons(move, party)
  if (options.length === 0) return null
  const label = t(party === 'candidate' ? 'candidate.proposals.reason' : 'proposals.reason')
  return <Choice name="reason" label={guardsOf(move).includes('reason') ? label : optional(label)} options={options} empty="" />
}

function Deadline() {
  const t = useText()
  const days = CONSENT_DEADLINE_DAYS.map((count) => ({ value: String(count), label: t('casework.proposals.days', { count }) }))
  return <Choice name="deadlineDays" label={t('casework.proposals.deadline')} options={days} />
}

/** The answer of the person, as the caseworker heard it; the person's own yes is the button. */
function Answer({ move, party }: Props) {
  const t = useText()
  const word = useWord()
  const reasons = useReasons('decline', party)
  if (party === 'candidate') return null
  const answers = [
    { value: 'yes', label: t(`casework.proposals.yes.${move === 'name' ? 'name' : 'share'}`) },
    { value: 'no', label: t('casework.proposals.no') },
  ]
  const channels = (['in_person', 'phone', 'paper'] as const).map((value) => ({ value, label: word('consentChannel', value) }))
  return (
    <>
      <OneOf name="answer" label={t('casework.proposals.answer')} options={answers} />
      <OneOf name="channel" label={t('casework.proposals.channel')} options={channels} />
      <Choice name="reason" label={t('casework.proposals.reasonIfNo')} options={reasons} empty="" />
    </>
  )
}

function Refusal(props: Props) {
  const t = useText()
  const optional = useOptional()
  return (
    <>
      <Reason {...props} />
      <LongText name="note" label={optional(t('proposals.note'))} description={t('proposals.noteHelp')} minRows={2} />
      <TextOverride of="note" label={t('proposals.textStays')} />
    </>
  )
}

function Interview() {
  const t = useText()
  return (
    <>
      <TextInput name="interviewAt" type={'datetime-local' as 'text'} label={t('proposals.interviewAt')} htmlSize={22} />
      <TextInput name="interviewPlace" label={t('proposals.interviewPlace')} />
      <TextOverride of="interviewPlace" label={t('proposals.textStays')} />
    </>
  )
}

function FirstDay({ move }: Props) {
  const t = useText()
  const optional = useOptional()
  const label = t('proposals.firstDay')
  return <DayInput name="startOn" label={guardsOf(move).includes('start_day') ? label : optional(label)} />
}

function FollowUp({ party, proposal: { turn, promises = [] } }: Props) {
  const t = useText()
  const word = useWord()
  const reasons = useReasons('end', party)
  const outcomes = FOLLOW_UP_OUTCOMES.map((value) => ({ value, label: word('followUpOutcome', value) }))
  const evidence = FOLLOW_UP_EVIDENCE.map((value) => ({ value, label: word('followUpEvidence', value) }))
  return (
    <>
      <input type="hidden" name="week" value={turn?.week} />
      <OneOf name="outcome" label={t('casework.proposals.outcome')} options={outcomes} />
      <Choice
        name="evidence"
        label={t('casework.proposals.evidence')}
        description={t('casework.proposals.evidenceHelp')}
        options={evidence}
        empty=""
      />
      {promises.map((promise) => (
        <OneOf
          key={promise}
          name={`promises.${promise}`}
          label={t('casework.proposals.promiseKept', { promise: word('plainCondition', promise) })}
          options={PROMISE_ANSWERS.map((value) => ({ value, label: word('promiseAnswer', value) }))}
        />
      ))}
      <Choice
        name="reason"
        label={t('casework.proposals.endReason')}
        description={t('casework.proposals.endReasonHelp')}
        options={reasons}
        empty=""
      />
    </>
  )
}

function Withdrawal(props: Props) {
  const t = useText()
  return (
    <>
      {props.party === 'caseworker' && isNamed(props.proposal.state) && <BodyShort>{t('casework.proposals.withdrawNamed')}</BodyShort>}
      <Reason {...props} />
    </>
  )
}

const FIELDS: Partial<Record<FormMove, (props: Props) => ReactNode>> = {
  ask: Deadline,
  consent: Answer,
  name: Answer,
  refuse: Refusal,
  interview: Interview,
  offer_job: FirstDay,
  start: FirstDay,
  follow_up: FollowUp,
  withdraw: Withdrawal,
}

export function MoveFields(props: Props) {
  const Fields = FIELDS[props.move] ?? Reason
  return <Fields {...props} />
}
