// That somebody's work ended with custody, and who proposed them, is told to nobody who may not read the stage.
import { expect, test } from 'vitest'
import { exportAsLead, exportOwn } from '#db/people/export/export.ts'
import { makeAccessCard } from '#db/people/people.ts'
import { findCaseworkProposal } from '#db/proposals/caseworker-proposals.ts'
import * as tables from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

test('an organisation outside public authority reads another reason, and no name, where an authority wrote that the work ended with custody', async () => {
  const ngo = await caseworkerFixture('ngo')
  const { app, actor } = ngo
  const { store, master } = app
  const authority = await addCaseworker(app)
  const { id: candidateId } = await aPersonOf(ngo)
  const { id: vacancyId, employerId } = await aVacancyRow(store)
  const { organisationId } = actor
  const { id } = await aProposal(store, { vacancyId, employerId, candidateId, organisationId, state: 'ended', startOn: '2026-10-01' })
  const by = { party: 'caseworker', membershipId: authority.actor.membershipId, reason: 'custody', at: NOW } as const
  await store.write((tx) =>
    tx.insert(tables.proposalEvent).values({ id: 'e', proposalId: id, step: 99, from: 'started', to: 'ended', ...by }),
  )
  expect((await findCaseworkProposal(store, master, actor, id))?.steps.at(-1)).toMatchObject({ reason: 'other', by: null })
  expect((await exportAsLead(store, master, actor, candidateId, NOW))?.proposals[0]?.events.at(-1)?.reason).toBe('other')
  await makeAccessCard(store, actor, candidateId, 'hash', NOW)
  expect((await exportOwn(store, master, { kind: 'candidate', candidateId }, NOW))?.proposals[0]).toMatchObject({ organisation: null })
})
