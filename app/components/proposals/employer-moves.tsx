// What an employer can do with a proposal now: one primary action, the rest quiet.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import {
  EMPLOYER_REASONS,
  EMPLOYER_END_REASONS,
  movesFor,
  NOT_STARTED_REASONS,
  WAITING_ON,
  type ProposalMove,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import { GoneForm, useSent } from '#app/components/ui/sent-form.tsx'
import { Choice, DayInput, LongText, TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useOptions, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { WordGroup, WordOf } from '#app/i18n/translate.ts'

type Props = { state: ProposalState; version: number; startOn: string | null }

function MoveForm({ name, version, children }: { name: string; version: number; children: ReactNode }) {
  return (
    <Form name={name}>
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  )
}

/** Opens without JavaScript; open by itself when its form was sent and has something to fix. */
function Quiet({ form, title, children }: { form: string; title: string; children: ReactNode }) {
  const sent = useSent(form)
  return (
    <details className="quiet" open={sent}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Interest({ version }: { version: number }) {
  const t = useText()
  return (
    <MoveForm name="interest" version={version}>
      <BodyShort>{t('proposals.interestedNext')}</BodyShort>
      <div>
        <Submit>{t('proposals.interested')}</Submit>
      </div>
    </MoveForm>
  )
}

function Refuse({ version }: { version: number }) {
  const t = useText()
  const reasons = useOptions('employerReason', EMPLOYER_REASONS)
  return (
    <Quiet form="refuse" title={t('proposals.notThisTime')}>
      <MoveForm name="refuse" version={version}>
        <BodyShort>{t('proposals.notThisTimeNext')}</BodyShort>
        <Choice name="reason" label={t('proposals.reason')} options={reasons} empty="" />
        <LongText
          name="note"
          label={`${t('proposals.note')} (${t('common.optional').toLowerCase()})`}
          description={t('proposals.noteHelp')}
          minRows={2}
        />
        <div>
          <Submit variant="secondary">{t('proposals.notThisTime')}</Submit>
        </div>
      </MoveForm>
    </Quiet>
  )
}

function Interview({ version }: { version: number }) {
  const t = useText()
  return (
    <section>
      <Heading size="small" level="2" spacing>
        {t('proposals.interviewTitle')}
      </Heading>
      <MoveForm name="interview" version={version}>
        <TextInput name="interviewAt" type={'datetime-local' as 'text'} label={t('proposals.interviewAt')} htmlSize={22} />
        <TextInput name="interviewPlace" label={t('proposals.interviewPlace')} />
        <div>
          <Submit>{t('proposals.setInterview')}</Submit>
        </div>
      </MoveForm>
    </section>
  )
}

function Offer({ version, primary }: { version: number; primary: boolean }) {
  const t = useText()
  const form = (
    <MoveForm name="offer" version={version}>
      <BodyShort>{t('proposals.offerText')}</BodyShort>
      <DayInput name="startOn" label={`${t('proposals.firstDay')} (${t('common.optional').toLowerCase()})`} />
      <div>
        <Submit variant={primary ? 'primary' : 'secondary'}>{t('proposals.makeOffer')}</Submit>
      </div>
    </MoveForm>
  )
  return primary ? (
    form
  ) : (
    <Quiet form="offer" title={t('proposals.offerTitle')}>
      {form}
    </Quiet>
  )
}

function Start({ version, startOn }: { version: number; startOn: string | null }) {
  const t = useText()
  return (
    <section>
      <Heading size="small" level="2" spacing>
        {t('proposals.startTitle')}
      </Heading>
      <Form name="start" initial={{ startOn: startOn ?? '' }}>
        <input type="hidden" name="version" value={version} />
        <DayInput name="startOn" label={t('proposals.firstDay')} />
        <div>
          <Submit>{t('proposals.setStart')}</Submit>
        </div>
      </Form>
    </section>
  )
}

function WithReason<Group extends WordGroup>({
  name,
  title,
  text,
  group,
  reasons,
  version,
}: {
  name: string
  title: string
  text?: string
  group: Group
  reasons: readonly WordOf<Group>[]
  version: number
}) {
  const t = useText()
  const options = useOptions(group, reasons)
  return (
    <Quiet form={name} title={title}>
      <MoveForm name={name} version={version}>
        {text && <BodyShort>{text}</BodyShort>}
        <Choice name="reason" label={t('proposals.reason')} options={options} empty="" />
        <div>
          <Submit variant="secondary">{title}</Submit>
        </div>
      </MoveForm>
    </Quiet>
  )
}

/** The form that makes a move, where its name differs. */
const FORM_OF: Partial<Record<ProposalMove, string>> = { show_interest: 'interest' }

export function EmployerMoves({ state, version, startOn }: Props) {
  const t = useText()
  const moves = movesFor(state, 'employer')
  const waits = WAITING_ON[state]
  return (
    <VStack gap="space-24">
      <GoneForm formsHere={moves.map((move) => FORM_OF[move] ?? move)} />
      {waits === 'candidate' && <Notice>{t('proposals.waitsForPerson')}</Notice>}
      {waits === 'caseworker' && <Notice>{t('proposals.waitsForCaseworker')}</Notice>}
      {waits === null && <Notice>{t('proposals.isOver')}</Notice>}
      {moves.includes('show_interest') && <Interest version={version} />}
      {moves.includes('interview') && <Interview version={version} />}
      {moves.includes('offer') && <Offer version={version} primary={!moves.includes('interview')} />}
      {moves.includes('start') && <Start version={version} startOn={startOn} />}
      {moves.includes('not_start') && (
        <WithReason
          name="not_start"
          title={t('proposals.noStartTitle')}
          group="notStartedReason"
          reasons={NOT_STARTED_REASONS}
          version={version}
        />
      )}
      {moves.includes('refuse') && <Refuse version={version} />}
      {moves.includes('end') && (
        <WithReason
          name="end"
          title={t('proposals.endTitle')}
          text={t('proposals.endText')}
          group="endReason"
          reasons={EMPLOYER_END_REASONS}
          version={version}
        />
      )}
    </VStack>
  )
}
