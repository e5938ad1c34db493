// "This is wrong", leaving, and being erased: the three things a person sends from the page about themself.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { TASK_DAYS } from '#app/domain/tasks/task.ts'
import { LongText, Tick } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { OwnDataPart } from './own-data.tsx'
import { SaidLog } from './own-log.tsx'

type Said = { id: string; text: string; state: 'open' | 'done'; createdAt: Instant; doneAt: Instant | null }

export function ReportWrong({ said }: { said: readonly Said[] }) {
  const t = useText()
  return (
    <OwnDataPart id="wrong" title={t('candidate.about.wrong')} lead={t('candidate.about.wrongText')}>
      <VStack gap="space-24">
        {said.length > 0 && (
          <VStack gap="space-8">
            <Heading size="small" level="3">
              {t('candidate.about.said')}
            </Heading>
            <SaidLog said={said} />
          </VStack>
        )}
        <div className="no-print">
          <Form name="wrong">
            <LongText name="text" label={t('candidate.about.wrongField')} minRows={3} />
            <Submit variant="secondary" className="key">
              {t('candidate.about.wrongSend')}
            </Submit>
          </Form>
        </div>
      </VStack>
    </OwnDataPart>
  )
}

type Waiting = { askedAt: Instant; dueOn: Day }

/** Two ways to end it: nobody looks for work any more, or nothing is held any more. What was asked for waits in place of its form. */
export function Leave({ leaving }: { leaving: { withdrawal: Waiting | null; erasure_wish: Waiting | null } }) {
  const t = useText()
  return (
    <VStack gap="space-16" className="no-print" id="leave">
      {leaving.withdrawal ? (
        <Asked title={t('candidate.about.leave')} words="leaveAsked" waiting={leaving.withdrawal} />
      ) : (
        <FoldedForm form="leave" title={t('candidate.about.leave')} className="opens">
          <Form name="leave">
            <BodyLong>{t('candidate.about.leaveText')}</BodyLong>
            <BodyShort>{t('candidate.about.leaveAsk')}</BodyShort>
            <Tick name="sure" label={t('candidate.about.leaveSure')} />
            <Submit variant="secondary" data-color="danger" className="key">
              {t('candidate.about.leaveNow')}
            </Submit>
          </Form>
        </FoldedForm>
      )}
      {leaving.erasure_wish ? (
        <Asked title={t('candidate.about.erase')} words="eraseAsked" waiting={leaving.erasure_wish} />
      ) : (
        <FoldedForm form="erase" title={t('candidate.about.erase')} className="opens">
          <Form name="erase">
            <BodyLong>{t('candidate.about.eraseText', { count: TASK_DAYS.erasure_wish })}</BodyLong>
            <BodyShort>{t('candidate.about.leaveAsk')}</BodyShort>
            <Tick name="sure" label={t('candidate.about.eraseSure')} />
            <Submit variant="secondary" data-color="danger" className="key">
              {t('candidate.about.eraseNow')}
            </Submit>
          </Form>
        </FoldedForm>
      )}
    </VStack>
  )
}

function Asked({ title, words, waiting }: { title: string; words: 'leaveAsked' | 'eraseAsked'; waiting: Waiting }) {
  const t = useText()
  const format = useFormat()
  return (
    <div>
      <Heading size="small" level="2" spacing>
        {title}
      </Heading>
      <BodyLong>{t(`candidate.about.${words}`, { day: format.instantDay(waiting.askedAt), due: format.day(waiting.dueOn) })}</BodyLong>
    </div>
  )
}
