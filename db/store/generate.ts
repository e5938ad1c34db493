// `npm run db:generate -- --name NAME`: writes the next migration of both engines from the one definition of the tables.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as kit from 'drizzle-kit/api'
import * as schema from '#db/schema/index.ts'
import { guardStatements } from './guards.ts'
import { migrationsOf, type Engine } from './migrations.ts'
import { postgresTables } from './postgres/postgres-tables.ts'

const BREAK = ';\n--> statement-breakpoint\n'
const GUARDS = '-- The guards that the database keeps itself (db/store/guards.ts).\n'

type Entry = { idx: number; version: string; when: number; tag: string; breakpoints: true }
type Journal = { version: string; dialect: string; entries: Entry[] }

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function journalOf(engine: Engine): Journal {
  const file = join(migrationsOf(engine), 'meta', '_journal.json')
  if (existsSync(file)) return readJson(file) as Journal
  return { version: '7', dialect: engine === 'sqlite' ? 'sqlite' : 'postgresql', entries: [] }
}

/** What drizzle-kit remembers of the tables; its own types need packages that are not installed here. */
type Snapshot = { id: string }
type Compare = {
  snapshot: (tables: object, after?: string) => Snapshot | Promise<Snapshot>
  statements: (before: Snapshot, after: Snapshot) => Promise<string[]>
  tables: () => object
}

const COMPARE: Record<Engine, Compare> = {
  sqlite: { snapshot: kit.generateSQLiteDrizzleJson as never, statements: kit.generateSQLiteMigration as never, tables: () => schema },
  postgres: { snapshot: kit.generateDrizzleJson as never, statements: kit.generateMigration as never, tables: postgresTables },
}

/** Their paths, oldest first; none where no migration was made yet. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

function lastSnapshot(engine: Engine): Snapshot | null {
  const last = filesIn(join(migrationsOf(engine), 'meta'), '_snapshot.json').at(-1)
  return last === undefined ? null : (readJson(last) as Snapshot)
}

/** The statements that bring the tables of the last migration to the current definition; none when they agree. */
async function tableChanges(engine: Engine): Promise<{ statements: string[]; snapshot: Snapshot }> {
  const { snapshot, statements, tables } = COMPARE[engine]
  const before = lastSnapshot(engine) ?? (await snapshot({}))
  const after = await snapshot(tables(), before.id)
  return { statements: await statements(before, after), snapshot: after }
}

function lastGuards(engine: Engine): string {
  const texts = filesIn(migrationsOf(engine), '.sql').map((file) => readFileSync(file, 'utf8'))
  const last = texts.findLast((text) => text.includes(GUARDS))
  return last?.slice(last.indexOf(GUARDS)).trim() ?? ''
}

/**
 * A rebuilt table goes on counting where the old one was, also when its last rows are gone: SQLite keeps the number beside the table, and would
 * forget it with the old one.
 */
export function keepingCounters(statements: readonly string[]): string[] {
  return statements.flatMap((statement) => {
    const [, name] = /^CREATE TABLE `__new_(\w+)` \([^;]* AUTOINCREMENT /.exec(statement) ?? []
    if (name === undefined) return [statement]
    return [statement, `INSERT INTO sqlite_sequence (name, seq) SELECT '__new_${name}', seq FROM sqlite_sequence WHERE name = '${name}'`]
  })
}

/** The text of the next migration, or null when the last one is up to date. */
export async function nextMigration(engine: Engine): Promise<{ text: string; snapshot: Snapshot } | null> {
  const { statements, snapshot } = await tableChanges(engine)
  const guards = `${GUARDS}${guardStatements(engine).join(BREAK)};`
  const rebuilt = statements.some((statement) => /\bDROP TABLE\b/i.test(statement))
  const withGuards = rebuilt || guards !== lastGuards(engine)
  const tables = keepingCounters(statements)
    .map((statement) => statement.replace(/;\s*$/, ''))
    .join(BREAK)
  const parts = [...(statements.length > 0 ? [`${tables};`] : []), ...(withGuards ? [guards] : [])]
  return parts.length === 0 ? null : { text: `${parts.join('\n--> statement-breakpoint\n')}\n`, snapshot }
}

async function generate(engine: Engine, name: string): Promise<string | null> {
  const next = await nextMigration(engine)
  if (!next) return null
  const journal = journalOf(engine)
  const idx = journal.entries.length
  const tag = `${String(idx).padStart(4, '0')}_${name}`
  const folder = migrationsOf(engine)
  mkdirSync(join(folder, 'meta'), { recursive: true })
  // Migrations are applied in the order of these times: later than the last one, even if the clock of this machine is behind.
  const when = Math.max(Date.now(), (journal.entries.at(-1)?.when ?? 0) + 1)
  const entries = [...journal.entries, { idx, version: journal.version, when, tag, breakpoints: true as const }]
  writeFileSync(join(folder, `${tag}.sql`), next.text)
  writeFileSync(join(folder, 'meta', `${tag.slice(0, 4)}_snapshot.json`), `${JSON.stringify(next.snapshot, null, 2)}\n`)
  writeFileSync(join(folder, 'meta', '_journal.json'), `${JSON.stringify({ ...journal, entries }, null, 2)}\n`)
  return join(folder, `${tag}.sql`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--name')
  const name = at < 0 ? undefined : process.argv[at + 1]
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    process.stderr.write('Give the migration a name in small letters: npm run db:generate -- --name add_something\n')
    process.exit(1)
  }
  for (const engine of ['sqlite', 'postgres'] as const) {
    const written = await generate(engine, name)
    process.stdout.write(`${engine}: ${written ?? 'nothing to do'}\n`)
  }
}
