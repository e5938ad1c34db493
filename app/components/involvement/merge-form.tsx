// Merging two registrations: on what it rests, and what the person was told.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { INVOLVEMENT_BASES } from '#app/domain/people/permissions.ts'
import { LongText, OneOf, TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

/** @param mixed a public authority and another organisation would learn of each other: the law is no basis for that, only the person's yes */
export function MergeForm({ mixed }: { mixed: boolean }) {
  const t = useText()
  const word = useWord()
  const bases = mixed ? INVOLVEMENT_BASES.filter((basis) => basis === 'consent') : INVOLVEMENT_BASES
  return (
    <section aria-labelledby="merge">
      <VStack gap="space-16" className="narrow">
        <Heading size="small" level="2" id="merge">
          {t('coordinator.duplicates.merge')}
        </Heading>
        <BodyLong>{t('coordinator.duplicates.mergeLead')}</BodyLong>
        {mixed && <Notice kind="warning">{t('coordinator.duplicates.mixed')}</Notice>}
        <Form name="merge">
          <OneOf
            name="basis"
            label={t('casework.involvement.basis')}
            options={bases.map((value) => ({ value, label: word('involvementBasis', value) }))}
          />
          <TextInput name="basisName" label={t('casework.involvement.basisName')} description={t('casework.involvement.basisNameHint')} />
          <LongText name="said" label={t('casework.involvement.said')} description={t('casework.involvement.saidHint')} minRows={2} />
          <div>
            <Submit>{t('coordinator.duplicates.mergeSend')}</Submit>
          </div>
        </Form>
      </VStack>
    </section>
  )
}
