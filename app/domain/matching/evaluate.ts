// Every criterion asked about one vacancy and one person, in the order a caseworker reads them, and the group that comes of it.
import type { CandidateFacts, OpenFacts } from '#app/domain/people/candidate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { away } from './criteria/away.ts'
import { certificates } from './criteria/certificates.ts'
import { CRITERIA, RESTRICTED_CRITERIA } from './criterion.ts'
import type { Answer, Criterion, Evaluate, EvaluateOpen, Group, MatchContext, OpenCriterion, RestrictedCriterion } from './criterion.ts'
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

/** They are given the open part alone: the type of what they read holds nothing else. */
export const OPEN_RULES: Readonly<Record<OpenCriterion, EvaluateOpen>> = {
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

const RESTRICTED_RULES: Readonly<Record<RestrictedCriterion, Evaluate>> = {
  offence_stance: offenceStance,
  legal_restriction: legalRestriction,
  individual_ban: individualBan,
  time_since_release: timeSinceRelease,
  supervision,
  open_prison: openPrison,
}

export function isRestricted(criterion: Criterion): criterion is RestrictedCriterion {
  return RESTRICTED_CRITERIA.some((restricted) => restricted === criterion)
}

/** Null also for a criterion of the restricted part where only the open part is given. */
export function answerTo(
  criterion: Criterion,
  vacancy: VacancyFacts,
  person: CandidateFacts | OpenFacts,
  context: MatchContext,
): Answer | null {
  if (!isRestricted(criterion)) return OPEN_RULES[criterion](vacancy, person, context)
  return person.restricted === null ? null : RESTRICTED_RULES[criterion](vacancy, person, context)
}

/** The answers of all criteria that concern this vacancy and this person, as far as the facts that are given go. */
export function evaluate(vacancy: VacancyFacts, person: CandidateFacts | OpenFacts, context: MatchContext): Answer[] {
  return CRITERIA.flatMap((criterion) => answerTo(criterion, vacancy, person, context) ?? [])
}

/** One failure does not fit; one open question is to be checked; what is unknown never fails. */
export function groupOf(answers: readonly Pick<Answer, 'verdict'>[]): Group {
  if (answers.some(({ verdict }) => verdict === 'fails')) return 'does_not_fit'
  return answers.every(({ verdict }) => verdict === 'meets') ? 'fits' : 'check'
}
