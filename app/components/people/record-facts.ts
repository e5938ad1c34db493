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
  const day = (value: Day | null) => (value === null ? t('common.notKnown') : format.day(value))

  const families = (held: RestrictedProfile['families']) => {
    if (held === null) return t('common.notKnown')
    return held.length === 0 ? t('casework.people.record.noFamily') : held.map((family) => word('offenceFamily', family)).join('; ')
  }
  const supervision = (held: RestrictedProfile['supervision']) => {
    if (held === null) return t('casework.people.record.supervisionChoice.not_known')
    if (held === 'none') return t('casework.people.record.supervisionChoice.none')
    return [
      `${t('casework.people.record.appointments')}: ${held.appointmentsPerMonth}`,
      `${t('casework.people.record.monitoring')}: ${t(held.monitoring ? 'common.yes' : 'common.no')}`,
      `${t('casework.people.record.maxAwayDays')}: ${held.maxAwayDays ?? t('common.notKnown')}`,
      `${t('casework.people.record.until')}: ${day(held.until)}`,
    ].join('; ')
  }
  const bans = (held: RestrictedProfile['bans']) => {
    if (held === null) return t('casework.people.record.bansChoice.not_known')
    if (held.length === 0) return t('casework.people.record.bansChoice.none')
    return held
      .map(({ occupation, context, until }) =>
        [
          ...(occupation === null ? [] : [occupationTitle(occupation, language)]),
          ...(context === null ? [] : [word('context', context)]),
          `${t('casework.people.record.until')}: ${day(until)}`,
        ].join(', '),
      )
      .join('; ')
  }
  return (record) => [
    { key: 'families', label: t('casework.people.record.families'), text: families(record.families) },
    { key: 'recordStatus', label: t('casework.people.record.recordStatus'), text: word('recordStatus', record.recordStatus) },
    { key: 'spentOn', label: t('casework.people.record.spentOn'), text: day(record.spentOn) },
    { key: 'releasedOn', label: t('casework.people.record.releasedOn'), text: day(record.releasedOn) },
    { key: 'supervision', label: t('casework.people.record.supervision'), text: supervision(record.supervision) },
    { key: 'bans', label: t('casework.people.record.bans'), text: bans(record.bans) },
  ]
}
