// The restricted part in words, to compare what was typed with what somebody else saved.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import type { RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import type { Fact } from './part.tsx'

export function useRecordWords(): (record: RestrictedProfile) => Fact[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const said = (key: string) => t(`casework.people.record.${key}` as Parameters<typeof t>[0])
  const day = (value: Day | null) => (value === null ? t('common.notKnown') : format.day(value))

  const families = (held: RestrictedProfile['families']) => {
    if (held === null) return t('common.notKnown')
    return held.length === 0 ? said('noFamily') : held.map((family) => word('offenceFamily', family)).join('; ')
  }
  const supervision = (held: RestrictedProfile['supervision']) => {
    if (held === null) return said('supervisionChoice.not_known')
    if (held === 'none') return said('supervisionChoice.none')
    return [
      `${said('appointments')}: ${held.appointmentsPerMonth}`,
      `${said('monitoring')}: ${t(held.monitoring ? 'common.yes' : 'common.no')}`,
      `${said('maxAwayDays')}: ${held.maxAwayDays ?? t('common.notKnown')}`,
      `${said('until')}: ${day(held.until)}`,
    ].join('; ')
  }
  const bans = (held: RestrictedProfile['bans']) => {
    if (held === null) return said('bansChoice.not_known')
    if (held.length === 0) return said('bansChoice.none')
    return held
      .map(({ occupation, context, until }) =>
        [
          ...(occupation === null ? [] : [occupationTitle(occupation, language)]),
          ...(context === null ? [] : [word('context', context)]),
          `${said('until')}: ${day(until)}`,
        ].join(', '),
      )
      .join('; ')
  }
  return (record) => [
    { key: 'families', label: said('families'), text: families(record.families) },
    { key: 'recordStatus', label: said('recordStatus'), text: word('recordStatus', record.recordStatus) },
    { key: 'spentOn', label: said('spentOn'), text: day(record.spentOn) },
    { key: 'releasedOn', label: said('releasedOn'), text: day(record.releasedOn) },
    { key: 'supervision', label: said('supervision'), text: supervision(record.supervision) },
    { key: 'bans', label: said('bans'), text: bans(record.bans) },
  ]
}
