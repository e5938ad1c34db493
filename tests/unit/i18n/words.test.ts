// The vocabulary on screen: every word of the domain is said in three languages, and form problems are whole sentences.
import { FOLLOW_UP_EVIDENCE, FOLLOW_UP_OUTCOMES } from '#app/domain/proposals/follow-up.ts'
import { PROMISE_ANSWERS } from '#app/domain/proposals/promises.ts'
import { describe, expect, test } from 'vitest'
import * as acceptance from '#app/domain/vacancies/acceptance.ts'
import { NAME_DISCLOSES, NEVER_DISCLOSED, SHARE_KINDS, WHOLE_PROFILE_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import * as candidate from '#app/domain/people/candidate.ts'
import { RESTRICTION_EFFECTS } from '#app/domain/matching/legal-restriction.ts'
import { OCCUPATION_GROUPS } from '#app/domain/occupations/occupations.ts'
import * as organisation from '#app/domain/organisations/organisation.ts'
import * as proposal from '#app/domain/proposals/proposal.ts'
import { REFUSABLE_TERMS } from '#app/domain/vacancies/refusal-limit.ts'
import * as vacancy from '#app/domain/vacancies/vacancy.ts'
import * as work from '#app/domain/vacancies/job-terms.ts'
import { problems as problemsEn } from '#app/i18n/en/problems.ts'
import { words as wordsEn } from '#app/i18n/en/words.ts'
import { problems as problemsLv } from '#app/i18n/lv/problems.ts'
import { words as wordsLv } from '#app/i18n/lv/words.ts'
import { problems as problemsRu } from '#app/i18n/ru/problems.ts'
import { HANDOVER_REFUSALS } from '#app/domain/involvement/handover.ts'
import { KEEPING_REASONS } from '#app/domain/people/retention.ts'
import { INVOLVEMENT_BASES, INVOLVEMENT_ROLES, SHAREABLE } from '#app/domain/people/permissions.ts'
import { words as wordsRu } from '#app/i18n/ru/words.ts'

type Words = Record<string, Record<string, string>>
const LANGUAGES: [string, Words][] = [
  ['Latvian', wordsLv],
  ['Russian', wordsRu],
  ['English', wordsEn],
]

const VOCABULARIES: Record<keyof typeof wordsLv, readonly string[]> = {
  involvementRole: INVOLVEMENT_ROLES,
  involvementBasis: INVOLVEMENT_BASES,
  dataClass: [...SHAREABLE, 'profile', 'readiness', 'proposals'],
  handoverRefusal: HANDOVER_REFUSALS,
  keepingReason: KEEPING_REASONS,
  offenceFamily: acceptance.OFFENCE_FAMILIES,
  offenceExample: acceptance.OFFENCE_FAMILIES,
  stance: acceptance.STANCES,
  refusalReason: acceptance.REFUSAL_REASONS,
  monthsSinceRelease: acceptance.MONTHS_SINCE_RELEASE.map(String),
  supervisionAnswer: [...acceptance.SUPERVISION_ANSWERS, 'not_asked'],
  yesNoAsk: acceptance.YES_NO_ASK,
  sobriety: [...acceptance.SOBRIETY_RULES, 'not_asked'],
  whoKnows: [...acceptance.WHO_KNOWS, 'not_asked'],
  plainCondition: acceptance.PLAIN_CONDITIONS,
  yearsSinceOffence: acceptance.YEARS_SINCE_OFFENCE.map(String),
  conditionMonths: acceptance.CONDITION_MONTHS_SINCE_RELEASE.map(String),
  refusedTerm: REFUSABLE_TERMS,
  promiseAnswer: PROMISE_ANSWERS,
  restrictionEffect: RESTRICTION_EFFECTS,
  payPeriod: work.PAY_PERIODS,
  shift: work.SHIFTS,
  contract: work.CONTRACTS,
  strength: work.STRENGTHS,
  level: work.CEFR_LEVELS,
  levelMeaning: work.CEFR_LEVELS,
  language: work.LANGUAGES,
  education: work.EDUCATION_LEVELS,
  driving: work.DRIVING_CATEGORIES,
  certificate: work.CERTIFICATES,
  physical: work.PHYSICAL_DEMANDS,
  supportOffered: work.SUPPORT_OFFERED,
  support: work.SUPPORT_OFFERED,
  supportWanted: work.SUPPORT_WANTED,
  context: work.WORK_CONTEXTS,
  languageReason: work.LANGUAGE_REASONS,
  vacancyState: vacancy.SHOWN_VACANCY_STATES,
  visibility: vacancy.VISIBILITIES,
  vacancyMove: Object.keys(vacancy.VACANCY_MOVES),
  occupationGroup: OCCUPATION_GROUPS,
  stage: candidate.STAGES,
  activity: candidate.ACTIVITIES,
  readinessItem: candidate.READINESS_ITEMS,
  readinessState: candidate.READINESS_STATES,
  travelMeans: candidate.TRAVEL_MEANS,
  recordStatus: candidate.RECORD_STATUSES,
  disclosure: [...new Set([...SHARE_KINDS, ...WHOLE_PROFILE_DISCLOSES, ...NAME_DISCLOSES])],
  neverDisclosed: NEVER_DISCLOSED,
  organisationKind: organisation.ORGANISATION_KINDS,
  verificationState: organisation.VERIFICATION_STATES,
  role: organisation.ROLES,
  custodyRegime: organisation.CUSTODY_REGIMES,
  proposalState: proposal.PROPOSAL_STATES,
  proposalStateForCandidate: proposal.PROPOSAL_STATES,
  party: proposal.PARTIES,
  waitingOn: ['caseworker', 'candidate', 'employer'],
  employerReason: proposal.EMPLOYER_REASONS,
  candidateReason: proposal.CANDIDATE_REASONS,
  notStartedReason: proposal.NOT_STARTED_REASONS,
  endReason: proposal.END_REASONS,
  consentChannel: proposal.CONSENT_CHANNELS,
  followUpOutcome: FOLLOW_UP_OUTCOMES,
  followUpEvidence: FOLLOW_UP_EVIDENCE,
}
const GROUPS = Object.entries(VOCABULARIES)
const CYRILLIC = /\p{Script=Cyrillic}/u
const SAME_EVERYWHERE = ['level']

/** Words said to employers, visitors and candidates; the stage, the record and custody belong to caseworkers. */
const CASEWORKER_ONLY = ['stage', 'activity', 'recordStatus', 'restrictionEffect', 'custodyRegime', 'organisationKind']
const MARKS_A_PERSON =
  /notiesāt|sodīt|sodām|ieslodz|cietum|осужд|судим|заключ[её]н|тюр|уголовн|convict|offender|inmate|prison|custody|criminal/i

describe.each(LANGUAGES)('words in %s', (_language, words) => {
  test.each(GROUPS)('%s has a word for every member and for nothing else', (group, members) => {
    expect(Object.keys(words[group] ?? {}).sort()).toEqual([...members].sort())
    expect(Object.values(words[group] ?? {}).filter((word) => word.trim() !== word || word === '')).toEqual([])
  })

  test.each(GROUPS)('no two members of %s are called the same, so a person can tell them apart', (group, members) => {
    expect(new Set(Object.values(words[group] ?? {})).size).toBe(members.length)
  })

  test('nothing an employer, a visitor or a candidate reads marks a person', () => {
    const read = GROUPS.map(([group]) => group).filter((group) => !CASEWORKER_ONLY.includes(group))
    expect(read.flatMap((group) => Object.values(words[group] ?? {})).filter((word) => MARKS_A_PERSON.test(word))).toEqual([])
  })

  test('what a candidate reads about a proposal is whole sentences', () => {
    expect(Object.values(words.proposalStateForCandidate ?? {}).filter((line) => !/^\p{Lu}.*[.?!]$/u.test(line))).toEqual([])
  })
})

test('a Russian reader gets Russian words, a Latvian and an English reader none', () => {
  const russian = GROUPS.filter(([group]) => !SAME_EVERYWHERE.includes(group)).flatMap(([group]) =>
    Object.values((wordsRu as Words)[group] ?? {}),
  )
  expect(russian.filter((word) => !CYRILLIC.test(word))).toEqual([])
  expect(JSON.stringify([wordsLv, wordsEn, problemsLv, problemsEn])).not.toMatch(CYRILLIC)
})

const PLURAL = /_(zero|one|few|many|other)$/
const PARAMETER = /\{\{(\w+)\}\}/g

function keysOf(problems: Record<string, string>): string[] {
  return [...new Set(Object.keys(problems).map((key) => key.replace(PLURAL, '')))].sort()
}
function parametersOf(problems: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([key, line]) => [key.replace(PLURAL, ''), [...line.matchAll(PARAMETER)].map((match) => match[1]).join()]),
  )
}

describe('form problems', () => {
  test.each([
    ['Russian', problemsRu],
    ['English', problemsEn],
  ])('a person who reads %s is told the same as one who reads Latvian, with the same numbers in it', (_language, problems) => {
    expect(keysOf(problems)).toEqual(keysOf(problemsLv))
    expect(parametersOf(problems)).toEqual(parametersOf(problemsLv))
  })

  test.each([
    ['Latvian', problemsLv, ['one', 'other', 'zero']],
    ['Russian', problemsRu, ['few', 'many', 'one', 'other']],
    ['English', problemsEn, ['one', 'other']],
  ])('in %s a length is said with every plural form the language has', (_language, problems, forms) => {
    const formsOf = (base: string) =>
      Object.keys(problems)
        .filter((key) => key.startsWith(`${base}_`))
        .map((key) => key.slice(base.length + 1))
        .sort()
    expect(formsOf('tooLong')).toEqual(forms)
    expect(formsOf('tooShort')).toEqual(forms)
  })

  test.each([
    ['Latvian', problemsLv],
    ['Russian', problemsRu],
    ['English', problemsEn],
  ])('in %s each is a whole sentence', (_language, problems) => {
    expect(Object.values(problems).filter((line) => !/^\p{Lu}.*\.$/u.test(line))).toEqual([])
  })
})
