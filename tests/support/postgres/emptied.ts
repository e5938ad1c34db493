// PostgreSQL databases that the tests of one file use one after the other, with the connections open: emptying one takes a tenth of making one.
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import type { Store } from '#db/store/store.ts'
import { TABLES } from '#db/store/tables.ts'

/** Guards and references would refuse; only a superuser may step round them, as the user of the tests' own server is. */
const EMPTY = [
  'SET session_replication_role = replica',
  ...TABLES.map((table) => `DELETE FROM "${getTableConfig(table).name}"`),
  'ALTER SEQUENCE change_seq_seq RESTART',
].join(';\n')

type Opened = { url: string; store: Store }
type Kept = Opened & { cleaner: pg.Client }

const free: Kept[] = []

async function keep(opened: Opened): Promise<Kept> {
  const cleaner = new pg.Client({ connectionString: opened.url })
  await cleaner.connect()
  return { ...opened, cleaner }
}

/** A store with ids of its own on an empty database. @param open makes one, when none is free. */
export async function borrowed(open: () => Promise<Opened>, newId: () => string): Promise<Opened & { giveBack: () => Promise<void> }> {
  const kept = free.pop() ?? (await keep(await open()))
  const watching: (() => void)[] = []
  const store: Store = {
    ...kept.store,
    newId,
    watch: (look) => {
      const stop = kept.store.watch(look)
      watching.push(stop)
      return stop
    },
    close: () => Promise.resolve(),
  }
  return {
    url: kept.url,
    store,
    giveBack: async () => {
      for (const stop of watching) stop()
      await kept.cleaner.query(EMPTY)
      free.push(kept)
    },
  }
}
