// How many people a vacancy reaches, counted over the encrypted records and shown only as a band.
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

const CACHE_MS = 10 * 60_000
type Person = CandidateFacts & { id: string }
type Cache = { follower: Follower; people: { at: Instant; read: Promise<Person[]> } | null }

/** The people are cached for a while, since decrypting every record is slow; the cache goes with its store. */
const caches = new WeakMap<Store, Cache>()

function cacheOf(store: Store): Cache {
  const known = caches.get(store)
  if (known) return known
  const forget = () => {
    cache.people = null
    return Promise.resolve()
  }
  const cache: Cache = {
    follower: openFollower(store, {
      readAll: forget,
      takeIn: (changes) => (idsOf(changes, 'candidate').size > 0 ? forget() : Promise.resolve()),
    }),
    people: null,
  }
  caches.set(store, cache)
  return cache
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
  const cache = cacheOf(store)
  await cache.follower.catchUp()
  // `abs`: a clock that was put back ends it too.
  if (cache.people && Math.abs(now - cache.people.at) < CACHE_MS) return cache.people.read
  const people = { at: now, read: readPeople(store, master) }
  cache.people = people
  people.read.catch(() => {
    if (cache.people === people) cache.people = null
  })
  return people.read
}

/** At most this many more or fewer. */
const BLUR = 2

/**
 * An employer who changes one answer near the edge of a band would learn of one person by it. So the number is off by up to two, always
 * by the same for the same people: asking again says nothing more.
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
