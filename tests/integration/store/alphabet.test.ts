// Lists of names stand in the Latvian alphabet, in both databases and however the names came to be there.
import { inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { listEmployers } from '#db/employers/verification.ts'
import { applyOrganisation, listOrganisations } from '#db/organisations/organisations.ts'
import { registerEmployer, renameEmployer } from '#db/employers/employers.ts'
import { listMembers } from '#db/accounts/members.ts'
import { listHelpPoints } from '#db/organisations/public.ts'
import { organisation } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aMember, anEmployer, anOrganisation } from '#tests/support/rows.ts'

const COORDINATOR: CoordinatorActor = { kind: 'coordinator', membershipId: 'm', accountId: 'a' }
const EVERYBODY = { state: null, words: '' } as const

describe('names stand in the Latvian alphabet in both databases', () => {
  const NAMES = ['SIA "Cukurs"', 'AS Čaks', 'Dome', 'Jānis un dēls, SIA', '„Kalns”', 'Ķekava', 'Šķūnis', 'Ūdris', 'Z/S Žagars', 'Лидия']

  test('of employers, however they came and were renamed', async () => {
    const store = await testStore()
    for (const [index, company] of [...NAMES].reverse().entries()) {
      const person = { name: 'Anna Paraugs', email: `a${String(index)}@example.test`, phone: '', passwordHash: 'none' }
      const place = { municipality: 'liepaja', place: 'Liepāja', about: '' }
      await registerEmployer(store, { company, registrationNo: String(40_000_000_000 + index), ...place, ...person }, NOW)
    }
    const names = async () => (await listEmployers(store, COORDINATOR, { ...EVERYBODY, at: '' })).rows.map(({ name }) => name)
    expect(await names()).toEqual(NAMES)
    const { rows } = await listEmployers(store, COORDINATOR, { ...EVERYBODY, at: '' })
    await renameEmployer(
      store,
      { kind: 'employer', employerId: rows[0]?.id ?? '', membershipId: 'm', accountId: 'a', verification: 'pending' },
      'SIA "Zvirbulis"',
    )
    expect(await names()).toEqual([...NAMES.slice(1, 8), 'SIA "Zvirbulis"', ...NAMES.slice(8)])
  })

  test('of organisations, for coordinators and for everybody', async () => {
    const store = await testStore()
    const contact = { contactName: 'Anna', contactEmail: 'a@example.test', contactPhone: '' }
    for (const name of ['Šķūnis', 'Cerība', 'Čakli', 'Ābele', 'Sapnis'])
      await applyOrganisation(store, { name, kind: 'ngo', municipality: 'liepaja', ...contact }, NOW)
    const names = (await listOrganisations(store, COORDINATOR, { state: null, at: '' })).rows.map(({ name }) => name)
    expect(names).toEqual(['Ābele', 'Cerība', 'Čakli', 'Sapnis', 'Šķūnis'])
    await store.write((tx) => tx.update(organisation).set({ state: 'verified', decidedAt: NOW }).where(inArray(organisation.name, names)))
    expect((await listHelpPoints(store)).map(({ name }) => name)).toEqual(names)
  })

  test('of colleagues', async () => {
    const store = await testStore()
    const of = { role: 'caseworker', organisationId: (await anOrganisation(store)).id } as const
    for (const name of ['Žanna', 'Zane', 'Ķepa', 'Kārlis', 'Kaspars', 'Čili', 'Cilda']) await aMember(store, of, { name })
    expect((await listMembers(store, of)).map(({ name }) => name)).toEqual(['Cilda', 'Čili', 'Kaspars', 'Kārlis', 'Ķepa', 'Zane', 'Žanna'])
  })

  test('of those written before there was an alphabet, from the next start on', async () => {
    const store = await testStore()
    for (const name of ['SIA "Ozols"', 'AS Čaks', 'Cukurs']) await anEmployer(store, { name, sortKey: '' })
    await anOrganisation(store, { name: 'Ābele', sortKey: '' })
    await seedReference(store, NOW)
    await seedReference(store, NOW)
    expect((await listEmployers(store, COORDINATOR, { ...EVERYBODY, at: '' })).rows.map(({ name }) => name)).toEqual([
      'Cukurs',
      'AS Čaks',
      'SIA "Ozols"',
    ])
    const [row] = await store.read((db) => db.select({ sortKey: organisation.sortKey }).from(organisation))
    expect(row?.sortKey).not.toBe('')
  })
})
