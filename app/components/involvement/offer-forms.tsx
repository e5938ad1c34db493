// The two offers the leading organisation makes: to take the person on, and to join in the work with them.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort } from '@navikt/ds-react/Typography'
import { municipalityName } from '#app/domain/places/places.ts'
import { HANDOVER_DAYS, type HandoverKind } from '#app/domain/involvement/handover.ts'
import { INVOLVEMENT_BASES, SHAREABLE } from '#app/domain/people/permissions.ts'
import { Choice, LongText, OneOf, SomeOf, TextInput } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

type Other = { id: string; name: string; kind: 'probation' | 'municipal' | 'prison' | 'ngo'; municipality: string }

export function OfferForms({ others }: { others: readonly Other[] }) {
  return (
    <VStack gap="space-8">
      <OfferForm kind="handover" others={others} />
      <OfferForm kind="joining" others={others} />
    </VStack>
  )
}

function OfferForm({ kind, others }: { kind: HandoverKind; others: readonly Other[] }) {
  const t = useText()
  const word = useWord()
  return (
    <FoldedForm form={kind} title={t(`casework.involvement.form.${kind}`)} className="no-print">
      <VStack paddingBlock="space-16" gap="space-16" className="narrow">
        <BodyShort>{t(`casework.involvement.formLead.${kind}`, { count: HANDOVER_DAYS })}</BodyShort>
        <Form name={kind}>
          <Choice
            name="toOrganisationId"
            label={t('casework.involvement.to')}
            empty=""
            options={others.map(({ id, name, kind: of, municipality }) => ({
              value: id,
              label: `${name} (${word('organisationKind', of)}, ${municipalityName(municipality)})`,
            }))}
          />
          {kind === 'joining' && (
            <SomeOf
              name="shares"
              label={t('casework.involvement.shares')}
              description={t('casework.involvement.sharesHint')}
              options={SHAREABLE.map((value) => ({ value, label: word('dataClass', value) }))}
            />
          )}
          <OneOf
            name="basis"
            label={t('casework.involvement.basis')}
            options={INVOLVEMENT_BASES.map((value) => ({ value, label: word('involvementBasis', value) }))}
          />
          <TextInput name="basisName" label={t('casework.involvement.basisName')} description={t('casework.involvement.basisNameHint')} />
          <LongText name="said" label={t('casework.involvement.said')} description={t('casework.involvement.saidHint')} minRows={2} />
          <LongText name="note" label={t('casework.involvement.note')} description={t('casework.involvement.noteHint')} minRows={2} />
          <div>
            <Submit variant="secondary">{t(`casework.involvement.send.${kind}`)}</Submit>
          </div>
        </Form>
      </VStack>
    </FoldedForm>
  )
}
