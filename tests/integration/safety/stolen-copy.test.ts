// What a copy of the database tells without the key, on each engine: one person with a rare word in every text that is written about them.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { registerCandidate, updateReadiness, updateRecord, updateStage } from '#db/people/people.ts'
import { EMPTY_RECORD } from '#app/domain/people/candidate.ts'
import { reportWrong } from '#db/people/self/self.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import * as tables from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { DatabaseLocation } from '#db/transfer/database-location.ts'
import { NOW } from '#tests/support/app.ts'
import { ENGINE } from '#tests/support/database.ts'
import { aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from '#tests/support/rows.ts'
import { emptyPlace, inStore, isOnThisMachine } from '#tests/support/transfer/copies.ts'

const DUMPS = 'pg_dump'
const MASTER = Buffer.alloc(32, 7)
const PLACE = 'cietums-kur-ir'
const EMPTY_PLACE = 'cietums-kur-nav'
const IDENTITY = { givenName: 'Retīte', familyName: 'Retā', personalCode: null, birthDate: null, phone: null, email: null, address: null }

async function aPersonWithRareWords(store: Store) {
  const organisation = await anOrganisation(store)
  const { membershipId, accountId } = await aMember(
    store,
    { role: 'caseworker', organisationId: organisation.id },
    { email: 'zane@example.test' },
  )
  const actor: CaseworkerActor = { kind: 'caseworker', membershipId, accountId, organisationId: organisation.id, publicAuthority: true }
  const places = [PLACE, EMPTY_PLACE].map((id) => ({ id, name: `Iestāde ${id}`, municipality: 'liepaja', regime: 'closed' as const }))
  await store.write((tx) => tx.insert(tables.custodyPlace).values(places))
  const situation = { stage: 'preparing_release', custodyPlaceId: PLACE, plannedReleaseOn: '2031-07-19' } as const
  const person = { identity: IDENTITY, label: 'retvārds-piezīmē', language: 'lv', ...situation } as const
  const { id } = await registerCandidate(store, MASTER, actor, person, () => Uint8Array.from([1, 2, 3, 4, 5, 6]), NOW)
  await updateStage(store, MASTER, actor, id, { version: 1, ...situation, plannedReleaseOn: '2031-08-23' }, NOW)
  const items = [{ item: 'housing', state: 'needed', who: 'retvārds-gatavībā', dueOn: null } as const]
  await updateReadiness(store, MASTER, actor, id, { version: 2, items }, NOW)
  await updateRecord(
    store,
    MASTER,
    actor,
    id,
    { version: 1, record: { ...EMPTY_RECORD, families: ['robbery'], releasedOn: '2031-09-27' } },
    NOW,
  )
  const self = { kind: 'candidate', candidateId: id } as const
  await reportWrong(store, MASTER, self, 'retvārds-labojumā', NOW)
  const { id: vacancyId, employerId } = await aVacancyRow(store, { employerId: (await anEmployer(store)).id })
  const of = { candidateId: id, vacancyId, employerId, organisationId: organisation.id }
  const proposal = await aProposal(store, { ...of, state: 'asked' })
  await askQuestion(store, MASTER, self, { id: proposal.id, question: 'retvārds-jautājumā' }, NOW)
}

/** The files of SQLite, its log with them; of PostgreSQL what its own program for backups writes. */
function copyOf(place: DatabaseLocation): string {
  if (place.engine === 'postgres') return execFileSync(DUMPS, [place.url], { encoding: 'utf8' })
  const folder = dirname(place.file)
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

test.runIf(ENGINE === 'sqlite' || isOnThisMachine(DUMPS))(
  'tells no stage, no prison, no release and not a word that was written about the person',
  async () => {
    const place = await emptyPlace(ENGINE)
    const copy = await inStore(place, async (store) => {
      await aPersonWithRareWords(store)
      return copyOf(place)
    })
    expect(copy).toContain('seeking')
    expect(copy.match(/preparing_release|2031-0|retvārds|Retā|"robbery/g)).toBeNull()
    const timesIn = (id: string) => copy.split(id).length
    expect(timesIn(PLACE)).toBe(timesIn(EMPTY_PLACE))
  },
)
