// "This is wrong", and leaving: the two things a person sends from the page about themself.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Instant } from '#app/domain/shared/day.ts'
import { LongText, Tick } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
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

export function Leave() {
  const t = useText()
  return (
    <FoldedForm form="leave" title={t('candidate.about.leave')} className="opens no-print" id="leave">
      <Form name="leave">
        <BodyLong>{t('candidate.about.leaveText')}</BodyLong>
        <BodyShort>{t('candidate.about.leaveAsk')}</BodyShort>
        <Tick name="sure" label={t('candidate.about.leaveSure')} />
        <Submit variant="secondary" data-color="danger" className="key">
          {t('candidate.about.leaveNow')}
        </Submit>
      </Form>
    </FoldedForm>
  )
}
