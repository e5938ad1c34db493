// What is kept about a place of custody: the fields of adding and of mending one.
import { Choice, DayInput, LongText, TextInput } from '#app/components/ui/fields.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { CUSTODY_REGIMES } from '#app/domain/organisations/organisation.ts'
import { MUNICIPALITIES } from '#app/domain/places/places.ts'

export function CustodyFields() {
  const t = useText()
  const word = useWord()
  return (
    <>
      <TextInput name="name" label={t('coordinator.custody.name')} autoComplete="off" maxLength={120} />
      <Choice
        name="municipality"
        label={t('coordinator.custody.municipality')}
        empty=""
        options={MUNICIPALITIES.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Choice
        name="regime"
        label={t('coordinator.custody.regime')}
        empty=""
        options={CUSTODY_REGIMES.map((regime) => ({ value: regime, label: word('custodyRegime', regime) }))}
      />
      <DayInput name="openFrom" label={t('coordinator.custody.openFrom')} />
      <DayInput name="closedOn" label={t('coordinator.custody.closedOn')} />
      <LongText
        name="note"
        label={t('coordinator.custody.note')}
        description={t('coordinator.custody.noteHint')}
        minRows={2}
        maxLength={500}
      />
    </>
  )
}
