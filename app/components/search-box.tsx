// The search box: what and where. A plain GET form; filters elsewhere on the page join it by its id.
import { Form } from '@remix-run/react'
import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { PLACES } from '#app/domain/places.ts'
import { RADIUS_CHOICES_KM } from '#app/forms/vacancy-search.ts'
import { useText } from './i18n.tsx'
import { useSearchAddress } from './search-address.tsx'

export const SEARCH_FORM = 'vacancy-search'

type Props = { words?: string; near?: string; radiusKm?: number | null; unknownPlace?: boolean; withRadius?: boolean }

export function SearchBox({ words = '', near = '', radiusKm = null, unknownPlace = false, withRadius = false }: Props) {
  const t = useText()
  const { search } = useSearchAddress()
  const radii = [...new Set([...RADIUS_CHOICES_KM, ...(radiusKm === null ? [] : [radiusKm])])].sort((a, b) => a - b)
  return (
    <Form method="get" action={search()} id={SEARCH_FORM} role="search" className="search-box">
      <TextField name="q" label={t('pages.search.what')} defaultValue={words} maxLength={200} autoComplete="off" enterKeyHint="search" />
      <TextField
        name="near"
        label={t('pages.search.where')}
        defaultValue={near}
        maxLength={200}
        list="places"
        autoComplete="off"
        error={unknownPlace ? t('pages.search.unknownPlace') : undefined}
      />
      <datalist id="places">
        {PLACES.map((place) => (
          <option key={`${place.municipality} ${place.name}`} value={place.name} />
        ))}
      </datalist>
      {withRadius && (
        <Select name="radiusKm" label={t('pages.search.radius')} defaultValue={radiusKm === null ? '' : String(radiusKm)}>
          <option value="">{t('pages.search.nearby')}</option>
          {radii.map((km) => (
            <option key={km} value={km}>
              {t('pages.search.upTo', { km })}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit" icon={<MagnifyingGlassIcon aria-hidden="true" />}>
        {t('pages.search.submit')}
      </Button>
    </Form>
  )
}
