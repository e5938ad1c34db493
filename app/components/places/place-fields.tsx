// Municipality and place: a list to choose from, and a name typed beside suggestions.
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { KURZEME, MUNICIPALITIES, PLACES } from '#app/domain/places/places.ts'
import { useField } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

/** The region's own first. */
const ORDERED = [
  ...MUNICIPALITIES.filter(({ code }) => KURZEME.includes(code)),
  ...MUNICIPALITIES.filter(({ code }) => !KURZEME.includes(code)),
]

export function PlaceFields() {
  const t = useText()
  const municipality = useField('municipality')
  const place = useField('place')
  return (
    <>
      <Select
        id={municipality.id}
        name="municipality"
        label={t('employer.writing.municipality')}
        error={municipality.error}
        defaultValue={municipality.value}
      >
        <option value="">{t('employer.writing.chooseMunicipality')}</option>
        {ORDERED.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        id={place.id}
        name="place"
        label={t('employer.writing.place')}
        description={t('employer.writing.placeHint')}
        error={place.error}
        defaultValue={place.value}
        list="places"
        autoComplete="off"
      />
      <datalist id="places">
        {PLACES.map(({ name, municipality: code }) => (
          <option key={`${code} ${name}`} value={name} />
        ))}
      </datalist>
    </>
  )
}
