// A trigger that writes down, in the transaction of each change of a person's row, which organisations worked with the person at that moment.
import { asc, eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Engine } from '#db/store/migrations.ts'
import type { Store } from '#db/store/store.ts'

const witness = sqliteTable('witness', {
  candidateId: text('candidate_id').notNull(),
  version: integer('version').notNull(),
  working: text('working'),
})

const working = (together: string) =>
  `INSERT INTO witness SELECT new.id, new.version, (SELECT ${together}(role || ' ' || organisation_id, ',') FROM involvement WHERE candidate_id = new.id AND until IS NULL)`

const TRIGGER: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [`CREATE TRIGGER witness_version AFTER UPDATE OF version ON candidate BEGIN ${working('group_concat')}; END`],
  postgres: [
    `CREATE FUNCTION witness_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${working('string_agg')}; RETURN new; END $$`,
    'CREATE TRIGGER witness_version AFTER UPDATE OF version ON candidate FOR EACH ROW EXECUTE FUNCTION witness_version()',
  ],
}

export async function placeWitness(store: Store, engine: Engine): Promise<void> {
  const statements = ['CREATE TABLE witness (candidate_id text, version integer, working text)', ...TRIGGER[engine]]
  await store.write(async (tx) => {
    for (const statement of statements) await tx.run(sql.raw(statement))
  })
}

/** @param working `leads ORGANISATION` and `supports ORGANISATION` */
export type Witnessed = { version: number; working: string[] }

/** In the order of the versions. */
export async function witnessed(store: Store, candidateId: string): Promise<Witnessed[]> {
  const rows = await store.read((db) => db.select().from(witness).where(eq(witness.candidateId, candidateId)).orderBy(asc(witness.version)))
  return rows.map(({ version, working }) => ({ version, working: (working ?? '').split(',') }))
}
