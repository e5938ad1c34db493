// A store that keeps the questions asked through it, so that a test can ask the database how it would answer them.
import type { SQL } from 'drizzle-orm'
import type { Db, Store, Tx } from '#db/store/store.ts'

type Asked = { getSQL: () => SQL; toSQL: () => { sql: string }; then: (...args: unknown[]) => unknown }

export type AskedQuery = { query: SQL; text: string }

/** A query is asked when it is awaited; one that is built into another never is. */
function keeping(query: Asked, keep: (asked: AskedQuery) => void): Asked {
  const answer = query.then.bind(query)
  query.then = (...args) => {
    keep({ query: query.getSQL(), text: query.toSQL().sql })
    return answer(...args)
  }
  return query
}

function recording<Of extends Db>(db: Of, keep: (asked: AskedQuery) => void): Of {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'select') return (value as (...args: unknown[]) => unknown).bind(target)
      return (...fields: unknown[]) => {
        const builder = value.apply(target, fields) as { from: (table: unknown) => Asked }
        return { from: (table: unknown) => keeping(builder.from(table), keep) }
      }
    },
  })
}

/** What is selected, in a change as well. */
export function recordedStore(store: Store): { store: Store; asked: AskedQuery[] } {
  const asked: AskedQuery[] = []
  const keep = (one: AskedQuery) => asked.push(one)
  return {
    store: {
      ...store,
      read: (ask) => store.read((db) => ask(recording(db, keep))),
      write: (work) => store.write((tx) => work(recording<Tx>(tx, keep))),
    },
    asked,
  }
}
