// A store that counts the queries asked through it: a busy page has a budget.
import type { Db, Store, Tx } from '#db/store/store.ts'

const ASKING = new Set<string | symbol>(['select', 'selectDistinct', 'insert', 'update', 'delete'])

function counting<Of extends Db>(db: Of, count: () => void): Of {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (ASKING.has(name)) count()
      return (value as (...args: unknown[]) => unknown).bind(target)
    },
  })
}

/** Sub-queries built by themselves count as well: the number is an upper bound. */
export function countedStore(store: Store): { store: Store; queries: () => number } {
  let queries = 0
  const count = () => {
    queries += 1
  }
  return {
    store: {
      ...store,
      read: (ask) => store.read((db) => ask(counting(db, count))),
      write: (work) => store.write((tx) => work(counting<Tx>(tx, count))),
    },
    queries: () => queries,
  }
}
