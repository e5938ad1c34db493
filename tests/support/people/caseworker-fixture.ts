// A caseworker who is signed in, their organisation, and everything the database holds of its people.
import { is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import * as tables from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { cookieOf, testApp, type TestApp } from '../app.ts'
import { aCandidate, aMember, anOrganisation } from '../rows.ts'

export type CaseworkerFixture = { app: TestApp; actor: CaseworkerActor; cookie: string }

export async function addCaseworker(app: TestApp, kind: 'probation' | 'ngo' = 'probation'): Promise<CaseworkerFixture> {
  const publicAuthority = kind !== 'ngo'
  const organisation = await anOrganisation(app.store, { kind, publicAuthority })
  const { membershipId, accountId } = await aMember(app.store, { role: 'caseworker', organisationId: organisation.id })
  const actor: CaseworkerActor = { kind: 'caseworker', membershipId, accountId, organisationId: organisation.id, publicAuthority }
  return { app, actor, cookie: await cookieOf(app, { membershipId }) }
}

export async function caseworkerFixture(kind: 'probation' | 'ngo' = 'probation'): Promise<CaseworkerFixture> {
  return addCaseworker(await testApp(), kind)
}

type PersonMore = Omit<Parameters<typeof aCandidate>[1], 'organisationId' | 'caseworkerId'>

export async function aPersonOf({ app, actor }: CaseworkerFixture, more: PersonMore = {}) {
  return aCandidate(app.store, { organisationId: actor.organisationId, caseworkerId: actor.membershipId, ...more })
}

/** Every column of every row of every table, as it lies in the database. */
export async function everythingHeld(store: Store): Promise<string> {
  const all = Object.values(tables).filter((table): table is SQLiteTable & typeof table => is(table, SQLiteTable))
  const rows = await store.read((db) => Promise.all(all.map(async (table) => db.select().from(table))))
  return JSON.stringify(rows)
}

export async function accessLogOf(store: Store) {
  const rows = await store.read(async (db) => db.select().from(tables.accessLog).orderBy(tables.accessLog.at))
  return rows.map(({ candidateId, membershipId, subject, purpose }) => ({ candidateId, membershipId, subject, purpose }))
}
