// `npm run bench -- NAME --json`: measures one thing in real databases of its own; the last line is one JSON object. Never a test: no limits here.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchImport } from './import.ts'
import { benchMatch } from './match.ts'
import { benchSearch } from './search.ts'
import { benchStore } from './store.ts'

const BENCHES: Record<string, (folder: string, flags: readonly string[]) => Promise<Record<string, unknown>>> = {
  import: benchImport,
  match: benchMatch,
  search: benchSearch,
  store: benchStore,
}

const [name = '', ...flags] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) {
  process.stderr.write(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]\n`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'tilts-bench-'))
try {
  const figures = await bench(folder, flags)
  if (!flags.includes('--json'))
    for (const [what, figure] of Object.entries(figures)) process.stdout.write(`${what}: ${JSON.stringify(figure)}\n`)
  process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
