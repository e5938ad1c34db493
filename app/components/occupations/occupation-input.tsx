// An occupation typed with suggestions under it; the suggestions stand once on the page.
import { TextField } from '@navikt/ds-react/TextField'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { PLACES } from '#app/domain/places/places.ts'
import { useField } from '#app/components/ui/form.tsx'
import { useLanguage } from '#app/components/ui/i18n.tsx'

const OCCUPATION_LIST = 'occupation-titles'
const PLACE_LIST = 'place-names'
const PLACE_NAMES = [...new Set(PLACES.map(({ name }) => name))]

export function OccupationTitles() {
  const language = useLanguage()
  return (
    <datalist id={OCCUPATION_LIST}>
      {OCCUPATIONS.map((occupation) => (
        <option key={occupation.isco} value={occupation[language]} />
      ))}
    </datalist>
  )
}

export function PlaceNames() {
  return (
    <datalist id={PLACE_LIST}>
      {PLACE_NAMES.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

type Props = { name: string; label: string; description?: string; hideLabel?: boolean }

function Suggested({ name, list, ...rest }: Props & { list: string }) {
  const { id, error, value } = useField(name)
  return <TextField id={id} name={name} error={error} defaultValue={value} list={list} autoComplete="off" {...rest} />
}

export function OccupationInput(props: Props) {
  return <Suggested {...props} list={OCCUPATION_LIST} />
}

export function PlaceInput(props: Props) {
  return <Suggested {...props} list={PLACE_LIST} />
}
