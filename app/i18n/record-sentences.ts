// What the restricted part holds, as sentences to the person. What is not known is left out.
import type { RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { formatter } from './format.ts'
import { valueSentence } from './held-sentences.ts'
import type { Language } from './language.ts'
import { translator, wordsIn } from './translate.ts'

export function recordSentences(language: Language): (record: RestrictedProfile) => string[] {
  const t = translator(language)
  const word = wordsIn(language)
  const format = formatter(language)
  const say = valueSentence(language)
  const day = (value: Day | null) => value && format.day(value)
  const families = ({ families: held, lastYears, noCustody }: RestrictedProfile) => {
    if (held === null) return []
    if (held.length === 0) return [t('candidate.held.noFamilies')]
    const named = held.map((family) =>
      [word('offenceFamily', family), lastYears[family] && `(${lastYears[family]})`].filter(Boolean).join(' '),
    )
    return [...say('families', format.list(named)), ...(noCustody ? [t('candidate.held.noCustody')] : [])]
  }
  const status = ({ families: held, recordStatus }: RestrictedProfile) =>
    recordStatus === 'none' || held === null || held.length === 0 ? [] : [t(`candidate.held.recordStatus.${recordStatus}`)]
  const supervision = (held: RestrictedProfile['supervision']) => {
    if (held === null) return []
    if (held === 'none') return [t('candidate.held.noSupervision')]
    return [
      ...say('supervision', format.number(held.appointmentsPerMonth)),
      ...(held.monitoring ? [t('candidate.held.monitoring')] : []),
      ...say('maxAwayDays', held.maxAwayDays === null ? null : format.number(held.maxAwayDays)),
      ...say('supervisionUntil', day(held.until)),
    ]
  }
  const bans = (held: RestrictedProfile['bans']) =>
    (held ?? []).map(({ occupation, context, until }) => {
      const items = [occupation && occupationTitle(occupation, language), context && word('context', context)].filter(
        (item) => item !== null && item !== '',
      )
      const value = items.length === 0 ? t('candidate.held.banUnclear') : items.join(', ')
      return until === null ? t('candidate.held.ban', { value }) : t('candidate.held.banUntil', { value, day: format.day(until) })
    })
  return (record) => [
    ...families(record),
    ...status(record),
    ...say('spentOn', day(record.spentOn)),
    ...say('releasedOn', day(record.releasedOn)),
    ...supervision(record.supervision),
    ...bans(record.bans),
  ]
}
