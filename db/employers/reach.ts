// How many people a vacancy reaches, counted over sealed records and told only as a band.
import { createHmac } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { SEEKING_STAGES, type CandidateFacts, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { evaluate, groupOf } from '#app/domain/matching/evaluate.ts'
import { reachBand, type ReachBand } from '#app/domain/employers/reach-band.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { idsOf } from '#db/change-feed/changes.ts'
import { own } from '#db/vacancies/employer.ts'
import { openFollower, type Follower } from '#db/change-feed/follower.ts'
import { candidate, restrictedRecord, vacancy, vaultKey } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { decrypt, openPersonKey, type MasterKey } from '#db/people/vault.ts'

const HELD_MS = 10 * 60_000
type Person = CandidateFacts & { id: string }
type Held = { follower: Follower; people: { at: Instant; read: Promise<Person[]> } | null }

/** Held in memory for a while, since opening every record is slow; forgotten with its store. */
const heldBy = new WeakMap<Store, Held>()

function heldOf(store: Store): Held {
  const known = heldBy.get(store)
  if (known) return known
  const forget = () => {
    held.people = null
    return Promise.resolve()
  }
  const held: Held = {
    follower: openFollower(store, {
      readAll: forget,
      takeIn: (changes) => (idsOf(changes, 'candidate').size > 0 ? forget() : Promise.resolve()),
    }),
    people: null,
  }
  heldBy.set(store, held)
  return held
}

async function readPeople(store: Store, master: MasterKey): Promise<Person[]> {
  const rows = await store.read((db) =>
    db
      .select({
        id: candidate.id,
        open: candidate.profile,
        stage: candidate.stage,
        plannedReleaseOn: candidate.plannedReleaseOn,
        wrapped: vaultKey.wrapped,
        record: restrictedRecord.content,
      })
      .from(candidate)
      .innerJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
      .innerJoin(restrictedRecord, eq(restrictedRecord.candidateId, candidate.id))
      .where(inArray(candidate.stage, [...SEEKING_STAGES])),
  )
  return rows.map(({ id, wrapped, record, ...facts }) => ({
    id,
    ...facts,
    restricted: JSON.parse(decrypt(openPersonKey(master, id, wrapped), `record:${id}`, record)) as RestrictedProfile,
  }))
}

async function peopleSeeking(store: Store, master: MasterKey, now: Instant): Promise<Person[]> {
  const held = heldOf(store)
  await held.follower.catchUp()
  // A clock that was put back ends it too.
  if (held.people && Math.abs(now - held.people.at) < HELD_MS) return held.people.read
  const people = { at: now, read: readPeople(store, master) }
  held.people = people
  people.read.catch(() => {
    if (held.people === people) held.people = null
  })
  return people.read
}

/** At most this many more or fewer. */
const BLUR = 2

/**
 * Who moves an answer to and fro around the edge of a band would learn of one person by it. So the number is off by up to two, always
 * equally for the same people, whatever else is asked: asking again, or asking differently, tells nothing more.
 */
export function blurOf(master: MasterKey, ids: readonly string[]): number {
  const digest = createHmac('sha256', master)
    .update(`reach:${[...ids].sort().join()}`)
    .digest()
  return (digest.readUInt32BE(0) % (2 * BLUR + 1)) - BLUR
}

function bandOf(facts: VacancyFacts, people: readonly Person[], master: MasterKey, today: Day): ReachBand {
  const reached = people.filter((person) => groupOf(evaluate(facts, person, { today, restrictions: [] })) !== 'does_not_fit')
  const ids = reached.map(({ id }) => id)
  return reachBand(Math.max(0, ids.length + blurOf(master, ids)))
}

const SOFTENED = { stance: 'case_by_case', reason: null, article: null } as const

function withoutRefusals(stances: readonly StanceRow[]): StanceRow[] {
  return stances.map((row) => (row.stance === 'not_for_this_job' ? { ...row, ...SOFTENED } : { ...row }))
}

export type Reach = {
  band: ReachBand
  /** Were nothing refused; null when nothing is. */
  withoutRefusals: ReachBand | null
}

/** Null when it is not theirs, or they are not verified: only a verified employer learns even this much. */
export async function reachOf(store: Store, master: MasterKey, actor: EmployerActor, id: string, now: Instant): Promise<Reach | null> {
  if (actor.verification !== 'verified') return null
  const facts = await store.read(async (db) => {
    const [row] = await db.select().from(vacancy).where(own(actor, id))
    return row ? factsOf(row, (await stancesByVacancy(db, [id])).get(id) ?? []) : null
  })
  if (!facts) return null
  const people = await peopleSeeking(store, master, now)
  const today = dayOf(now)
  const refuses = facts.stances.some((row) => row.stance === 'not_for_this_job')
  return {
    band: bandOf(facts, people, master, today),
    withoutRefusals: refuses ? bandOf({ ...facts, stances: withoutRefusals(facts.stances) }, people, master, today) : null,
  }
}
