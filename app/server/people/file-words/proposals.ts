// The proposals of a printed file: one entry each, with what the employer could see, what was asked and answered, and what happened.
import { ruledOutBy, ruledOutKey } from '#app/domain/vacancies/refusal-limit.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { disclosureLines, ruledOutWords } from '#app/i18n/disclosures.ts'
import { moveWithReason, reasonWord } from '#app/i18n/reason-words.ts'
import type { PersonFile } from '#db/people/export/export.ts'
import { entry, type Part, type Words } from './part.ts'

type Proposal = PersonFile['proposals'][number]

function shownLines({ t, word, format }: Words, { shown, toDiscuss }: Proposal): string[] {
  if (shown === null) return []
  const { experience, education, medicalBook, start, travel } = shown
  const named = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`])
  return [
    ...named(t('proposals.experience'), experience && t(`proposals.experienceBand.${experience}`)),
    ...shown.skills.map(({ skill, fit }) => `${skill}: ${t(`proposals.fit.skill.${fit}`)}`),
    ...shown.driving.map(({ category, fit }) => `${word('driving', category)}: ${t(`proposals.fit.paper.${fit}`)}`),
    ...shown.certificates.map(({ certificate, fit }) => `${word('certificate', certificate)}: ${t(`proposals.fit.paper.${fit}`)}`),
    ...named(t('proposals.medicalBook'), medicalBook && t(`proposals.fit.book.${medicalBook}`)),
    ...shown.languages.map(({ language, level, fit }) => `${word('language', language)} ${level}: ${t(`proposals.fit.language.${fit}`)}`),
    ...(education ? [`${word('education', education.level)}: ${t(`proposals.fit.education.${education.fit}`)}`] : []),
    ...shown.shifts.map(({ shift, fit }) => `${word('shift', shift)}: ${t(`proposals.fit.shift.${fit}`)}`),
    ...named(t('proposals.startFrom'), typeof start === 'string' ? t(`proposals.start.${start}`) : start && format.month(start.month)),
    ...named(t('proposals.travel'), travel && t(`proposals.reach.${travel}`)),
    ...named(t('candidate.file.label.toDiscuss'), format.list(toDiscuss.map((one) => t(`match.criterion.${one}`).toLowerCase())) || null),
  ]
}

/** Where the usual words speak of the person to others. */
const SAID_TO_THEM = ['asked', 'declined_by_candidate', 'consent_expired'] as const satisfies readonly ProposalState[]

function stateWords({ t, word }: Words, state: ProposalState): string {
  const own = SAID_TO_THEM.find((one) => one === state)
  return own ? t(`candidate.file.event.${own}`) : word('proposalState', state)
}

function eventLines(words: Words, events: Proposal['events']): string[] {
  const { language, t, format } = words
  return events.map(({ to, party, reason, note, movedAt }) => {
    const move = moveWithReason(to)
    const said = [reason && move ? reasonWord(language, move, reason) : null, note].filter((one) => one !== null && one !== '')
    const what = `${format.instantTime(movedAt)}: ${stateWords(words, to)} (${t(`candidate.file.party.${party}`)})`
    return [what, ...said].join('. ')
  })
}

function consentLines({ language, t, word, format }: Words, consents: Proposal['consents']): string[] {
  const day = (at: number) => format.instantDay(at)
  return consents.flatMap(({ kind, discloses, askedAt, deadlineAt, answer, answeredBy, channel, answeredAt, withdrawnAt }) => {
    const who = [answeredBy && t(`candidate.file.party.${answeredBy}`), channel && word('consentChannel', channel).toLowerCase()]
    const answered =
      answer !== null && answeredAt !== null
        ? t('candidate.file.consentAnswered', {
            answer: t(`candidate.file.consentAnswer.${answer}`),
            day: day(answeredAt),
            who: who.filter((one) => one !== null).join(', '),
          })
        : null
    const head = [
      t('candidate.file.consentLine', { what: t(`candidate.file.consent.${kind}`), asked: day(askedAt), deadline: day(deadlineAt) }),
      answered,
      withdrawnAt === null ? null : t('candidate.file.consentTookBack', { day: day(withdrawnAt) }),
    ]
    return [head.filter((one) => one !== null).join(' '), ...disclosureLines(language, discloses).map((line) => `• ${line}`)]
  })
}

function questionLines({ t, format }: Words, questions: Proposal['questions']): string[] {
  return questions.flatMap(({ question, askedAt, answer, answeredAt }) => [
    `${t('candidate.proposals.you', { day: format.instantDay(askedAt) })}: ${question}`,
    ...(answer !== null && answeredAt !== null
      ? [`${t('candidate.proposals.caseworker', { day: format.instantDay(answeredAt) })}: ${answer}`]
      : []),
  ])
}

function followUpLines({ t, word, format }: Words, followUps: Proposal['followUps']): string[] {
  return followUps.map(({ week, outcome, evidence, promises, recordedAt }) =>
    [
      t('candidate.file.followUp', { week, day: format.instantDay(recordedAt), outcome: word('followUpOutcome', outcome) }),
      ...(evidence === null ? [] : [word('followUpEvidence', evidence)]),
      ...Object.entries(promises).map(
        ([promise, kept]) => `${word('plainCondition', promise as keyof typeof promises)}: ${word('promiseAnswer', kept).toLowerCase()}`,
      ),
    ].join('. '),
  )
}

/** @param more whether the organisation that acts is named: its kind says something of the person */
export function proposalsPart(words: Words, proposals: readonly Proposal[], more: boolean): Part {
  const { language, t, word, format } = words
  const lines = (all: readonly string[]) => all.join('\n')
  const entries = proposals.map((one) =>
    entry(words, [one.vacancy, one.place, one.employer].filter((part) => part !== null && part !== '').join(', '), [
      ['state', word('proposalStateForCandidate', one.state)],
      ['organisation', more && one.organisation],
      ['made', format.instantDay(one.createdAt)],
      ['deadline', one.deadlineAt && format.instantDay(one.deadlineAt)],
      ['employerCode', one.code],
      ['employerKnows', one.employerKnows && `${stateWords(words, one.employerKnows)}, ${format.day(one.employerKnowsSince)}`],
      ['shown', lines(shownLines(words, one))],
      ['ruledOut', one.acceptance && lines(ruledOutBy(one.acceptance).map((out) => ruledOutWords(language, ruledOutKey(out))))],
      ['interview', one.interviewAt && [format.instantTime(one.interviewAt), one.interviewPlace ?? ''].join(', ')],
      ['start', one.startOn && format.day(one.startOn)],
      ['consents', lines(consentLines(words, one.consents))],
      ['questions', lines(questionLines(words, one.questions))],
      ['events', lines(eventLines(words, one.events))],
      ['followUps', lines(followUpLines(words, one.followUps))],
    ]),
  )
  return { id: 'proposals', title: t('candidate.proposals.title'), sentences: [], entries }
}
