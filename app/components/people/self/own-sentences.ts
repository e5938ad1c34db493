// What is stored about a candidate, as sentences to the candidate. What is not known is left out.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Identity, OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { ReadinessRow } from '#app/domain/people/person-line.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'

type WithValue = Exclude<
  keyof Messages['candidate']['held'],
  'medicalBook' | 'nights' | 'dormitory' | 'away' | 'workReference' | 'recordStatus' | 'organisation'
>

/** A sentence round a value, with one full stop; nothing when there is no value. */
export function useValueSentence(): (key: WithValue, value: string | null) => string[] {
  const t = useText()
  return (key, value) => (value === null || value === '' ? [] : [t(`candidate.held.${key}`, { value: value.replace(/\.$/, '') })])
}

export function useIdentitySentences(): (identity: Identity) => string[] {
  const say = useValueSentence()
  const format = useFormat()
  return (identity) => [
    ...say('name', `${identity.givenName} ${identity.familyName}`),
    ...say('personalCode', identity.personalCode),
    ...say('birthDate', identity.birthDate && format.day(identity.birthDate)),
    ...say('phone', identity.phone),
    ...say('email', identity.email),
    ...say('address', identity.address),
  ]
}

function useUntil(): (what: string, day: Day | null) => string {
  const t = useText()
  const format = useFormat()
  return (what, day) => (day === null ? what : t('candidate.held.until', { what, day: format.day(day) }))
}

function useMedicalBook(): (book: OpenProfile['medicalBook']) => string[] {
  const t = useText()
  const format = useFormat()
  return (book) => {
    if (book === null) return []
    if (book.state === 'none') return [t('candidate.held.medicalBook.none')]
    return [
      book.expiresOn === null
        ? t('candidate.held.medicalBook.valid')
        : t('candidate.held.medicalBook.validUntil', { day: format.day(book.expiresOn) }),
    ]
  }
}

function useYesNo(): (key: 'nights' | 'dormitory' | 'away' | 'workReference', value: boolean | null) => string[] {
  const t = useText()
  return (key, value) => (value === null ? [] : [t(`candidate.held.${key}.${value ? 'yes' : 'no'}`)])
}

/** What a coded proposal shows: the same parts as `anonymousView`. */
export function useShownSentences(): (profile: OpenProfile) => string[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const say = useValueSentence()
  const until = useUntil()
  const medicalBook = useMedicalBook()
  const yesNo = useYesNo()
  const title = (isco: string) => occupationTitle(isco, language)
  return (profile) => [
    ...say('occupationsWanted', format.list(profile.occupationsWanted.map(title))),
    ...say(
      'experience',
      format.list(profile.experience.map((one) => `${title(one.occupation)} (${t('common.months', { count: one.months })})`)),
    ),
    ...say('skills', format.list(profile.skills)),
    ...say('certificates', format.list(profile.certificates.map((one) => until(word('certificate', one.certificate), one.expiresOn)))),
    ...say('driving', format.list(profile.driving.map((one) => until(word('driving', one.category), one.expiresOn)))),
    ...medicalBook(profile.medicalBook),
    ...say('languages', format.list(profile.languages.map((one) => `${word('language', one.language)} ${one.level}`))),
    ...say('education', profile.education && word('education', profile.education).toLowerCase()),
    ...say('shifts', format.list((profile.shifts ?? []).map((shift) => word('shift', shift).toLowerCase()))),
    ...yesNo('nights', profile.nights),
    ...say('municipality', profile.travelFrom && municipalityName(profile.travelFrom.municipality)),
    ...say('travelMeans', profile.travelMeans && word('travelMeans', profile.travelMeans).toLowerCase()),
    ...(profile.maxKm === null ? [] : [t('candidate.held.maxKm', { km: profile.maxKm })]),
    ...say('startFrom', profile.startFrom && format.month(profile.startFrom)),
    ...say('supportNeeded', format.list(profile.supportNeeded.map((one) => word('supportOffered', one).toLowerCase()))),
  ]
}

/** What only matching reads. */
export function useSearchSentences(): (profile: OpenProfile) => string[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const say = useValueSentence()
  const yesNo = useYesNo()
  return (profile) => [
    ...(profile.limits?.length === 0
      ? [t('candidate.held.noLimits')]
      : say('limits', format.list((profile.limits ?? []).map((one) => word('physical', one).toLowerCase())))),
    ...say('travelFrom', profile.travelFrom && profile.travelFrom.place),
    ...yesNo('dormitory', profile.dormitory),
    ...yesNo('away', profile.awayOver15Days),
    ...yesNo('workReference', profile.workReference),
    ...say('payWish', profile.payWishCents === null ? null : `${format.money(profile.payWishCents)} ${t('common.perMonth')}`),
  ]
}

export function useReadinessSentences(): (rows: readonly ReadinessRow[]) => string[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (rows) =>
    rows.flatMap(({ item, state, who, dueOn }) =>
      state === null
        ? []
        : [
            [
              t('candidate.held.readiness', { item: word('readinessItem', item), state: word('readinessState', state).toLowerCase() }),
              ...(who === '' ? [] : [t('candidate.held.readinessWho', { who })]),
              ...(dueOn === null || state === 'in_place' ? [] : [t('candidate.held.readinessDue', { day: format.day(dueOn) })]),
            ].join(' '),
          ],
    )
}
