// Two worlds asked the same, one request after the other, until an answer differs.
import { routeAt } from '../routes.ts'
import type { Wanted } from './requests.ts'
import { Script } from './script.ts'
import { Side } from './side.ts'
import type { Answer } from './site.ts'
import type { World } from './world.ts'

const SIGN_IN_EVERY = 400
const JUMP_MS = 2 * 86_400_000
const BUSY_EVERY = 50
const AROUND = 90

function firstByte(left: string, right: string): number {
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  return at
}

const piece = (text: string, at: number) => Buffer.from(text.slice(Math.max(0, at - AROUND), at + AROUND), 'latin1').toString('utf8')

/** Its name stands before its value. */
const headerAt = ({ headers }: Answer, at: number) => `"${headers.slice(at - (at % 2), at - (at % 2) + 2).join(': ')}"`

/** What two answers tell apart; null when nothing does. */
export function differenceOf(left: Answer, right: Answer): string | null {
  if (left.status !== right.status) return `status ${String(left.status)} and ${String(right.status)}`
  const header = left.headers.findIndex((one, at) => one !== right.headers[at])
  if (header !== -1 || left.headers.length !== right.headers.length)
    return `header ${headerAt(left, header)} and ${headerAt(right, header)}`
  if (left.body === right.body) return null
  const at = firstByte(left.body, right.body)
  const sizes = `sizes ${String(left.body.length)} and ${String(right.body.length)}`
  return `body from byte ${String(at)} on (${sizes}):\n  …${piece(left.body, at)}…\n  …${piece(right.body, at)}…`
}

export type Tally = { difference: string | null; asked: number; answered: number; routes: Set<string>; changes: Set<string> }

/** Also a redirect, which is 303, or 202 where the page's own script asked. */
const isAnswered = (status: number) => status < 400

function count(tally: Tally, wanted: Wanted, { status }: Answer): void {
  tally.asked += 1
  if (!isAnswered(status)) return
  tally.answered += 1
  tally.routes.add(routeAt(wanted.path)?.file ?? '')
  if (wanted.change !== undefined) tally.changes.add(wanted.change)
}

export function written({ by, method, path, fields }: Wanted): string {
  return `${method ?? (fields ? 'POST' : 'GET')} ${path} by ${by}${fields ? ` with ${JSON.stringify(fields)}` : ''}`
}

/** @returns what the first answer that differs tells, and what was tried up to there. */
export async function compare(worlds: readonly [World, World], seed: number, requests: number): Promise<Tally> {
  const [left, right] = await Promise.all([Side.open(worlds[0]), Side.open(worlds[1])])
  const script = new Script(seed, left.app.store, worlds[0])
  const tally: Tally = { difference: null, asked: 0, answered: 0, routes: new Set(), changes: new Set() }
  for (let number = 1; number <= requests; number += 1) {
    if (number % SIGN_IN_EVERY === 1) await Promise.all([left.signIn(), right.signIn()])
    if (number % BUSY_EVERY === 0) await left.goOn(number)
    const wanted = await script.next()
    // How busy the machine is must not decide whether a search says that it is behind.
    await Promise.all([left.app.index.catchUp(), right.app.index.catchUp()])
    // Both at once: while one waits for its database, the other works.
    const [one, other] = await Promise.all([left.ask(wanted, number), right.ask(wanted, number)])
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
