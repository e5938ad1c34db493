// A filter as a person would say it.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Filter } from '#app/forms/search/chosen-filters.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'

export function useSinceWords(): (days: number) => string {
  const t = useText()
  return (days) => (days === 1 ? t('pages.search.sinceDay') : t('pages.search.sinceDays', { count: days }))
}

export function useFilterWords(): (filter: Filter) => string {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const since = useSinceWords()
  return ({ field, value }) => {
    switch (field) {
      case 'q':
        return t('pages.search.words', { words: value })
      case 'near':
        return t('pages.search.place', { place: value })
      case 'here':
        return t('pages.search.here')
      case 'municipality':
        return municipalityName(value)
      case 'occupation':
        return occupationTitle(value, language)
      case 'group':
        return word('occupationGroup', value)
      case 'payFrom':
        return t('pages.search.payAtLeast', { pay: format.money(Number(value) * 100) })
      case 'latvian':
        return t('pages.search.latvianChosen', { level: value })
      case 'since':
        return since(Number(value))
      case 'stated':
        return t('pages.search.stated')
      case 'accepts':
        return t('pages.search.acceptsChosen', { family: word('offenceFamily', value) })
      case 'shift':
        return word('shift', value)
      case 'contract':
        return word('contract', value)
      case 'support':
        return word('support', value)
    }
  }
}
