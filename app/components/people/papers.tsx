// Papers a person has: certificates and driving categories with their expiry, and the medical book.
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Fieldset } from '@navikt/ds-react/Fieldset'
import { HGrid } from '@navikt/ds-react/HGrid'
import { CERTIFICATES, DRIVING_CATEGORIES } from '#app/domain/vacancies/job-terms.ts'
import { Choice, DayInput } from '#app/components/ui/fields.tsx'
import { useField } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import type { WordOf } from '#app/i18n/translate.ts'
import { Part } from './part.tsx'

export function Papers() {
  const t = useText()
  return (
    <Part id="papers" title={t('casework.people.profile.part.papers')} lead={t('casework.people.profile.papersHint')}>
      <PaperRows group="certificate" field="certificates" day="certificateExpiresOn" values={CERTIFICATES} />
      <PaperRows group="driving" field="driving" day="drivingExpiresOn" values={DRIVING_CATEGORIES} />
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        <Choice
          name="medicalBook"
          label={t('casework.people.profile.fact.medicalBook')}
          empty={t('common.notKnown')}
          options={[
            { value: 'valid', label: t('common.yes') },
            { value: 'none', label: t('common.no') },
          ]}
        />
        <DayInput name="medicalBookExpiresOn" label={t('casework.people.profile.medicalBookUntil')} />
      </HGrid>
    </Part>
  )
}

type PaperRowsProps<Group extends 'certificate' | 'driving'> = {
  group: Group
  field: 'certificates' | 'driving'
  /** The name under which the days of expiry are sent. */
  day: string
  values: readonly WordOf<Group>[]
}

function PaperRows<Group extends 'certificate' | 'driving'>({ group, field, day, values }: PaperRowsProps<Group>) {
  const t = useText()
  const word = useWord()
  const { id, error, values: held } = useField(field)
  return (
    <Fieldset legend={t(`casework.people.profile.fact.${field}`)} error={error} id={id}>
      <div className="paper-rows">
        {values.map((value) => (
          <div key={value} className="paper-row">
            <Checkbox size="small" name={field} value={value} defaultChecked={held.includes(value)}>
              {word(group, value)}
            </Checkbox>
            <DayInput name={`${day}.${value}`} hideLabel label={t('casework.people.profile.expiresOn', { paper: word(group, value) })} />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}
