// What is stored about a candidate, as sentences to the candidate. What is not known is left out.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Identity, OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { ReadinessRow } from '#app/domain/people/person-line.ts'
import { formatter } from './format.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages.ts'
import { translator, wordsIn } from './translate.ts'

type WithValue = Exclude<
  keyof Messages['candidate']['held'],
  'medicalBook' | 'nights' | 'dormitory' | 'away' | 'workReference' | 'recordStatus' | 'organisation'
>

/** A sentence round a value, with one full stop; nothing when there is no value. */
export function valueSentence(language: Language): (key: WithValue, value: string | null) => string[] {
  const t = translator(language)
  return (key, value) => (value === null || value === '' ? [] : [t(`candidate.held.${key}`, { value: value.replace(/\.$/, '') })])
}

export function identitySentences(language: Language): (identity: Identity) => string[] {
  const say = valueSentence(language)
  const format = formatter(language)
  return (identity) => [
    ...say('name', `${identity.givenName} ${identity.familyName}`),
    ...say('personalCode', identity.personalCode),
    ...say('birthDate', identity.birthDate && format.day(identity.birthDate)),
    ...say('phone', identity.phone),
    ...say('email', identity.email),
    ...say('address', identity.address),
  ]
}

function untilWords(language: Language): (what: string, day: Day | null) => string {
  const t = translator(language)
  const format = formatter(language)
  return (what, day) => (day === null ? what : t('candidate.held.until', { what, day: format.day(day) }))
}

function medicalBookSentence(language: Language): (book: OpenProfile['medicalBook']) => string[] {
  const t = translator(language)
  const format = formatter(language)
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

function yesNoSentence(language: Language): (key: 'nights' | 'dormitory' | 'away' | 'workReference', value: boolean | null) => string[] {
  const t = translator(language)
  return (key, value) => (value === null ? [] : [t(`candidate.held.${key}.${value ? 'yes' : 'no'}`)])
}

/** What a coded proposal shows: the same parts as `anonymousView`. */
export function shownSentences(language: Language): (profile: OpenProfile) => string[] {
  const t = translator(language)
  const word = wordsIn(language)
  const format = formatter(language)
  const say = valueSentence(language)
  const until = untilWords(language)
  const medicalBook = medicalBookSentence(language)
  const yesNo = yesNoSentence(language)
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
export function searchSentences(language: Language): (profile: OpenProfile) => string[] {
  const t = translator(language)
  const word = wordsIn(language)
  const format = formatter(language)
  const say = valueSentence(language)
  const yesNo = yesNoSentence(language)
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

export function readinessSentences(language: Language): (rows: readonly ReadinessRow[]) => string[] {
  const t = translator(language)
  const word = wordsIn(language)
  const format = formatter(language)
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
