// `npm run move -- --from LOCATION --to LOCATION [--json]`: copies everything into another database. Progress goes to stderr, the result to stdout.
import { parseArgs } from 'node:util'
import { printedLocation, parsedLocation, type DatabaseLocation } from '#db/transfer/database-location.ts'
import { copyDatabase, type CopyProgress } from '#db/transfer/copy.ts'
import { endingInASentence, momentText, runWhenStarted, tableLines, type CommandTerminal, type ExitCode } from './terminal.ts'

const USAGE = [
  'Usage: npm run move -- --from LOCATION --to LOCATION [--json]',
  'A LOCATION is sqlite:PATH or postgres://user:password@host:5432/name; the one to move to must be empty.',
]
const REPORTED_EVERY_ROWS = 50_000

type Wanted = { from: DatabaseLocation; to: DatabaseLocation; json: boolean }

function wantedFrom(args: readonly string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [from, to] = [parsedLocation(values.from ?? ''), parsedLocation(values.to ?? '')]
    return from && to ? { from, to, json: values.json } : null
  } catch {
    // What was typed is not repeated: a password may be in it.
    return null
  }
}

/** Not every batch: a line for each 50,000 rows, and the last. */
function reporter({ progress }: CommandTerminal): (made: CopyProgress) => void {
  let reported = 0
  return ({ step, done, total }) => {
    if (done < reported) reported = 0
    if (done < total && done - reported < REPORTED_EVERY_ROWS) return
    reported = done
    progress(`${String(done)} of ${String(total)} rows ${step}`)
  }
}

export async function moveCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    USAGE.forEach(terminal.progress)
    return 2
  }
  const { from, to, json } = wanted
  return endingInASentence(async () => {
    const { at, tables } = await copyDatabase(from, to, { now: terminal.now, onProgress: reporter(terminal) })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    tableLines(tables, '  same').forEach(terminal.out)
    terminal.out(`${String(rows)} rows in ${String(tables.length)} tables: every one is the same in ${printedLocation(to)}.`)
    terminal.out(
      `The copy is of ${momentText(at)}. What a running site wrote after that is not in it: stop the site before you move, then start it on the new database.`,
    )
    if (json) {
      const same = tables.map((table) => ({ ...table, same: true }))
      terminal.out(JSON.stringify({ from: printedLocation(from), to: printedLocation(to), at, rows, tables: same }))
    }
    return 0
  }, terminal)
}

await runWhenStarted(import.meta.url, moveCommand)
