// What requests of an employer and of a visitor ask the database of people, from the query log of every address they have: the frozen views
// of the employer's own proposals, one person once they are named, and nothing else. What the answers tell is compared beside this
// (employer-cannot-tell); here it is shown that they are not even computed from anybody.
import { expect, test } from 'vitest'
import { isNamed } from '#app/domain/proposals/proposal.ts'
import { createInvitation } from '#db/accounts/invitations.ts'
import { proposal } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { hashToken } from '#app/server/password.ts'
import { PEOPLE_TABLES, peopleIn } from '#tests/support/inference/people-tables.ts'
import type { Wanted } from '#tests/support/inference/requests.ts'
import { CHANGES, Script } from '#tests/support/inference/script.ts'
import { Side } from '#tests/support/inference/side.ts'
import { proposalsNow } from '#tests/support/inference/stored.ts'
import { entriesOf, walkOf } from '#tests/support/inference/walk.ts'
import { OWN_COMPANY, peopleOf, worldOf, type World } from '#tests/support/inference/world.ts'
import { routeAt, THEIRS } from '#tests/support/routes.ts'
import { QueryLog, type Statement } from '#tests/support/store/query-log.ts'

const REQUESTS = 1500

/** Every other address touches none of these tables. */
const OF_PEOPLE: Record<string, readonly string[]> = {
  // What it says of itself was warned of and let out: that is noted. The same table notes what is said of a person.
  'visitor POST /register/employer': ['writes text_override'],
  'employer POST /employer/vacancies/:id/:step': ['writes task', 'writes text_override'],
  'employer POST /employer/vacancies/:id/summary': ['writes task', 'writes text_override'],
  // What it has to do itself: a row for an employer is about no person and no proposal, which the database keeps (`task_employer_check`).
  'employer GET /employer/tasks': ['reads task'],
  'employer POST /employer/tasks': ['writes task'],
  'employer POST /employer/vacancies/new': ['writes task'],
  // The employer's own proposals: lists of them, and how many each vacancy has.
  'employer GET /employer': ['reads proposal'],
  'employer GET /employer/proposals': ['reads proposal'],
  'employer GET /employer/vacancies': ['reads proposal'],
  'employer GET /employer/vacancies/:id': ['reads proposal'],
  // A vacancy that is filled or closed ends the proposals that the employer knows of.
  'employer POST /employer/vacancies/:id': [
    'reads proposal',
    'reads proposal_event',
    'writes proposal',
    'writes proposal_event',
    'writes task',
  ],
  // One proposal; who it is about once they are named, which is noted in the access log.
  'employer GET /employer/proposals/:id': [
    ...['reads candidate', 'reads identity', 'reads involvement', 'reads proposal', 'reads proposal_event', 'reads vault_key'],
    'writes access_log',
  ],
  // Interest asks for the second yes; a note is encrypted with the person's key; a start and an end change where the person stands.
  'employer POST /employer/proposals/:id': [
    ...['reads candidate', 'reads identity', 'reads involvement', 'reads proposal', 'reads proposal_event', 'reads vault_key'],
    ...[
      'writes access_log',
      'writes candidate',
      'writes consent',
      'writes proposal',
      'writes proposal_event',
      'writes task',
      'writes text_override',
    ],
  ],
}

/** Pages that answer nobody of these: for a token that the operator holds, or in the demo alone. */
const CLOSED = ['/demo-sign-in', '/metrics']
const COMPANIES: Readonly<Record<Wanted['by'], string | null>> = {
  caseworker: null,
  visitor: null,
  boss: OWN_COMPANY,
  colleague: OWN_COMPANY,
  other: 'e4',
  unverified: 'e3',
}

type ProposalOf = { id: string; candidateId: string; vacancyId: string }

async function proposalsIn(store: Store): Promise<ProposalOf[]> {
  const { id, candidateId, vacancyId } = proposal
  return store.read((db) => db.select({ id, candidateId, vacancyId }).from(proposal))
}

/** The ids that an address leads to: one proposal and its person, or a vacancy and its proposals. */
function idsAt(path: string, proposals: readonly ProposalOf[]): Set<unknown> {
  const [, kind, id] = /^\/employer\/(proposals|vacancies)\/([^/.?]+)/.exec(path) ?? []
  const found = proposals.filter((one) => (kind === 'proposals' ? one.id : one.vacancyId) === id)
  return new Set([id, ...found.flatMap((one) => (kind === 'proposals' ? [one.candidateId] : [one.id]))])
}

/** Whether a statement reads or writes no row but of this employer, of the address, or of the cookie that was sent. */
function isOwn({ text, values }: Statement, company: string | null, ids: ReadonlySet<unknown>, everybody: ReadonlySet<unknown>): boolean {
  const tables = peopleIn({ text, values })
  if (tables.join() === 'reads proposal' && /"proposal"\."employer_id" = \?/.test(text)) return values.includes(company)
  // Its own things to do; approvals, which are about vacancies.
  if (tables.every((table) => table.endsWith(' task')) && (values.includes(company) || values.includes('approval'))) return true
  if (tables.every((table) => table.endsWith(' session'))) return /"token_hash" = \?/.test(text) || text.startsWith('insert')
  const strangers = values.some((value) => everybody.has(value) && !ids.has(value))
  return !strangers && (text.startsWith('insert') || values.some((value) => ids.has(value)))
}

class Walk {
  readonly seen: Record<string, string[]> = {}
  /** Statements that read more than they may. */
  readonly wrong = new Set<string>()
  readonly answered = new Set<string>()
  readonly changes = new Set<string>()
  #number = 0

  constructor(
    readonly log: QueryLog,
    readonly side: Side,
    readonly proposals: readonly ProposalOf[],
    readonly ids: ReadonlySet<unknown>,
  ) {}

  async ask(wanted: Wanted) {
    const { side, log } = this
    this.#number += 1
    side.app.clock.now += 1000
    await side.app.index.catchUp()
    const ids = idsAt(wanted.path, this.proposals)
    const [before] = await proposalsNow(side.app.store, [...ids].map(String))
    log.take()
    const answer = await side.ask(wanted, this.#number)
    const asked = `${wanted.by === 'visitor' ? 'visitor' : 'employer'} ${wanted.fields ? 'POST' : 'GET'} ${routeAt(wanted.path)?.address ?? ''}`
    for (const statement of log.take()) this.#keep(statement, asked, wanted, ids, before !== undefined && isNamed(before.state))
    if (answer.status < 400) {
      this.answered.add(asked)
      if (wanted.change !== undefined) this.changes.add(wanted.change)
    }
    if (asked.endsWith('/sign-out')) await side.signIn()
    return answer
  }

  #keep(statement: Statement, asked: string, { by }: Wanted, ids: ReadonlySet<unknown>, named: boolean): void {
    const tables = peopleIn(statement)
    if (tables.length === 0) return
    // A person is opened by the employer's own proposal alone, and only while they are named.
    const tooEarly = !named && (tables.includes('reads identity') || tables.includes('reads candidate'))
    if (tooEarly || !isOwn(statement, COMPANIES[by], ids, this.ids))
      this.wrong.add(`${asked}: ${statement.text} ${JSON.stringify(statement.values)}`)
    const seen = (this.seen[asked] ??= [])
    for (const table of tables) if (!table.endsWith(' session') && !seen.includes(table)) seen.push(table)
  }
}

async function walkOver(world: World): Promise<Walk> {
  const log = new QueryLog()
  const side = await Side.open(world, log.over)
  await side.signIn()
  const proposals = await proposalsIn(world.app.store)
  return new Walk(log, side, proposals, new Set(proposals.flatMap(({ id, candidateId }) => [id, candidateId])))
}

test('a table that leads to a person is one of these', () => {
  expect([...PEOPLE_TABLES].sort()).toEqual(
    [
      ...[
        'access_log',
        'candidate',
        'candidate_access',
        'consent',
        'confirmation',
        'correction',
        'erasure',
        'duplicate_pair',
        'follow_up',
        'handover',
        'hidden_vacancy',
        'identity',
      ],
      ...[
        'involvement',
        'proposal',
        'proposal_event',
        'proposal_question',
        'readiness',
        'restricted_record',
        'retention_notice',
        'session',
        'task',
        'text_override',
        'vault_key',
      ],
    ].sort(),
  )
})

test('no address of a visitor or an employer reads a table of people but the employer’s own proposals, and who is named in one', async () => {
  const world = await worldOf(1, peopleOf(1))
  const { store, now } = world.app
  const invited = { role: 'employer', employerId: OWN_COMPANY, name: 'Līga Paraugs', email: 'liga@example.test', invitedBy: null } as const
  await createInvitation(store, { ...invited, tokenHash: hashToken('an-open-invitation') }, now())
  const walk = await walkOver(world)
  for (const wanted of [...entriesOf('an-open-invitation'), ...walkOf(world)]) await walk.ask(wanted)
  const script = new Script(2, walk.side.app.store, world)
  for (let number = 0; number < REQUESTS; number += 1) {
    const wanted = await script.next()
    script.learn(wanted, await walk.ask(wanted))
  }
  expect([...walk.wrong]).toEqual([])
  expect(
    Object.fromEntries(Object.entries(walk.seen).flatMap(([asked, tables]) => (tables.length > 0 ? [[asked, tables.sort()]] : []))),
  ).toEqual(OF_PEOPLE)
  // Every page of theirs was opened or its form taken, and every change that there is was made.
  const answered = new Set([...walk.answered].map((asked) => asked.split(' ')[2]))
  expect(THEIRS.map(({ address }) => address).filter((address) => !answered.has(address))).toEqual(CLOSED)
  expect(CHANGES.filter((change) => !walk.changes.has(change))).toEqual([])
}, 300_000)

test('what reads people is in the log: a caseworker’s pages', async () => {
  const walk = await walkOver(await worldOf(1, peopleOf(1)))
  await walk.side.goOn(1)
  expect(walk.log.take().flatMap(peopleIn)).toEqual(
    expect.arrayContaining(['reads candidate', 'reads restricted_record', 'writes access_log', 'writes proposal']),
  )
})
