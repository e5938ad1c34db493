// Useful changes: single changes in a person's open profile, and how many vacancies each would move to a better group.
import type { CandidateFacts, OpenFacts, OpenProfile } from '#app/domain/people/candidate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS, CERTIFICATES, DRIVING_CATEGORIES, LANGUAGES } from '#app/domain/vacancies/job-terms.ts'
import { phrase, word } from './answer.ts'
import { CRITERIA } from './criterion.ts'
import type { Criterion, MatchContext, Phrase } from './criterion.ts'
import { answerTo } from './evaluate.ts'

/** `change.key` is looked up as `match.useful_change.<key>`. */
export type UsefulChange = { change: Phrase; gained: number }
/** A change touches exactly one criterion: that is what makes counting quick. */
export type Change = { phrase: Phrase; criterion: Criterion; open: OpenProfile }

const MOST_CHANGES = 5
const RADIUS_STEPS_KM = [20, 40, 60, 100] as const
const LEAST_WIDENING_KM = 10
const BY_CAR_KM = 50

function certificateChanges(open: OpenProfile): Change[] {
  const missing = CERTIFICATES.filter((certificate) => !open.certificates.some((held) => held.certificate === certificate))
  return missing.map((certificate) => ({
    phrase: phrase('certificate', { certificate: word(`certificate.${certificate}`) }),
    criterion: 'certificates',
    open: { ...open, certificates: [...open.certificates, { certificate, expiresOn: null }] },
  }))
}

function drivingChanges(open: OpenProfile): Change[] {
  const missing = DRIVING_CATEGORIES.filter((category) => !open.driving.some((held) => held.category === category))
  return missing.map((category) => ({
    phrase: phrase('driving', { category: word(`driving.${category}`) }),
    criterion: 'licences',
    open: { ...open, driving: [...open.driving, { category, expiresOn: null }] },
  }))
}

/** A profile without any language has not been asked, so there is no level to go up from. */
function languageChanges(open: OpenProfile): Change[] {
  if (open.languages.length === 0) return []
  return LANGUAGES.flatMap((language): Change[] => {
    const best = Math.max(
      -1,
      ...open.languages.filter((spoken) => spoken.language === language).map((spoken) => CEFR_LEVELS.indexOf(spoken.level)),
    )
    const level = CEFR_LEVELS[best + 1]
    if (level === undefined) return []
    const languages = [...open.languages.filter((spoken) => spoken.language !== language), { language, level }]
    return [
      {
        phrase: phrase('language', { language: word(`language.${language}`), level }),
        criterion: 'language',
        open: { ...open, languages },
      },
    ]
  })
}

function travelChanges(open: OpenProfile): Change[] {
  if (open.travelFrom === null) return []
  const changes: Change[] = []
  const { maxKm } = open
  const wider = maxKm === null ? undefined : RADIUS_STEPS_KM.find((step) => step >= maxKm + LEAST_WIDENING_KM)
  if (wider !== undefined) changes.push({ phrase: phrase('travel', { km: wider }), criterion: 'distance', open: { ...open, maxKm: wider } })
  if (open.travelMeans !== 'car') {
    const km = Math.max(maxKm ?? 0, BY_CAR_KM)
    changes.push({ phrase: phrase('car', { km }), criterion: 'distance', open: { ...open, travelMeans: 'car', maxKm: km } })
  }
  return changes
}

/** Every single change a caseworker could work on with this person. */
export function changesFor(open: OpenProfile): Change[] {
  const changes = [...certificateChanges(open), ...drivingChanges(open)]
  if (open.medicalBook?.state !== 'valid') {
    changes.push({
      phrase: phrase('medical_book'),
      criterion: 'medical_book',
      open: { ...open, medicalBook: { state: 'valid', expiresOn: null } },
    })
  }
  changes.push(...languageChanges(open), ...travelChanges(open))
  if (open.nights !== true) changes.push({ phrase: phrase('nights'), criterion: 'shifts', open: { ...open, nights: true } })
  if (open.dormitory !== true) changes.push({ phrase: phrase('dormitory'), criterion: 'distance', open: { ...open, dormitory: true } })
  return changes
}

/** 0 fits, 1 check, 2 does not fit: the group is the greatest over all criteria. */
function weightOf(criterion: Criterion, vacancy: VacancyFacts, candidate: CandidateFacts | OpenFacts, context: MatchContext): number {
  const verdict = answerTo(criterion, vacancy, candidate, context)?.verdict ?? 'meets'
  return verdict === 'fails' ? 2 : verdict === 'meets' ? 0 : 1
}

/**
 * The only criterion that keeps a vacancy out of a better group, and the group the vacancy would be in without it. Null when there is no such
 * criterion, or when no change touches it: the first `fixed` criteria of `order` cannot be changed.
 */
function holdingBack(
  vacancy: VacancyFacts,
  candidate: CandidateFacts | OpenFacts,
  context: MatchContext,
  order: readonly Criterion[],
  fixed: number,
) {
  let worst = 0
  let others = 0
  let holder: Criterion | null = null
  for (const [index, criterion] of order.entries()) {
    const weight = weightOf(criterion, vacancy, candidate, context)
    if (weight > worst) {
      others = worst
      worst = weight
      holder = index < fixed ? null : criterion
    } else if (weight > others) others = weight
    if (others === 2 || (worst === 2 && holder === null)) return null
  }
  return holder === null || others === worst ? null : { holder, others, worst }
}

/** @returns at most five changes with the vacancies each would move to a better group, most first; none that moves nothing. */
export function usefulChanges(
  vacancies: readonly VacancyFacts[],
  candidate: CandidateFacts | OpenFacts,
  context: MatchContext,
): UsefulChange[] {
  const tried = changesFor(candidate.open).map((change) => ({ ...change, changed: { ...candidate, open: change.open }, gained: 0 }))
  const touched = new Set(tried.map((one) => one.criterion))
  const unchangeable = CRITERIA.filter((criterion) => !touched.has(criterion))
  const order = [...unchangeable, ...CRITERIA.filter((criterion) => touched.has(criterion))]
  for (const vacancy of vacancies) {
    const held = holdingBack(vacancy, candidate, context, order, unchangeable.length)
    if (held === null) continue
    for (const one of tried) {
      if (one.criterion === held.holder && weightOf(held.holder, vacancy, one.changed, context) < held.worst) one.gained += 1
    }
  }
  return tried
    .filter((one) => one.gained > 0)
    .sort((a, b) => b.gained - a.gained)
    .slice(0, MOST_CHANGES)
    .map((one) => ({ change: one.phrase, gained: one.gained }))
}
