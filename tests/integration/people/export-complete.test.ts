// A person's file holds everything that is held about them: every column about people stands in it, or here with why it does not.
import { expect, test } from 'vitest'
import { PERSONAL_COLUMNS } from '#app/domain/people/data-classes.ts'
import { loader } from '#app/routes/api/own-file.ts'
import { answerOf, asked } from '#tests/support/app.ts'
import { withARowEverywhere } from '#tests/support/people/with-a-row-everywhere.ts'

const AT = '2026-11-23T09:00:00.000Z'
const REGISTERED_AT = '2026-11-23T07:00:00.000Z'
const LATER_AT = '2026-11-23T08:00:00.000Z'
const DAY = '2026-11-23'

/** Where each column stands, and what stands there of this person. */
const STANDS: Record<string, readonly [path: string, value: unknown]> = {
  'candidate.code': ['person.code', expect.stringMatching(/^K-/)],
  'candidate.language': ['person.language', 'ru'],
  'candidate.created_at': ['person.registeredAt', REGISTERED_AT],
  'candidate.updated_at': ['person.changedAt', AT],
  'candidate.merged_into': ['mergings.0.code', expect.stringMatching(/^K-/)],
  'candidate.activity': ['person.activity', 'seeking'],
  'candidate.waiting_since': ['person.waitingSinceAt', REGISTERED_AT],
  'candidate.situation': ['situation', { stage: 'preparing_release', custodyPlace: 'Izdomātā vieta', plannedReleaseOn: '2027-02-01' }],
  'candidate.profile': ['profile.skills', ['zāģēt']],
  'identity.content': ['identity.familyName', 'Paraugkalns'],
  'identity.updated_at': ['identity.changedAt', AT],
  'restricted_record.content': ['record.lastYears', { property: 2019 }],
  'restricted_record.updated_at': ['record.changedAt', AT],
  'involvement.organisation_id': ['organisations.0.name', expect.stringContaining('nodaļa')],
  'involvement.role': ['organisations.1.role', 'supports'],
  'involvement.caseworker_id': ['organisations.0.caseworker', expect.stringContaining('Zane Paraugs')],
  'involvement.shares': ['organisations.1.shares', ['identity', 'record']],
  'involvement.since': ['organisations.1.since', DAY],
  'involvement.until': ['organisations.2.until', DAY],
  'involvement.basis': ['organisations.1.basis', 'consent'],
  'involvement.basis_name': ['organisations.1.basisName', 'Piekrišana 1. decembrī'],
  'involvement.label': ['organisations.0.label', 'Garais'],
  'involvement.said': ['organisations.1.said', 'Teikts par apvienošanu.'],
  'handover.kind': ['handovers.0.kind', 'joining'],
  'handover.from_organisation_id': ['handovers.0.from', expect.stringContaining('nodaļa')],
  'handover.to_organisation_id': ['handovers.0.to', 'Izdomātā biedrība'],
  'handover.shares': ['handovers.0.shares', ['identity']],
  'handover.basis': ['handovers.0.basis', 'law'],
  'handover.basis_name': ['handovers.0.basisName', 'Izdomāts likums'],
  'handover.state': ['handovers.0.state', 'refused'],
  'handover.refusal': ['handovers.0.refusal', 'no_capacity'],
  'handover.offered_at': ['handovers.0.offeredAt', AT],
  'handover.due_on': ['handovers.0.dueOn', '2026-11-30'],
  'handover.decided_at': ['handovers.0.decidedAt', AT],
  'handover.said': ['handovers.0.said', 'Teikts par iesaisti.'],
  'handover.note': ['handovers.0.note', 'Steidzami.'],
  'duplicate_pair.later_id': ['mergings.0.registeredAt', LATER_AT],
  'duplicate_pair.found_at': ['mergings.0.foundAt', LATER_AT],
  'duplicate_pair.basis': ['mergings.0.basis', 'consent'],
  'duplicate_pair.basis_name': ['mergings.0.basisName', 'Piekrišana 1. decembrī'],
  'duplicate_pair.decided_at': ['mergings.0.mergedAt', AT],
  'duplicate_pair.said': ['mergings.0.said', 'Teikts par apvienošanu.'],
  'readiness.item': ['readiness.0.item', 'bank_account'],
  'readiness.state': ['readiness.0.state', 'needed'],
  'readiness.note': ['readiness.0.note', 'Zane palīdzēs'],
  'readiness.due_on': ['readiness.0.dueOn', '2026-12-24'],
  'readiness.updated_at': ['readiness.0.changedAt', AT],
  'correction.content': ['corrections.0.text', 'Adrese ir cita.'],
  'correction.state': ['corrections.0.state', 'done'],
  'correction.created_at': ['corrections.0.createdAt', AT],
  'correction.done_at': ['corrections.0.doneAt', AT],
  'hidden_vacancy.vacancy_id': ['hiddenVacancies.0.vacancy', 'Galdnieks'],
  'hidden_vacancy.at': ['hiddenVacancies.0.hiddenAt', AT],
  'text_override.findings': ['textsLetOut.0.findings', ['phone']],
  'text_override.at': ['textsLetOut.0.letOutAt', AT],
  'proposal.vacancy_id': ['proposals.0.vacancy', 'Galdnieks'],
  'proposal.employer_id': ['proposals.0.employer', 'SIA "Izdomātais"'],
  'proposal.organisation_id': ['proposals.0.organisation', expect.stringContaining('nodaļa')],
  'proposal.state': ['proposals.0.state', 'started'],
  'proposal.state_since': ['proposals.0.stateSinceAt', AT],
  'proposal.told_state': ['proposals.0.employerKnows', 'started'],
  'proposal.since_day': ['proposals.0.employerKnowsSince', DAY],
  'proposal.deadline_at': ['proposals.0.deadlineAt', AT],
  'proposal.code': ['proposals.0.code', 'P-2222-22'],
  'proposal.start_on': ['proposals.0.startOn', '2026-12-01'],
  'proposal.interview_at': ['proposals.0.interviewAt', AT],
  'proposal.interview_place': ['proposals.0.interviewPlace', 'Birojā'],
  'proposal.created_at': ['proposals.0.createdAt', AT],
  'proposal.shown': ['proposals.0.shown.skills', [{ skill: 'metināt', fit: 'yes' }]],
  'proposal.to_discuss': ['proposals.0.toDiscuss', ['language']],
  'proposal.acceptance': ['proposals.0.acceptance.occupation', '7115'],
  'proposal_event.from_state': ['proposals.0.events.0.from', 'accepted'],
  'proposal_event.to_state': ['proposals.0.events.0.to', 'started'],
  'proposal_event.party': ['proposals.0.events.0.party', 'employer'],
  'proposal_event.reason': ['proposals.0.events.0.reason', 'other'],
  'proposal_event.note': ['proposals.0.events.0.note', 'Labs strādnieks.'],
  'proposal_event.at': ['proposals.0.events.0.movedAt', AT],
  'proposal_question.question': ['proposals.0.questions.0.question', 'Cik maksā?'],
  'proposal_question.asked_at': ['proposals.0.questions.0.askedAt', AT],
  'proposal_question.answer': ['proposals.0.questions.0.answer', 'Tūkstoti.'],
  'proposal_question.answered_at': ['proposals.0.questions.0.answeredAt', AT],
  'consent.kind': ['proposals.0.consents.0.kind', 'share'],
  'consent.discloses': ['proposals.0.consents.0.discloses', ['code']],
  'consent.asked_at': ['proposals.0.consents.0.askedAt', AT],
  'consent.deadline_at': ['proposals.0.consents.0.deadlineAt', AT],
  'consent.answer': ['proposals.0.consents.0.answer', 'yes'],
  'consent.answered_by': ['proposals.0.consents.0.answeredBy', 'caseworker'],
  'consent.channel': ['proposals.0.consents.0.channel', 'phone'],
  'consent.answered_at': ['proposals.0.consents.0.answeredAt', AT],
  'consent.withdrawn_at': ['proposals.0.consents.0.withdrawnAt', AT],
  'follow_up.week': ['proposals.0.followUps.0.week', 6],
  'follow_up.outcome': ['proposals.0.followUps.0.outcome', 'in_work'],
  'follow_up.evidence': ['proposals.0.followUps.0.evidence', 'contract_seen'],
  'follow_up.promises': ['proposals.0.followUps.0.promises', { mentor: 'kept' }],
  'follow_up.at': ['proposals.0.followUps.0.recordedAt', AT],
  'confirmation.vacancy_id': ['confirmations.0.vacancy', 'Galdnieks'],
  'confirmation.asked_by_organisation_id': ['confirmations.0.askedBy', 'Izdomātā biedrība'],
  'confirmation.authority_organisation_id': ['confirmations.0.authority', expect.stringContaining('nodaļa')],
  'confirmation.asked_at': ['confirmations.0.askedAt', AT],
  'confirmation.asked': ['confirmations.0.about', { ruledOut: [], rules: ['rule'], leadsAway: true }],
  'confirmation.answer': ['confirmations.0.answer', 'may_be_proposed'],
  'confirmation.answered_at': ['confirmations.0.answeredAt', AT],
  'confirmation.due_on': ['confirmations.0.dueOn', '2026-11-30'],
  'confirmation.told_at': ['confirmations.0.toldAt', '2026-11-23T09:00:00.001Z'],
  'task.kind': ['tasks.0.kind', 'question'],
  'task.for_organisation_id': ['tasks.0.organisation', expect.stringContaining('nodaļa')],
  'task.vacancy_id': ['tasks.0.vacancy', 'Galdnieks'],
  'task.from_party': ['tasks.0.from', 'candidate'],
  'task.created_at': ['tasks.0.createdAt', '2026-11-23T08:59:59.999Z'],
  'task.due_on': ['tasks.0.dueOn', '2026-11-25'],
  'task.done_at': ['tasks.0.doneAt', AT],
  'erasure.why': ['person.erasure.why', 'wish'],
  'erasure.asked_at': ['person.erasure.askedAt', AT],
  'erasure.done_at': ['person.erasure.doneAt', AT],
  'candidate_access.card_expires_at': ['signIn.cardEndsAt', AT],
  'candidate_access.pin_hash': ['signIn.hasPin', true],
  'candidate_access.wrong_tries': ['signIn.wrongTries', 2],
  'candidate_access.locked_at': ['signIn.lockedAt', AT],
  'session.created_at': ['signIn.sessions.0.startedAt', AT],
  'session.expires_at': ['signIn.sessions.0.endsAt', expect.stringMatching(/^2026-/)],
  'access_log.membership_id': ['openings.0.role', 'caseworker'],
  'access_log.subject': ['openings.0.subject', 'restricted_record'],
  'access_log.purpose': ['openings.0.purpose', 'casework'],
  'access_log.at': ['openings.0.openedAt', REGISTERED_AT],
}

const of = (table: string, columns: string) => columns.split(' ').map((column) => `${table}.${column}`)
const LEFT_OUT: Record<string, readonly string[]> = {
  'a number of the row inside the database, which says nothing': [
    ...of('candidate', 'id lead_id'),
    ...of('involvement', 'id candidate_id'),
    ...of('handover', 'id candidate_id'),
    ...of('duplicate_pair', 'id earlier_id'),
    ...of('change', 'seq subject subject_id'),
    ...of('task', 'id about_id candidate_id proposal_id'),
    ...['erasure.candidate_id', 'identity.candidate_id', 'restricted_record.candidate_id', 'readiness.candidate_id'],
    ...of('correction', 'id candidate_id'),
    ...['hidden_vacancy.candidate_id', 'vault_key.candidate_id', 'candidate_access.candidate_id', 'session.candidate_id'],
    ...of('text_override', 'id candidate_id'),
    ...of('proposal', 'id candidate_id'),
    ...of('proposal_event', 'id proposal_id step'),
    ...of('proposal_question', 'id proposal_id'),
    ...of('consent', 'id proposal_id'),
    ...of('follow_up', 'id proposal_id'),
    ...of('confirmation', 'id candidate_id'),
    ...of('access_log', 'id candidate_id'),
  ],
  'a member of staff, who is not named': [
    ...['involvement.recorded_by', 'handover.offered_by', 'handover.decided_by', 'duplicate_pair.decided_by', 'task.done_by'],
    ...['erasure.asked_by', 'text_override.account_id', 'proposal_event.membership_id', 'proposal_question.answered_by'],
    ...['consent.membership_id', 'follow_up.membership_id', 'confirmation.asked_by', 'confirmation.answered_by'],
  ],
  'how often the row was saved, so that two who save at once are told': [
    ...['candidate.version', 'involvement.version', 'handover.version', 'identity.version', 'restricted_record.version'],
    ...of('proposal', 'told_version version'),
  ],
  'a key, or a hash that opens something': [
    ...['vault_key.wrapped', 'identity.code_key', 'candidate_access.card_hash', 'session.token_hash'],
  ],
  'empty since December 2026': [...of('candidate', 'stage custody_place_id planned_release_on'), 'readiness.who'],
  'the same in every row that is in the file': [
    ...['candidate.erased_at', 'duplicate_pair.state', 'session.membership_id'],
    ...of('task', 'for_employer_id for_coordinators'),
    ...of('text_override', 'vacancy_id employer_id'),
  ],
  'a copy of what stands in the person’s own row': of('involvement', 'activity waiting_since'),
}

const at = (file: unknown, path: string) =>
  path.split('.').reduce<unknown>((held, name) => (held as Record<string, unknown> | undefined)?.[name], file)

test('every column about people is in the file or left out for a reason, once, and no other is named', () => {
  const columns = PERSONAL_COLUMNS.flatMap((group) => group.columns)
  expect([...Object.keys(STANDS), ...Object.values(LEFT_OUT).flat()].sort()).toEqual([...columns].sort())
})

test('the file of a person of whom every table holds a row has what each column holds', async () => {
  const { app, cookie } = await withARowEverywhere()
  const { body } = await answerOf(loader(asked(app, '/me/file.json', { cookie })))
  const found = Object.fromEntries(Object.entries(STANDS).map(([column, [path]]) => [column, at(body, path)]))
  expect(found).toEqual(Object.fromEntries(Object.entries(STANDS).map(([column, [, value]]) => [column, value])))
})
