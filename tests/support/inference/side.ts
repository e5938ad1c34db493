// A site over one world, and the cookies of those who ask it.
import type { RequestListener } from 'node:http'
import { openSite } from '#app/process/site.ts'
import { cookieOf, type TestApp } from '../app.ts'
import { pagesFromModules } from './pages.ts'
import { sentOf, type Asker, type Wanted } from './requests.ts'
import { serving, type Answer, type Sent } from './site.ts'
import type { World } from './world.ts'

type Asked = Pick<World, 'app' | 'others'> & { members: Partial<Record<Asker | 'caseworker', string>> }

export class Side {
  readonly app: TestApp
  readonly #world: Asked
  readonly #send: (sent: Sent) => Promise<Answer>
  readonly #ids: { of: string }
  #cookies: Partial<Record<Asker | 'caseworker', string>> = {}

  private constructor(world: Asked, app: TestApp, ids: { of: string }, send: (sent: Sent) => Promise<Answer>) {
    this.#world = world
    this.app = app
    this.#ids = ids
    this.#send = send
  }

  /**
   * New ids count anew with each request: what happens unseen in one world moves no id of the next.
   * @param over puts something around the site, which sees each request.
   */
  static async open(world: Asked, over = (site: RequestListener) => site): Promise<Side> {
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
    return new Side(world, app, ids, await serving(over(site)))
  }

  async signIn(): Promise<void> {
    for (const [who, membershipId] of Object.entries(this.#world.members))
      this.#cookies[who as Asker | 'caseworker'] = await cookieOf(this.app, { membershipId })
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
