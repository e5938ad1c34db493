// Whether lists stay flat: the first and the 40th page of each list of 1,000 rows, and of the same list of 100,000.
import { join } from 'node:path'
import { anonymousView } from '#app/domain/proposals/anonymous-view.ts'
import { candidateCode, EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { CODE_ALPHABET } from '#app/domain/shared/code.ts'
import { TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { DAY_MS, dayOf } from '#app/domain/shared/day.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { listPeople } from '#db/people/people.ts'
import { listEmployers } from '#db/employers/verification.ts'
import { listOwnVacancies } from '#db/vacancies/employer.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { listEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { toldAsItStands } from '#db/proposals/telling.ts'
import { account, candidate, employer, membership, organisation, proposal, vacancy, involvement } from '#db/schema/index.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { aVacancy } from '#tests/support/matching/build-match.ts'
import { administer, databaseUrl } from '#tests/support/postgres/postgres-server.ts'
import { percentile } from '../timing.ts'
import { fillPostgres, fillSqlite } from './load.ts'
import { part, type Part } from './rows.ts'
import { accountId, caseworker, employerId, MASTER, membershipId, NOW, organisationId, personId, proposalId, vacancyId } from './scale.ts'
import { leadIdOf, leadOf } from '#tests/support/people/lead.ts'

const BIG = 100_000
const SMALL = 1000
const PAGE = 40

const actor = caseworker(0)
const boss = { kind: 'employer', membershipId: 'm', accountId: 'a', employerId: employerId(0), verification: 'verified' } as const
const coordinator = { kind: 'coordinator', membershipId: 'm', accountId: 'a' } as const
const contact = { municipality: 'liepaja', contactName: 'Anna Paraudziņa', contactEmail: 'anna@example.test', contactPhone: '' }

type Page = { rows: readonly unknown[]; next: string | null }
const LISTS: Readonly<Record<string, (store: Store, at: string) => Promise<Page>>> = {
  people: (store, at) => listPeople(store, MASTER, actor, { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' }, at, NOW),
  caseworkProposals: (store, at) => listCaseworkProposals(store, actor, { filter: 'employer', at }, NOW),
  employerProposals: (store, at) => listEmployerProposals(store, boss, { filter: 'waiting', at }),
  ownVacancies: (store, at) => listOwnVacancies(store, boss, { state: 'all', at }, NOW),
  employers: (store, at) => listEmployers(store, coordinator, { state: null, words: '', at }),
}

/** One organisation, one caseworker and one employer, who have `count` of everything. */
function worldOf(count: number): Part[] {
  function* each<Row>(make: (nth: number) => Row): Iterable<Row> {
    for (let nth = 0; nth < count; nth += 1) yield make(nth)
  }
  const key = 'caseworker 0'
  const shown = anonymousView(aVacancy(), EMPTY_PROFILE, dayOf(NOW))
  const since = (nth: number) => NOW - (nth % 200) * DAY_MS - nth
  const made = (nth: number) => ({ createdAt: since(nth), updatedAt: since(nth) })
  const digits = (nth: number) =>
    Uint8Array.from({ length: 6 }, (_, place) => Math.floor(nth / CODE_ALPHABET.length ** place) % CODE_ALPHABET.length)
  return [
    part(employer, () =>
      each((nth) => ({
        id: employerId(nth),
        name: `SIA "Izdomātais ${String(nth)}"`,
        nameKey: `izdomatais ${String(nth)}`,
        sortKey: `izdomatais ${String(nth)}`,
        registrationNo: String(40_009_900_000 + nth),
        place: 'Liepāja',
        ...contact,
        state: 'verified' as const,
        decidedAt: NOW,
        createdAt: since(nth),
      })),
    ),
    part(organisation, () => [
      {
        id: organisationId(0),
        name: 'Izdomātā nodaļa',
        kind: 'probation' as const,
        publicAuthority: true,
        ...contact,
        state: 'verified' as const,
        decidedAt: NOW,
        createdAt: NOW,
      },
    ]),
    part(account, () => [
      { id: accountId(key), name: 'Jānis Izdomātais', email: 'janis@example.test', passwordHash: 'none', createdAt: NOW },
    ]),
    part(membership, () => [
      { id: membershipId(key), accountId: accountId(key), role: 'caseworker' as const, organisationId: organisationId(0), createdAt: NOW },
    ]),
    part(vacancy, () =>
      each((nth) => ({
        id: vacancyId(nth),
        employerId: employerId(0),
        state: 'published' as const,
        title: `Palīgstrādnieks ${String(nth)}`,
        occupation: '9329',
        shifts: [],
        contexts: [],
        requirements: NO_REQUIREMENTS,
        terms: TERMS_NOT_ASKED,
        supportOffered: [],
        supportWanted: [],
        payFromCents: 90_000,
        payToCents: 100_000,
        publishedAt: since(nth),
        expiresAt: NOW + DAY_MS * (1 + (nth % 60)),
        ...made(nth),
      })),
    ),
    part(candidate, () =>
      each((nth) => ({
        id: personId(nth),
        code: candidateCode(digits(nth)),
        leadId: leadIdOf(personId(nth)),
        language: 'lv' as const,
        activity: 'seeking' as const,
        profile: EMPTY_PROFILE,
        waitingSince: since(nth),
        ...made(nth),
      })),
    ),
    part(involvement, () =>
      each((nth) =>
        leadOf({
          candidateId: personId(nth),
          organisationId: organisationId(0),
          caseworkerId: membershipId(key),
          since: since(nth),
        }),
      ),
    ),
    part(proposal, () =>
      each((nth) => ({
        id: proposalId(nth),
        vacancyId: vacancyId(nth),
        employerId: employerId(0),
        candidateId: personId(nth),
        organisationId: organisationId(0),
        state: 'sent' as const,
        stateSince: since(nth),
        ...toldAsItStands({ state: 'sent', version: 1, stateSince: since(nth) }),
        deadlineAt: NOW + DAY_MS,
        shown,
        createdAt: since(nth),
      })),
    ),
  ]
}

async function ats(list: (at: string) => Promise<Page>): Promise<string> {
  let at = ''
  for (let page = 1; page < PAGE; page += 1) {
    const { next } = await list(at)
    if (next === null) throw new Error(`A list ends at page ${String(page)}`)
    at = next
  }
  return at
}

const RUNS = 40
type Flat = { firstMs: [small: number, big: number]; fortiethMs: [small: number, big: number]; ratioFirst: number; ratioFortieth: number }

async function compare(small: Store, big: Store, list: (store: Store, at: string) => Promise<Page>): Promise<Flat> {
  const cases = [
    { store: small, at: '' },
    { store: big, at: '' },
    { store: small, at: await ats((at) => list(small, at)) },
    { store: big, at: await ats((at) => list(big, at)) },
  ].map((one) => ({ ...one, took: [] as number[] }))
  // In turns, so that what else the machine does hits all four.
  for (let run = -5; run < RUNS; run += 1) {
    for (const { store, at, took } of cases) {
      const start = performance.now()
      await list(store, at)
      if (run >= 0) took.push(performance.now() - start)
    }
  }
  const [a = 0, b = 0, c = 0, d = 0] = cases.map(({ took }) => Math.round(percentile(took, 0.5) * 1000) / 1000)
  const ratio = (over: number, under: number) => Math.round((over / under) * 100) / 100
  return { firstMs: [a, b], fortiethMs: [c, d], ratioFirst: ratio(b, a), ratioFortieth: ratio(d, c) }
}

async function compareAll(small: Store, big: Store): Promise<Record<string, Flat>> {
  const found: Record<string, Flat> = {}
  for (const [name, list] of Object.entries(LISTS)) found[name] = await compare(small, big, list)
  await Promise.all([small.close(), big.close()])
  return found
}

export async function measureFlatness(
  folder: string,
  url: string,
  say: (text: string) => void,
): Promise<Record<string, Record<string, Flat>>> {
  const made = []
  for (const count of [SMALL, BIG]) {
    const file = join(folder, `flat-${String(count)}.sqlite`)
    const name = `tilts_bench_flat_${String(count)}`
    await fillSqlite(file, worldOf(count))
    await administer(url, `CREATE DATABASE ${name}`)
    await fillPostgres(databaseUrl(url, name), file, () => undefined)
    made.push({ file, url: databaseUrl(url, name) })
  }
  const [small, big] = made
  if (!small || !big) throw new Error('Nothing was made')
  say('lists of 1,000 and 100,000 rows made')
  const sqlite = await compareAll(openSqlite(small.file), openSqlite(big.file))
  const postgres = await compareAll(await openPostgres(small.url), await openPostgres(big.url))
  say('flatness measured')
  return { sqlite, postgres }
}
