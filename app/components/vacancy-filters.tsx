// The filters of the search, with the number of vacancies beside each: at the left on a desktop, folded away on a phone.
import type { ReactNode } from 'react'
import { Button } from '@navikt/ds-react/Button'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import { OCCUPATION_GROUPS, OCCUPATIONS, occupationTitle } from '#app/domain/occupations.ts'
import { MUNICIPALITIES } from '#app/domain/places.ts'
import { SHIFTS, SUPPORT_OFFERED } from '#app/domain/work.ts'
import { chosenFilters, SORTS, type VacancySearch } from '#app/forms/vacancy-search.ts'
import { LOCALES } from '#app/i18n/language.ts'
import { useLanguage, useText, useWord } from './i18n.tsx'
import { SEARCH_FORM } from './search-box.tsx'

export type FacetCounts = {
  occupation: Record<string, number>
  group: Record<string, number>
  municipality: Record<string, number>
  shift: Record<string, number>
  support: Record<string, number>
  acceptanceStated: number
}

type BoxesProps = {
  name: string
  legend: string
  group: string
  values: readonly string[]
  chosen: readonly string[]
  counts: Record<string, number>
}

/** A choice that would bring nothing is left out, unless it is chosen. */
function Boxes({ name, legend, group, values, chosen, counts }: BoxesProps) {
  const word = useWord()
  const shown = values.filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value))
  if (shown.length === 0) return null
  return (
    <CheckboxGroup legend={legend} size="small" defaultValue={[...chosen]}>
      {shown.map((value) => (
        <Checkbox key={value} name={name} value={value} form={SEARCH_FORM}>
          <Counted count={counts[value] ?? 0}>{word(group, value)}</Counted>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

function Counted({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      {children} <span className="count">({count})</span>
    </>
  )
}

type OneProps = {
  name: string
  label: string
  any: string
  chosen: string
  options: readonly { value: string; label: string }[]
  counts: Record<string, number>
}

function One({ name, label, any, chosen, options, counts }: OneProps) {
  const locale = LOCALES[useLanguage()]
  const shown = options
    .filter(({ value }) => (counts[value] ?? 0) > 0 || value === chosen)
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <Select name={name} label={label} size="small" defaultValue={chosen} form={SEARCH_FORM}>
      <option value="">{any}</option>
      {shown.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label} ({counts[option.value] ?? 0})
        </option>
      ))}
    </Select>
  )
}

export function VacancyFilters({ search, counts }: { search: VacancySearch; counts: FacetCounts }) {
  const t = useText()
  const language = useLanguage()
  const chosen = chosenFilters(search).filter(({ field }) => field !== 'q' && field !== 'near').length
  return (
    <details className="filters open-wide">
      <summary>
        {t('pages.search.filters')}
        {chosen > 0 && ` (${chosen})`}
      </summary>
      <div className="filters-body">
        <Boxes
          name="support"
          legend={t('pages.search.support')}
          group="support"
          values={SUPPORT_OFFERED}
          chosen={search.support}
          counts={counts.support}
        />
        <CheckboxGroup legend={t('pages.search.acceptance')} size="small" defaultValue={search.stated ? ['yes'] : []}>
          <Checkbox name="stated" value="yes" form={SEARCH_FORM}>
            <Counted count={counts.acceptanceStated}>{t('pages.search.stated')}</Counted>
          </Checkbox>
        </CheckboxGroup>
        <Boxes name="shift" legend={t('pages.search.shift')} group="shift" values={SHIFTS} chosen={search.shift} counts={counts.shift} />
        <One
          name="municipality"
          label={t('pages.search.municipality')}
          any={t('pages.search.anyMunicipality')}
          chosen={search.municipality ?? ''}
          options={MUNICIPALITIES.map(({ code, name }) => ({ value: code, label: name }))}
          counts={counts.municipality}
        />
        <One
          name="occupation"
          label={t('pages.search.occupation')}
          any={t('pages.search.anyOccupation')}
          chosen={search.occupation[0] ?? ''}
          options={OCCUPATIONS.map(({ isco }) => ({ value: isco, label: occupationTitle(isco, language) }))}
          counts={counts.occupation}
        />
        <Boxes
          name="group"
          legend={t('pages.search.kind')}
          group="occupationGroup"
          values={OCCUPATION_GROUPS}
          chosen={search.group}
          counts={counts.group}
        />
        <Select name="sort" label={t('pages.search.sort')} size="small" defaultValue={search.sort} form={SEARCH_FORM}>
          {SORTS.filter((sort) => sort !== 'distance' || search.near !== '').map((sort) => (
            <option key={sort} value={sort}>
              {t(`pages.search.sortBy.${sort}`)}
            </option>
          ))}
        </Select>
        {search.occupation.slice(1).map((isco) => (
          <input key={isco} type="hidden" name="occupation" value={isco} form={SEARCH_FORM} />
        ))}
        <Button type="submit" form={SEARCH_FORM} variant="secondary" size="small">
          {t('pages.search.show')}
        </Button>
      </div>
    </details>
  )
}
