// Two worlds asked the same, one request after the other, until an answer differs.
import { cookieOf, type TestApp } from '../app.ts'
import { openSite } from '#app/process/site.ts'
import { ROUTES } from '../routes.ts'
import { pagesFromModules } from './pages.ts'
import { ASKERS, sentOf, type Asker, type Wanted } from './requests.ts'
import { Script } from './script.ts'
import { serving, type Answer, type Sent } from './site.ts'
import type { World } from './world.ts'

const SIGN_IN_EVERY = 400
const JUMP_MS = 2 * 86_400_000
const BUSY_EVERY = 50
const AROUND = 90

class Side {
  readonly app: TestApp
  readonly #world: World
  readonly #send: (sent: Sent) => Promise<Answer>
  readonly #ids: { of: string }
  #cookies: Partial<Record<Asker | 'caseworker', string>> = {}

  private constructor(world: World, app: TestApp, ids: { of: string }, send: (sent: Sent) => Promise<Answer>) {
    this.#world = world
    this.app = app
    this.#ids = ids
    this.#send = send
  }

  /** New ids count anew with each request: what happens unseen in one world moves no id of the next. */
  static async open(world: World): Promise<Side> {
    const ids = { of: '' }
    let count = 0
    let last = ''
    const newId = () => {
      count = ids.of === last ? count + 1 : 1
      last = ids.of
      return `${ids.of}-${String(count)}`
    }
    const app = { ...world.app, store: { ...world.app.store, newId } }
    const site = openSite(app, await pagesFromModules(), () => false)
    return new Side(world, app, ids, await serving(site))
  }

  async signIn(): Promise<void> {
    for (const who of [...ASKERS, 'caseworker'] as const)
      if (who !== 'visitor') this.#cookies[who] = await cookieOf(this.app, { membershipId: this.#world.members[who] })
  }

  async ask(wanted: Wanted, number: number): Promise<Answer> {
    this.#ids.of = `r${String(number)}`
    return this.#send(sentOf(wanted, this.#cookies[wanted.by] ?? ''))
  }

  /** A caseworker goes on working with people whom the employer does not know: matches, and asks about another's vacancy. */
  async goOn(number: number): Promise<void> {
    this.#ids.of = `b${String(number)}`
    const { others } = this.#world
    const person = others[number % others.length]
    if (person === undefined) return
    const cookie = this.#cookies.caseworker ?? ''
    const vacancyId = `x${String(1 + (number % 30))}`
    const asking = { version: '1', deadlineDays: '7', then: 'ask' }
    await this.#send(sentOf({ by: 'boss', path: `/casework/people/${person}/match.data` }, cookie))
    await this.#send(sentOf({ by: 'boss', path: `/casework/people/${person}/propose/${vacancyId}`, fields: asking }, cookie))
  }
}

function firstByte(left: string, right: string): number {
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  return at
}

const piece = (text: string, at: number) => Buffer.from(text.slice(Math.max(0, at - AROUND), at + AROUND), 'latin1').toString('utf8')

/** Its name stands before its value. */
const headerAt = ({ headers }: Answer, at: number) => `"${headers.slice(at - (at % 2), at - (at % 2) + 2).join(': ')}"`

/** What two answers tell apart; null when nothing does. */
function differenceOf(left: Answer, right: Answer): string | null {
  if (left.status !== right.status) return `status ${String(left.status)} and ${String(right.status)}`
  const header = left.headers.findIndex((one, at) => one !== right.headers[at])
  if (header !== -1 || left.headers.length !== right.headers.length)
    return `header ${headerAt(left, header)} and ${headerAt(right, header)}`
  if (left.body === right.body) return null
  const at = firstByte(left.body, right.body)
  const sizes = `sizes ${String(left.body.length)} and ${String(right.body.length)}`
  return `body from byte ${String(at)} on (${sizes}):\n  …${piece(left.body, at)}…\n  …${piece(right.body, at)}…`
}

const PATTERNS = ROUTES.map(({ address, file }) => ({
  file,
  pattern: new RegExp(`^${address.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`),
}))

function routeOf({ path }: Wanted): string | undefined {
  const address = (path.split('?')[0] ?? '').replace(/^\/_root\.data$/, '/').replace(/\.data$/, '')
  return PATTERNS.find(({ pattern }) => pattern.test(address))?.file
}

export type Tally = { difference: string | null; asked: number; answered: number; routes: Set<string>; changes: Set<string> }

/** Also a redirect, which is 303, or 202 where the page's own script asked. */
const isAnswered = (status: number) => status < 400

function count(tally: Tally, wanted: Wanted, { status }: Answer): void {
  tally.asked += 1
  if (!isAnswered(status)) return
  tally.answered += 1
  tally.routes.add(routeOf(wanted) ?? '')
  if (wanted.change !== undefined) tally.changes.add(wanted.change)
}

function written({ by, method, path, fields }: Wanted): string {
  return `${method ?? (fields ? 'POST' : 'GET')} ${path} by ${by}${fields ? ` with ${JSON.stringify(fields)}` : ''}`
}

/** @returns what the first answer that differs tells, and what was tried up to there. */
export async function compare(worlds: readonly [World, World], seed: number, requests: number): Promise<Tally> {
  const [left, right] = [await Side.open(worlds[0]), await Side.open(worlds[1])]
  const script = new Script(seed, left.app.store, worlds[0])
  const tally: Tally = { difference: null, asked: 0, answered: 0, routes: new Set(), changes: new Set() }
  for (let number = 1; number <= requests; number += 1) {
    if (number % SIGN_IN_EVERY === 1) for (const side of [left, right]) await side.signIn()
    if (number % BUSY_EVERY === 0) await left.goOn(number)
    const wanted = await script.next()
    // How busy the machine is must not decide whether a search says that it is behind.
    for (const side of [left, right]) await side.app.index.catchUp()
    const [one, other] = [await left.ask(wanted, number), await right.ask(wanted, number)]
    const found = differenceOf(one, other)
    if (found !== null) {
      tally.difference = `Request ${String(number)}, ${written(wanted)}: ${found}`
      return tally
    }
    count(tally, wanted, one)
    script.learn(wanted, one)
    const step = script.pause() * 1000 + (number % SIGN_IN_EVERY === 0 ? JUMP_MS : 0)
    for (const side of [left, right]) side.app.clock.now += step
  }
  return tally
}
