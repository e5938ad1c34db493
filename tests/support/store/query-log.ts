// Every statement that reaches SQLite's driver while a request is answered, through whichever store and however it was built.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestListener } from 'node:http'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'

export type Statement = { text: string; values: readonly unknown[] }

type Method = (this: { source: string }, ...values: unknown[]) => unknown

function statementClass(): object {
  const connection = new Database(':memory:')
  const found = Object.getPrototypeOf(connection.prepare('select 1')) as object
  connection.close()
  return found
}

/** Until the test is over. What the change feed or a job asks meanwhile belongs to no request, and is not kept. */
export class QueryLog {
  readonly #request = new AsyncLocalStorage<true>()
  #kept: Statement[] = []

  constructor() {
    const driver = statementClass()
    for (const name of ['run', 'get', 'all', 'iterate']) this.#watch(driver, name)
  }

  #watch(driver: object, name: string): void {
    const keep = this.#keep.bind(this)
    const method = Reflect.get(driver, name) as Method
    Reflect.set(driver, name, function (...values) {
      keep(this.source, values)
      return method.apply(this, values)
    } satisfies Method)
    onTestFinished(() => {
      Reflect.set(driver, name, method)
    })
  }

  #keep(text: string, values: readonly unknown[]): void {
    if (this.#request.getStore()) this.#kept.push({ text, values: values.flat() })
  }

  /** The same site, whose statements are kept. */
  readonly over =
    (site: RequestListener): RequestListener =>
    (request, response) => {
      this.#request.run(true, () => {
        site(request, response)
      })
    }

  /** What was kept since the last time. */
  take(): Statement[] {
    const kept = this.#kept
    this.#kept = []
    return kept
  }
}
