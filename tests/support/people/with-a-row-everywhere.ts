// A person of whom every table about people holds a row, with a value in every column: what an export of their data has to bring.
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { updateLabel, updateReadiness } from '#db/people/people.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { encrypt } from '#db/people/vault.ts'
import * as tables from '#db/schema/index.ts'
import { cookieOf, NOW } from '../app.ts'
import { aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from '../rows.ts'
import { registeredTwice } from './registered-twice.ts'

const CUSTODY = { id: 'place', name: 'Izdomātā vieta', municipality: 'liepaja', regime: 'closed' as const }
const SHOWN = {
  ...{ experience: null, skills: [{ skill: 'metināt', fit: 'yes' as const }], driving: [], certificates: [], medicalBook: null },
  ...{ languages: [], education: null, shifts: [], start: 'now' as const, travel: 'bus' as const },
}
const AGREED = { basis: 'consent', basisName: 'Piekrišana 1. decembrī', said: 'Teikts par apvienošanu.' } as const

/** Registered twice and made one; all times are of the same minute. */
export async function withARowEverywhere() {
  const twice = await registeredTwice({
    first: {
      ...{ label: 'Garais', stage: 'preparing_release' as const, custodyPlaceId: CUSTODY.id, plannedReleaseOn: '2027-02-01' },
      open: { skills: ['zāģēt'] },
      restricted: { families: ['property'], lastYears: { property: 2019 } },
    },
    second: { restricted: { recordStatus: 'unspent' } },
  })
  const { app, store, master, first, earlier, merge } = twice
  const { id } = earlier
  const at = NOW + 7_200_000
  app.clock.now = at
  await store.write((tx) => tx.insert(tables.custodyPlace).values(CUSTODY))
  await merge(AGREED)
  const note = { item: 'bank_account', state: 'needed', who: 'Zane palīdzēs', dueOn: '2026-12-24' } as const
  const version = async () => (await store.read((db) => db.select().from(tables.candidate))).find((row) => row.id === id)?.version ?? 0
  await updateReadiness(store, master, first.actor, id, { version: await version(), items: [note] }, at)
  await updateLabel(store, master, first.actor, id, { version: await version(), label: 'Garais', language: 'ru' }, at)

  const key = await store.read((db) => personKeyOf(db, master, id))
  if (!key) throw new Error('No key')
  const ngo = await anOrganisation(store, { kind: 'ngo', publicAuthority: false, name: 'Izdomātā biedrība' })
  const employer = await anEmployer(store, { name: 'SIA "Izdomātais"' })
  const boss = await aMember(store, { role: 'employer', employerId: employer.id })
  const vacancy = await aVacancyRow(store, { employerId: employer.id, title: 'Galdnieks', requirements: NO_REQUIREMENTS })
  const { organisationId } = first.actor
  const proposal = await aProposal(store, {
    ...{ vacancyId: vacancy.id, candidateId: id, organisationId, employerId: employer.id, state: 'started', stateSince: at },
    ...{ deadlineAt: at, code: 'P-2222-22', shown: SHOWN, toDiscuss: ['language'], createdAt: at, startOn: '2026-12-01' },
    ...{ acceptance: { stances: [], terms: TERMS_NOT_ASKED, occupation: '7115' }, interviewAt: at, interviewPlace: 'Birojā' },
  })
  const about = { candidateId: id }
  const of = { proposalId: proposal.id }
  await store.write(async (tx) => {
    await tx.insert(tables.handover).values({
      ...{ id: 'handover', kind: 'joining', ...about, fromOrganisationId: organisationId, toOrganisationId: ngo.id, shares: ['identity'] },
      ...{ basis: 'law', basisName: 'Izdomāts likums', said: encrypt(key, `said:${id}`, 'Teikts par iesaisti.') },
      ...{ note: encrypt(key, 'handover:handover', 'Steidzami.'), state: 'refused', refusal: 'no_capacity', offeredBy: 'somebody' },
      ...{ offeredAt: at, dueOn: '2026-11-30', decidedBy: 'somebody', decidedAt: at },
    })
    await tx.insert(tables.correction).values({
      ...{ id: 'wrong', ...about, content: encrypt(key, 'correction:wrong', 'Adrese ir cita.'), state: 'done', createdAt: at, doneAt: at },
    })
    await tx.insert(tables.hiddenVacancy).values({ ...about, vacancyId: vacancy.id, organisationId, at })
    await tx.insert(tables.textOverride).values({ id: 'text', ...about, accountId: first.actor.accountId, findings: ['phone'], at })
    await tx.insert(tables.proposalEvent).values({
      ...{ id: 'event', ...of, step: 1, from: 'accepted', to: 'started', party: 'employer', membershipId: boss.membershipId },
      ...{ reason: 'other', note: encrypt(key, `note:${proposal.id}`, 'Labs strādnieks.'), at },
    })
    await tx.insert(tables.proposalQuestion).values({
      ...{ id: 'asked', ...of, question: encrypt(key, 'question:asked', 'Cik maksā?'), askedAt: at },
      ...{ answer: encrypt(key, 'answer:asked', 'Tūkstoti.'), answeredBy: first.actor.membershipId, answeredAt: at },
    })
    await tx.insert(tables.consent).values({
      ...{ id: 'yes', ...of, kind: 'share', discloses: ['code'], askedAt: at, deadlineAt: at, answer: 'yes', answeredBy: 'caseworker' },
      ...{ channel: 'phone', membershipId: first.actor.membershipId, answeredAt: at, withdrawnAt: at },
    })
    await tx.insert(tables.followUp).values({
      ...{ id: 'week6', ...of, week: 6, outcome: 'in_work', evidence: 'contract_seen', promises: { mentor: 'kept' } },
      ...{ membershipId: first.actor.membershipId, at },
    })
    await tx.insert(tables.confirmation).values({
      ...{ id: 'confirmation', ...about, vacancyId: vacancy.id, askedByOrganisationId: ngo.id, askedBy: 'somebody' },
      ...{ authorityOrganisationId: organisationId, askedAt: at, asked: { ruledOut: [], rules: ['rule'], byLaw: [], leadsAway: true } },
      ...{ answer: 'may_be_proposed', answeredBy: 'somebody', answeredAt: at, dueOn: '2026-11-30', toldAt: at + 1 },
    })
    await tx.insert(tables.task).values({
      ...{ id: 'task', kind: 'question', aboutId: 'asked', forOrganisationId: organisationId, ...about, ...of, vacancyId: vacancy.id },
      ...{ fromParty: 'candidate', createdAt: at - 1, dueOn: '2026-11-25', doneAt: at, doneBy: first.actor.membershipId },
    })
    await tx.update(tables.candidateAccess).set({
      ...{ cardHash: 'hash', cardExpiresAt: at, pinHash: 'hash', byAuthority: true, wrongTries: 2, lockedAt: at },
    })
    await tx.insert(tables.retentionNotice).values({
      ...{ id: 'notice', ...about, term: 'unused', warnedAt: at, dueOn: '2026-12-23', state: 'kept', reason: 'wished' },
      ...{ decidedBy: 'somebody', decidedAt: at },
    })
    await tx.insert(tables.erasure).values({ ...about, why: 'wish', askedAt: at, askedBy: 'somebody', doneAt: at })
  })
  return { ...twice, id, at, ngo, employer, cookie: await cookieOf(app, { candidateId: id }) }
}
