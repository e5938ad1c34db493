// The search box: what and where. A plain GET form; filters elsewhere on the page join it by its id.
import { useCallback } from 'react'
import { Form, Link } from '@remix-run/react'
import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { municipalitiesNamed, placesNamed } from '#app/domain/places/suggestions.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { RADIUS_CHOICES_KM } from '#app/forms/search/chosen-filters.ts'
import { searchParams, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { paths } from '#app/paths.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { NearMe } from './near-me.tsx'
import { useSearchAddress } from './search-address.tsx'
import { SuggestField, type Suggest, type Suggested } from '#app/components/ui/suggest-field.tsx'

export const SEARCH_FORM = 'vacancy-search'

const MOST_PLACES = 8

const suggestPlaces: Suggest = async (typed) => {
  const places = placesNamed(typed, MOST_PLACES).map(({ name, municipality }) => {
    const whole = municipalityName(municipality)
    return { text: name, beside: whole === name ? '' : whole }
  })
  const named = new Set(places.map(({ text }) => text))
  const whole = municipalitiesNamed(typed, MOST_PLACES).filter(({ name }) => !named.has(name))
  return [...places, ...whole.map(({ name }) => ({ text: name, beside: '' }))].slice(0, MOST_PLACES)
}

/** Words from the index, with how many vacancies have each. */
function useWordSuggestions(): Suggest {
  const t = useText()
  return useCallback(
    async (typed, signal): Promise<Suggested[]> => {
      const response = await fetch(paths.api.suggestions({ q: typed }), { signal })
      if (!response.ok) return []
      const words = (await response.json()) as { text: string; vacancies: number }[]
      return words.map(({ text, vacancies }) => ({ text, beside: t('pages.search.found', { count: vacancies }) }))
    },
    [t],
  )
}

/** Places that may have been meant, each a press away. */
function UnknownPlace({ search, meant }: { search: VacancySearch; meant: readonly string[] }) {
  const t = useText()
  const address = useSearchAddress()
  return (
    // One element: an error lays its parts side by side.
    <span>
      {t('pages.search.unknownPlace')}
      {meant.length > 0 && (
        <>
          {' '}
          {t('pages.search.placeMeant')}{' '}
          {meant.map((place, at) => (
            <span key={place}>
              {at > 0 && ', '}
              <Link to={address.search(searchParams({ ...search, near: place, page: 1 }))}>{place}</Link>
            </span>
          ))}
          ?
        </>
      )}
    </span>
  )
}

function Radius({ radiusKm }: { radiusKm: number | null }) {
  const t = useText()
  const radii = [...new Set([...RADIUS_CHOICES_KM, ...(radiusKm === null ? [] : [radiusKm])])].sort((a, b) => a - b)
  return (
    <Select name="radiusKm" label={t('pages.search.radius')} defaultValue={radiusKm === null ? '' : String(radiusKm)}>
      <option value="">{t('pages.search.nearby')}</option>
      {radii.map((km) => (
        <option key={km} value={km}>
          {t('pages.search.upTo', { km })}
        </option>
      ))}
    </Select>
  )
}

/** `asked`: what the address asks; nothing on the front page. */
type Props = { asked?: { search: VacancySearch; unknownPlace: boolean; placesMeant: readonly string[] } }

export function SearchBox({ asked }: Props) {
  const t = useText()
  const address = useSearchAddress()
  const here = asked?.search.here ?? null
  const elsewhere = asked && here ? address.search(searchParams({ ...asked.search, here: null, radiusKm: null, page: 1 })) : null
  return (
    <Form method="get" action={address.search()} id={SEARCH_FORM} role="search" className="search-box">
      <SuggestField name="q" label={t('pages.search.what')} start={asked?.search.q ?? ''} suggest={useWordSuggestions()} searchAtOnce />
      <div className="search-where">
        <SuggestField
          name="near"
          label={t('pages.search.where')}
          start={asked?.search.near ?? ''}
          suggest={suggestPlaces}
          error={asked?.unknownPlace === true && <UnknownPlace search={asked.search} meant={asked.placesMeant} />}
        />
        <NearMe off={elsewhere} />
        {here && (
          <>
            <input type="hidden" name="lat" value={here.lat} />
            <input type="hidden" name="lon" value={here.lon} />
          </>
        )}
      </div>
      {asked && <Radius radiusKm={asked.search.radiusKm} />}
      <Button type="submit" icon={<MagnifyingGlassIcon aria-hidden="true" />}>
        {t('pages.search.submit')}
      </Button>
    </Form>
  )
}
