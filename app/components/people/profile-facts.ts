// The open part in words: what the profile page shows, what an employer would read, and what differs when two people edit.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import type { Fact } from './part.tsx'

export type ProfileFact = keyof Messages['casework']['people']['profile']['fact']
export type ProfileWords = (profile: OpenProfile) => Fact[]

export function useTravelWords(): (profile: OpenProfile) => string {
  const t = useText()
  const word = useWord()
  return ({ travelFrom, travelMeans, maxKm }) => {
    const parts = [
      travelFrom && [...new Set([travelFrom.place, municipalityName(travelFrom.municipality)])].join(', '),
      travelMeans && word('travelMeans', travelMeans).toLowerCase(),
      maxKm !== null && t('casework.people.profile.upToKm', { km: maxKm }),
    ].filter((part): part is string => typeof part === 'string')
    return parts.length === 0 ? t('common.notKnown') : parts.join(', ')
  }
}

export function useLimitsWords(): (profile: OpenProfile) => string {
  const t = useText()
  const word = useWord()
  return ({ limits }) => {
    if (limits === null) return t('common.notKnown')
    return limits.length === 0
      ? t('casework.people.profile.noLimits')
      : limits.map((limit) => word('physical', limit).toLowerCase()).join('; ')
  }
}

export function useProfileWords(): ProfileWords {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const travel = useTravelWords()
  const limits = useLimitsWords()
  const notKnown = t('common.notKnown')
  // Titles have commas in them.
  const list = (items: readonly string[]) => (items.length === 0 ? notKnown : items.join('; '))
  const until = (text: string, day: Day | null) =>
    day === null ? text : `${text} (${t('casework.people.profile.until', { day: format.day(day) })})`
  const yesNo = (value: boolean | null) => (value === null ? notKnown : t(value ? 'common.yes' : 'common.no'))
  const medicalBook = (book: OpenProfile['medicalBook']) => {
    if (book === null) return notKnown
    return book.state === 'none' ? t('common.no') : until(t('common.yes'), book.expiresOn)
  }
  return (profile) => {
    const facts: [ProfileFact, string][] = [
      ['wanted', list(profile.occupationsWanted.map((isco) => occupationTitle(isco, language)))],
      [
        'experience',
        list(
          profile.experience.map(
            ({ occupation, months }) => `${occupationTitle(occupation, language)} (${t('common.months', { count: months })})`,
          ),
        ),
      ],
      ['skills', list(profile.skills)],
      ['certificates', list(profile.certificates.map(({ certificate, expiresOn }) => until(word('certificate', certificate), expiresOn)))],
      ['driving', list(profile.driving.map(({ category, expiresOn }) => until(word('driving', category), expiresOn)))],
      ['medicalBook', medicalBook(profile.medicalBook)],
      ['languages', list(profile.languages.map(({ language: spoken, level }) => `${word('language', spoken)} ${level}`))],
      ['education', profile.education === null ? notKnown : word('education', profile.education)],
      ['shifts', list((profile.shifts ?? []).map((shift) => word('shift', shift).toLowerCase()))],
      ['nights', yesNo(profile.nights)],
      ['limits', limits(profile)],
      ['travel', travel(profile)],
      ['dormitory', yesNo(profile.dormitory)],
      ['away', yesNo(profile.awayOver15Days)],
      ['payWish', profile.payWishCents === null ? notKnown : `${format.money(profile.payWishCents)} ${t('common.perMonth')}`],
      ['workReference', yesNo(profile.workReference)],
      ['startFrom', profile.startFrom === null ? notKnown : format.month(profile.startFrom)],
      [
        'supportNeeded',
        profile.supportNeeded.length === 0
          ? t('casework.people.profile.noSupport')
          : profile.supportNeeded.map((one) => word('supportOffered', one).toLowerCase()).join('; '),
      ],
    ]
    return facts.map(([key, text]) => ({ key, label: t(`casework.people.profile.fact.${key}`), text }))
  }
}
