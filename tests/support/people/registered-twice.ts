// One person, registered by two organisations that know nothing of each other, and a coordinator.
import type { Identity, OpenProfile, RestrictedProfile, Situation } from '#app/domain/people/candidate.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { findDuplicates, listDuplicates } from '#db/involvement/duplicates.ts'
import { mergePair } from '#db/involvement/merge.ts'
import type { Agreed } from '#db/involvement/merged-relations.ts'
import { findPerson, openRecord, registerCandidate, updateProfile, updateRecord } from '#db/people/people.ts'
import { cookieOf, NOW, testApp, type TestApp } from '../app.ts'
import { aMember } from '../rows.ts'
import { addCaseworker, type CaseworkerFixture } from './caseworker-fixture.ts'

export const CODE = '010150-00009'
export const AGREED: Agreed = { basis: 'consent', basisName: 'Piekrišana 1. decembrī', said: 'Abas iestādes zina viena par otru.' }
const SOMEBODY: Identity = {
  givenName: 'Izdomāts',
  familyName: 'Paraugkalns',
  personalCode: CODE,
  birthDate: null,
  phone: null,
  email: null,
  address: null,
}
type More = Partial<Situation> & {
  identity?: Partial<Identity>
  label?: string
  open?: Partial<OpenProfile>
  restricted?: Partial<RestrictedProfile>
}

let fill = 0
/** Another code at each call. */
function randomCode(): Uint8Array {
  fill += 1
  return Uint8Array.from([fill % 28, Math.floor(fill / 28) % 28, 3, 4, 5, 6])
}

/** As a caseworker does it: registered, then the profile and the record are filled in. */
export async function register({ app, actor }: CaseworkerFixture, { identity, label = '', open, restricted, ...situation }: More = {}) {
  const { store, master } = app
  const person = { stage: 'looking' as const, custodyPlaceId: null, plannedReleaseOn: null, ...situation }
  const whole = { ...person, identity: { ...SOMEBODY, ...identity }, label, language: 'lv' as const }
  const { id, code } = await registerCandidate(store, master, actor, whole, randomCode, app.now())
  const found = await findPerson(store, master, actor, id)
  if (found && open) await updateProfile(store, actor, id, { version: found.version, profile: { ...found.profile, ...open } }, app.now())
  const held = restricted && (await openRecord(store, master, actor, id, app.now()))
  if (held) await updateRecord(store, master, actor, id, { ...held, record: { ...held.record, ...restricted } }, app.now())
  return { id, code }
}

export async function aCoordinator(app: TestApp): Promise<{ actor: CoordinatorActor; cookie: string }> {
  const { membershipId, accountId } = await aMember(app.store, { role: 'coordinator' })
  return { actor: { kind: 'coordinator', membershipId, accountId }, cookie: await cookieOf(app, { membershipId }) }
}

type Kind = 'probation' | 'ngo'

/** The later one a day after the earlier; the job has found them. */
export async function registeredTwice(of: { first?: More; second?: More; kinds?: [Kind, Kind] } = {}) {
  const app = await testApp()
  const [one, other] = of.kinds ?? ['probation', 'probation']
  const [first, second] = [await addCaseworker(app, one), await addCaseworker(app, other)]
  const earlier = await register(first, of.first)
  app.clock.now = NOW + 3_600_000
  const later = await register(second, of.second)
  const coordinator = await aCoordinator(app)
  await findDuplicates(app.store, app.now())
  const { rows } = await listDuplicates(app.store, coordinator.actor, '')
  const id = rows[0]?.id ?? ''
  const merge = (agreed: Agreed = AGREED) => mergePair(app.store, app.master, coordinator.actor, id, agreed, app.now())
  return { app, store: app.store, master: app.master, first, second, earlier, later, coordinator, id, merge }
}

export type RegisteredTwice = Awaited<ReturnType<typeof registeredTwice>>
