// Every criterion asked about one vacancy and one person, in the order a caseworker reads them, and the group that comes of it.
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { phrase } from './answer.ts'
import { away } from './criteria/away.ts'
import { certificates } from './criteria/certificates.ts'
import { CRITERIA, RESTRICTED_CRITERIA } from './criterion.ts'
import type { Answer, Criterion, Evaluate, Group, MatchContext } from './criterion.ts'
import { distance } from './criteria/distance.ts'
import { education } from './criteria/education.ts'
import { experience } from './criteria/experience.ts'
import { individualBan } from './criteria/individual-ban.ts'
import { language } from './criteria/language.ts'
import { legalRestriction } from './criteria/legal-restriction.ts'
import { licences } from './criteria/licences.ts'
import { medicalBook } from './criteria/medical-book.ts'
import { offenceStance } from './criteria/offence-stance.ts'
import { openPrison } from './criteria/open-prison.ts'
import { pay } from './criteria/pay.ts'
import { physical } from './criteria/physical.ts'
import { shifts } from './criteria/shifts.ts'
import { skills } from './criteria/skills.ts'
import { startDate } from './criteria/start-date.ts'
import { supervision } from './criteria/supervision.ts'
import { timeSinceRelease } from './criteria/time-since-release.ts'

export const RULES: Readonly<Record<Criterion, Evaluate>> = {
  offence_stance: offenceStance,
  legal_restriction: legalRestriction,
  individual_ban: individualBan,
  time_since_release: timeSinceRelease,
  supervision,
  open_prison: openPrison,
  start_date: startDate,
  distance,
  licences,
  certificates,
  medical_book: medicalBook,
  language,
  experience,
  education,
  skills,
  shifts,
  physical,
  away,
  pay,
}

/** The answers of all criteria that concern this vacancy and this person. */
export function evaluate(vacancy: VacancyFacts, candidate: CandidateFacts, context: MatchContext): Answer[] {
  return CRITERIA.flatMap((criterion) => RULES[criterion](vacancy, candidate, context) ?? [])
}

/** One failure does not fit; one open question is to be checked; what is unknown never fails. */
export function groupOf(answers: readonly Pick<Answer, 'verdict'>[]): Group {
  if (answers.some(({ verdict }) => verdict === 'fails')) return 'does_not_fit'
  return answers.every(({ verdict }) => verdict === 'meets') ? 'fits' : 'check'
}

export function isRestricted(criterion: Criterion): boolean {
  return RESTRICTED_CRITERIA.some((restricted) => restricted === criterion)
}

/** What a caseworker outside public authority sees: of the restricted criteria the verdict alone, in words that hold no data (GDPR art. 10). */
export function withoutRestricted(answers: readonly Answer[]): Answer[] {
  return answers.map((answer) =>
    isRestricted(answer.criterion)
      ? { ...answer, reason: phrase(`restricted.${answer.verdict}`), asked: null, has: null, change: null }
      : answer,
  )
}
