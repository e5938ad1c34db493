// What the store costs over SQL written by hand for the same driver: the same rows, in turns, one question at a time.
import Database from 'better-sqlite3'
import pg from 'pg'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { acceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { createSession, findSession } from '#db/accounts/sessions.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { listVacancyLines } from '#db/vacancies/vacancies.ts'
import { percentile } from '../timing.ts'
import type { Where } from './node.ts'
import { NOW, personId, SESSIONS, tokenHash, VACANCIES, vacancyId } from './scale.ts'

type Ask = (nth: number) => unknown
type ByHand = { session: Ask; vacancyLines: Ask; smallWrite: Ask; close: () => unknown }
export type Overhead = { byHandMicros: number; storeMicros: number; ratio: number }

const LINES = 25
const idsOf = (nth: number) => Array.from({ length: LINES }, (_, index) => vacancyId((nth * 977 + index * 3989) % VACANCIES))

const SESSION = `select membership.id as "membershipId", membership.role as "role", account.id as "accountId", account.name as "name",
  employer.id as "employerId", employer.name as "employerName", employer.state as "verification", organisation.id as "organisationId",
  organisation.name as "organisationName", organisation.state as "organisationState", organisation.public_authority as "publicAuthority",
  candidate.id as "candidateId", candidate.code as "code"
from session
left join membership on membership.id = session.membership_id and membership.ended_at is null
left join account on account.id = membership.account_id
left join employer on employer.id = membership.employer_id
left join organisation on organisation.id = membership.organisation_id
left join candidate on candidate.id = session.candidate_id
where session.token_hash = ? and session.expires_at > ?`
const marks = Array.from({ length: LINES }, () => '?').join(', ')
const VACANCY_LINES = `select vacancy.id as "id", title, employer.name as "employerName", source_employer as "sourceEmployer", visibility, occupation,
  vacancy.municipality as "municipality", vacancy.place as "place", lat, lon, pay_from_cents as "payFromCents", pay_to_cents as "payToCents",
  pay_period as "payPeriod", shifts, support_offered as "supportOffered", source, source_id as "sourceId", published_at as "publishedAt"
from vacancy left join employer on employer.id = vacancy.employer_id
where vacancy.id in (${marks}) and coalesce(vacancy.state, '') = 'published' and vacancy.expires_at > ? and visibility = 'public'
  and (vacancy.employer_id is null or employer.state = 'verified')`
const STANCES = `select vacancy_id as "vacancyId", family, stance, reason, article from vacancy_stance where vacancy_id in (${marks})`
const SIGN_IN = 'insert into session (token_hash, candidate_id, created_at, expires_at) values (?, ?, ?, ?)'
const signIn = (who: string, nth: number) => [tokenHash(-nth) + who, personId(nth % 1000), NOW, NOW + 3_600_000]

type Line = { id: string; shifts: string; supportOffered: string }

/** What a page of results needs of the rows, done as plainly as it can be. */
function linesOf(ids: readonly string[], rows: readonly Line[], stances: readonly (StanceRow & { vacancyId: string })[]): unknown[] {
  const byVacancy = new Map<string, StanceRow[]>()
  for (const stance of stances) {
    const list = byVacancy.get(stance.vacancyId)
    if (list) list.push(stance)
    else byVacancy.set(stance.vacancyId, [stance])
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const shifts: unknown = JSON.parse(row.shifts)
    const supportOffered: unknown = JSON.parse(row.supportOffered)
    return { ...row, shifts, supportOffered, acceptance: acceptanceSummary(byVacancy.get(id) ?? []) }
  })
}

function sqliteByHand(file: string): ByHand {
  const open = () => {
    const connection = new Database(file)
    connection.pragma('synchronous = NORMAL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('secure_delete = ON')
    return connection
  }
  const reader = open()
  const writer = open()
  const session = reader.prepare(SESSION)
  const lines = reader.prepare(VACANCY_LINES)
  const stances = reader.prepare(STANCES)
  const [begin, insert, commit] = ['begin immediate', SIGN_IN, 'commit'].map((text) => writer.prepare(text))
  return {
    session: (nth) => session.get(tokenHash(nth % SESSIONS), NOW),
    vacancyLines: (nth) => {
      const ids = idsOf(nth)
      return linesOf(ids, lines.all(...ids, NOW) as Line[], stances.all(...ids) as (StanceRow & { vacancyId: string })[])
    },
    smallWrite: (nth) => {
      begin?.run()
      insert?.run(...signIn('hand', nth))
      commit?.run()
    },
    close: () => {
      reader.close()
      writer.close()
    },
  }
}

/** `?` as node-postgres numbers them. */
const numbered = (text: string) => {
  let count = 0
  return text.replace(/\?/g, () => `$${String((count += 1))}`)
}

const NAMED = new Map(
  [SESSION, VACANCY_LINES, STANCES, SIGN_IN].map((text, index) => [text, { name: `hand${String(index)}`, text: numbered(text) }]),
)
const named = (text: string, values: unknown[]) => ({ ...NAMED.get(text), values }) as pg.QueryConfig

function postgresByHand(url: string): ByHand {
  // What JSON.parse does here is done above for both; a number stays a number.
  const asText = (text: string) => text
  const types = { getTypeParser: (oid: number) => (oid === 20 ? Number : asText) } satisfies pg.CustomTypesConfig
  const pool = new pg.Pool({ connectionString: url, max: 8, types })
  return {
    session: (nth) => pool.query(named(SESSION, [tokenHash(nth % SESSIONS), NOW])),
    vacancyLines: async (nth) => {
      const ids = idsOf(nth)
      const { rows } = await pool.query<Line>(named(VACANCY_LINES, [...ids, NOW]))
      const { rows: stances } = await pool.query<StanceRow & { vacancyId: string }>(named(STANCES, ids))
      return linesOf(ids, rows, stances)
    },
    smallWrite: async (nth) => {
      const client = await pool.connect()
      await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE')
      await client.query(named(SIGN_IN, signIn('hand', nth)))
      await client.query('COMMIT')
      client.release()
    },
    close: () => pool.end(),
  }
}

const ROUNDS = 60

/** In turns of a few, so that what else the machine does hits both. */
async function paired(byHand: Ask, ours: Ask, aTurn: number): Promise<Overhead> {
  let nth = 0
  const turn = async (ask: Ask) => {
    const begin = performance.now()
    for (let done = 0; done < aTurn; done += 1) await ask((nth += 1))
    return ((performance.now() - begin) * 1000) / aTurn
  }
  const hand: number[] = []
  const store: number[] = []
  for (let round = -ROUNDS / 3; round < ROUNDS; round += 1) {
    const [first, second] = round % 2 === 0 ? [byHand, ours] : [ours, byHand]
    const micros = [await turn(first), await turn(second)] as const
    if (round < 0) continue
    hand.push(round % 2 === 0 ? micros[0] : micros[1])
    store.push(round % 2 === 0 ? micros[1] : micros[0])
  }
  const [byHandMicros, storeMicros] = [percentile(hand, 0.5), percentile(store, 0.5)]
  const tenth = (value: number) => Math.round(value * 10) / 10
  return { byHandMicros: tenth(byHandMicros), storeMicros: tenth(storeMicros), ratio: Math.round((storeMicros / byHandMicros) * 100) / 100 }
}

/** Calls of one turn: long enough for the clock, short enough that both meet the same machine. */
const A_TURN = {
  sqlite: { session: 300, vacancyLines: 12, smallWrite: 30 },
  postgres: { session: 12, vacancyLines: 4, smallWrite: 4 },
} as const

/** On one connection each, one question at a time. */
export async function overheadOn(where: Where): Promise<Record<'session' | 'vacancyLines' | 'smallWrite', Overhead>> {
  const store = where.engine === 'sqlite' ? openSqlite(where.file) : await openPostgres(where.url)
  const hand = where.engine === 'sqlite' ? sqliteByHand(where.file) : postgresByHand(where.url)
  const turn = A_TURN[where.engine]
  const signIn = (nth: number) => createSession(store, { candidateId: personId(nth % 1000) }, `${tokenHash(-nth)}store`, NOW)
  const found = {
    session: await paired(hand.session, (nth) => findSession(store, tokenHash(nth % SESSIONS), NOW), turn.session),
    vacancyLines: await paired(
      hand.vacancyLines,
      (nth) => listVacancyLines(store, { kind: 'visitor' }, idsOf(nth), NOW),
      turn.vacancyLines,
    ),
    smallWrite: await paired(hand.smallWrite, signIn, turn.smallWrite),
  }
  await store.close()
  await hand.close()
  return found
}
