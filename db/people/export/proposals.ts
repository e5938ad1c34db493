// The proposals of a person with all that belongs to each, and what an authority was asked about them, in the export of their data.
import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { reasonTold } from '#app/domain/proposals/proposal.ts'
import { toldOf } from '#app/domain/confirmations/telling.ts'
import { ownProposals } from '#db/proposals/scope.ts'
import { questionsOf } from '#db/proposals/questions.ts'
import { confirmation, consent, employer, followUp, organisation, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { ofPerson } from '../own.ts'
import { decrypt } from '../vault.ts'
import { organisationOf, readsOthers, type Opening } from './opening.ts'

async function eventsOf(db: Db, opening: Opening, id: string) {
  const { key } = opening
  const rows = await db.select().from(proposalEvent).where(eq(proposalEvent.proposalId, id)).orderBy(asc(proposalEvent.step))
  return rows.map(({ from, to, party, reason, note, at }) => ({
    ...{ from, to, party, reason: reasonTold(reason, readsOthers(opening)) },
    note: note === null ? null : decrypt(key, `note:${id}`, note),
    movedAt: at,
  }))
}

async function consentsOf(db: Db, id: string) {
  const { kind, discloses, askedAt, deadlineAt, answer, answeredBy, channel, answeredAt, withdrawnAt } = consent
  return db
    .select({ kind, discloses, askedAt, deadlineAt, answer, answeredBy, channel, answeredAt, withdrawnAt })
    .from(consent)
    .where(eq(consent.proposalId, id))
    .orderBy(asc(consent.askedAt), asc(consent.id))
}

async function followUpsOf(db: Db, id: string) {
  const { week, outcome, evidence, promises, at } = followUp
  return db
    .select({ week, outcome, evidence, promises, recordedAt: at })
    .from(followUp)
    .where(eq(followUp.proposalId, id))
    .orderBy(asc(followUp.week))
}

/** The person has also what is only being prepared, unless with the card of another than an authority. */
export async function proposalsIn(db: Db, opening: Opening) {
  const { id, key, reader } = opening
  const rows = await db
    .select({ row: proposal, vacancy: vacancy.title, place: vacancy.place, employer: employer.name, organisation: organisation.name })
    .from(proposal)
    .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
    .innerJoin(organisation, eq(organisation.id, proposal.organisationId))
    .leftJoin(employer, eq(employer.id, proposal.employerId))
    .where(and(eq(proposal.candidateId, id), reader.kind === 'candidate' && readsOthers(opening) ? undefined : ownProposals(reader)))
    .orderBy(asc(proposal.createdAt), asc(proposal.id))
  const whole = []
  for (const { row, organisation, ...names } of rows) {
    const { state, stateSince, toldState, sinceDay, createdAt, deadlineAt, code, interviewAt, interviewPlace, startOn } = row
    const questions = await questionsOf(db, key, row.id)
    whole.push({
      ...names,
      // Who proposed may be a prison.
      organisation: reader.kind === 'candidate' && !readsOthers(opening) ? null : organisation,
      ...{ state, stateSinceAt: stateSince, createdAt, deadlineAt, code, employerKnows: toldState, employerKnowsSince: sinceDay },
      ...{ shown: row.shown, toDiscuss: row.toDiscuss, acceptance: row.acceptance, interviewAt, interviewPlace, startOn },
      events: await eventsOf(db, opening, row.id),
      questions: questions.map(({ question, askedAt, answer, answeredAt }) => ({ question, askedAt, answer, answeredAt })),
      consents: await consentsOf(db, row.id),
      followUps: await followUpsOf(db, row.id),
    })
  }
  return whole
}

/** An organisation outside public authority reads its own questions, of an answer what it was told, and never when it was given. */
export async function confirmationsIn(db: Db, opening: Opening) {
  const { id, now } = opening
  const all = readsOthers(opening)
  const authority = alias(organisation, 'authority')
  const rows = await db
    .select({ row: confirmation, vacancy: vacancy.title, askedBy: organisation.name, authority: authority.name })
    .from(confirmation)
    .innerJoin(vacancy, eq(vacancy.id, confirmation.vacancyId))
    .innerJoin(organisation, eq(organisation.id, confirmation.askedByOrganisationId))
    .innerJoin(authority, eq(authority.id, confirmation.authorityOrganisationId))
    .where(
      and(ofPerson(confirmation.candidateId, id), all ? undefined : eq(confirmation.askedByOrganisationId, organisationOf(opening) ?? '')),
    )
    .orderBy(asc(confirmation.askedAt), asc(confirmation.id))
  return rows.map(({ row, ...names }) => ({
    ...{ ...names, about: row.asked, askedAt: row.askedAt, dueOn: row.dueOn },
    answer: all ? row.answer : toldOf(row, now),
    answeredAt: all ? row.answeredAt : null,
    toldAt: all ? row.toldAt : null,
  }))
}
