// What a test plans for the requests to come: answers that are late, lost, doubled, refused or in the wrong order.
import { Refusal } from './refusal.ts'

/** As `POST /indexes/:uid/documents`; `*` is every route. */
export type Route = string

type Plan = { left: number; status: number; code: string }

export class Faults {
  readonly #plans = new Map<string, Plan>()
  readonly #delays = new Map<Route, number>()
  #held: { wanted: number; send: (() => void)[] } | null = null

  /** The work is done at once, the answer comes so much later. */
  delay(route: Route, ms: number): void {
    this.#delays.set(route, ms)
  }

  /** The work is done, the connection is cut before the answer. */
  readonly dropAnswer = (route: Route): void => this.#plan('drop', route, 1)
  /** The work is done twice, as when something in between sends a request again; one answer. */
  readonly answerTwice = (route: Route): void => this.#plan('twice', route, 1)
  /** Requests are taken and neither worked nor answered. */
  readonly hang = (route: Route): void => this.#plan('hang', route, Infinity)
  /** Nothing is done and this is the answer. */
  refuse(route: Route, status: number, code: string, times = 1): void {
    this.#plan('refuse', route, times, { status, code })
  }

  /** The next so many answers are sent together, the last first. */
  outOfOrder(answers: number): void {
    this.#held = { wanted: answers, send: [] }
  }

  #plan(fault: string, route: Route, left: number, answer = { status: 0, code: '' }): void {
    this.#plans.set(`${fault} ${route}`, { left, ...answer })
  }

  /** What is to happen now; counts down. */
  protected planned(fault: 'drop' | 'twice' | 'hang' | 'refuse', route: Route): Plan | null {
    const plans = [route, '*'].map((one) => this.#plans.get(`${fault} ${one}`))
    const plan = plans.find((one) => one !== undefined && one.left > 0)
    if (plan) plan.left -= 1
    return plan ?? null
  }

  protected refusal(route: Route): { status: number; body: unknown } | null {
    const plan = this.planned('refuse', route)
    return plan && { status: plan.status, body: new Refusal(plan.code, 'Planned by the test.').body }
  }

  protected lateMs(route: Route): number {
    return this.#delays.get(route) ?? 0
  }

  protected inTurn(send: () => void): void {
    if (!this.#held) {
      send()
      return
    }
    if (this.#held.send.push(send) < this.#held.wanted) return
    const { send: waiting } = this.#held
    this.#held = null
    for (const one of waiting.reverse()) one()
  }
}
