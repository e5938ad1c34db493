// `npm run import -- nva FILE.json [--json]`: progress goes to stderr, the result to stdout.
import { importCommand } from '../import-command.ts'

process.exitCode = await importCommand(process.argv.slice(2), {
  env: process.env,
  now: Date.now(),
  out: (line) => {
    process.stdout.write(`${line}\n`)
  },
  progress: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
