// The filters of the search, with the number of vacancies beside each: at the left on a desktop, folded away on a phone. What helps most comes first.
import { Button } from '@navikt/ds-react/Button'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { OCCUPATION_GROUPS, OCCUPATIONS, occupationTitle } from '#app/domain/occupations/occupations.ts'
import { MUNICIPALITIES } from '#app/domain/places/places.ts'
import { CEFR_LEVELS, CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { chosenFilters, isFilter } from '#app/forms/search/chosen-filters.ts'
import { isAroundPoint, SINCE_DAYS, SORTS, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { LOCALES } from '#app/i18n/language.ts'
import { Boxes, Counted, One, type Counts } from './filter-choices.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { SEARCH_FORM } from './search-box.tsx'
import { useSinceWords } from './filter-words.ts'

export type FacetCounts = {
  occupation: Counts
  group: Counts
  municipality: Counts
  shift: Counts
  contract: Counts
  support: Counts
  latvian: Counts
  acceptanceStated: number
  /** Null for whoever may not ask. */
  accepts: Counts | null
}

type Props = { search: VacancySearch; counts: FacetCounts }

function Sort({ search }: Pick<Props, 'search'>) {
  const t = useText()
  return (
    <Select name="sort" label={t('pages.search.sort')} size="small" defaultValue={search.sort} form={SEARCH_FORM}>
      {SORTS.filter((sort) => sort !== 'distance' || isAroundPoint(search)).map((sort) => (
        <option key={sort} value={sort}>
          {t(`pages.search.sortBy.${sort}`)}
        </option>
      ))}
    </Select>
  )
}

/** What employers have said; which families each accepts, only where it may be asked. */
function Acceptance({ search, counts }: Props) {
  const t = useText()
  return (
    <>
      <CheckboxGroup legend={t('pages.search.acceptance')} size="small" defaultValue={search.stated ? ['yes'] : []}>
        <Checkbox name="stated" value="yes" form={SEARCH_FORM}>
          <Counted count={counts.acceptanceStated}>{t('pages.search.stated')}</Counted>
        </Checkbox>
      </CheckboxGroup>
      {counts.accepts && (
        <Boxes
          name="accepts"
          legend={t('pages.search.accepts')}
          hint={t('pages.search.acceptsHint')}
          group="offenceFamily"
          values={OFFENCE_FAMILIES}
          chosen={search.accepts}
          counts={counts.accepts}
        />
      )}
    </>
  )
}

function Terms({ search, counts }: Props) {
  const t = useText()
  return (
    <>
      <Boxes
        name="support"
        legend={t('pages.search.support')}
        group="support"
        values={SUPPORT_OFFERED}
        chosen={search.support}
        counts={counts.support}
      />
      <TextField
        name="payFrom"
        label={t('pages.search.payFrom')}
        description={t('pages.search.payFromHint')}
        defaultValue={search.payFrom ?? ''}
        size="small"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        form={SEARCH_FORM}
      />
      <Boxes name="shift" legend={t('pages.search.shift')} group="shift" values={SHIFTS} chosen={search.shift} counts={counts.shift} />
      <One
        name="latvian"
        label={t('pages.search.latvian')}
        any={t('pages.search.anyLatvian')}
        chosen={search.latvian ?? ''}
        options={CEFR_LEVELS.map((level) => ({ value: level, label: t('pages.search.latvianEnough', { level }) }))}
        counts={counts.latvian}
      />
    </>
  )
}

function WhatAndWhere({ search, counts }: Props) {
  const t = useText()
  const language = useLanguage()
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, LOCALES[language])
  return (
    <>
      <Boxes
        name="group"
        legend={t('pages.search.kind')}
        group="occupationGroup"
        values={OCCUPATION_GROUPS}
        chosen={search.group}
        counts={counts.group}
      />
      <One
        name="occupation"
        label={t('pages.search.occupation')}
        any={t('pages.search.anyOccupation')}
        chosen={search.occupation[0] ?? ''}
        options={OCCUPATIONS.map(({ isco }) => ({ value: isco, label: occupationTitle(isco, language) })).toSorted(byName)}
        counts={counts.occupation}
      />
      <One
        name="municipality"
        label={t('pages.search.municipality')}
        any={t('pages.search.anyMunicipality')}
        chosen={search.municipality ?? ''}
        options={MUNICIPALITIES.map(({ code, name }) => ({ value: code, label: name })).toSorted(byName)}
        counts={counts.municipality}
      />
    </>
  )
}

function Rest({ search, counts }: Props) {
  const t = useText()
  const since = useSinceWords()
  return (
    <>
      <Boxes
        name="contract"
        legend={t('pages.search.contract')}
        group="contract"
        values={CONTRACTS}
        chosen={search.contract}
        counts={counts.contract}
      />
      <One
        name="since"
        label={t('pages.search.since')}
        any={t('pages.search.anySince')}
        chosen={search.since === null ? '' : String(search.since)}
        options={SINCE_DAYS.map((days) => ({ value: String(days), label: since(days) }))}
        counts={null}
      />
      {search.occupation.slice(1).map((isco) => (
        <input key={isco} type="hidden" name="occupation" value={isco} form={SEARCH_FORM} />
      ))}
    </>
  )
}

export function VacancyFilters(props: Props) {
  const t = useText()
  const chosen = chosenFilters(props.search).filter(isFilter).length
  return (
    <details className="filters open-wide">
      <summary>
        {t('pages.search.filters')}
        {chosen > 0 && ` (${chosen})`}
      </summary>
      <div className="filters-body">
        <Sort search={props.search} />
        <Acceptance {...props} />
        <Terms {...props} />
        <WhatAndWhere {...props} />
        <Rest {...props} />
        <div className="filters-send">
          <Button type="submit" form={SEARCH_FORM} variant="secondary" size="small">
            {t('pages.search.show')}
          </Button>
        </div>
      </div>
    </details>
  )
}
