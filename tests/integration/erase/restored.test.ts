// A backup of a time before somebody was erased does not bring them back.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupCommand } from '#app/commands/backup.ts'
import { restoreCommand } from '#app/commands/restore.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { vaultKey } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { ENGINE } from '#tests/support/database.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'
import { aFolder, inStore, isOnThisMachine, siteEnv, sitePlace, spoken } from '#tests/support/transfer/copies.ts'

const HAS_PROGRAMS = ENGINE === 'sqlite' || ['pg_dump', 'pg_restore', 'psql'].every(isOnThisMachine)

test.runIf(HAS_PROGRAMS)('a restore erases again whoever was erased since, before it says that it is done', async () => {
  const { place, data } = await sitePlace(ENGINE)
  const terminal = { env: siteEnv(place, data), now: () => NOW }
  const [erased, stays] = await inStore(place, async (store) => {
    const { id: organisationId } = await anOrganisation(store)
    const { membershipId } = await aMember(store, { role: 'caseworker', organisationId }, { email: 'zane@example.test' })
    const person = () => aCandidate(store, { organisationId, caseworkerId: membershipId })
    return [(await person()).id, (await person()).id] as const
  })
  const folder = aFolder()
  await spoken(backupCommand, [folder], terminal)
  openErasureList(data).add(erased, '2026-11-23')

  const said = await spoken(restoreCommand, [join(folder, readdirSync(folder)[0] ?? ''), '--replace'], terminal)

  expect(said.out.join()).toContain('Erased again, since they were erased after the backup was made: 1 people.')
  const keys = await inStore(place, (store) => store.read((db) => db.select().from(vaultKey)))
  expect(keys.map(({ candidateId }) => candidateId)).toEqual([stays])
})
