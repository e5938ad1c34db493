// `npm run import -- nva FILE.json [--json]`: progress goes to stderr, the result to stdout.
import { importCommand } from './import-command.ts'
import { PROCESS_TERMINAL } from './terminal.ts'

process.exitCode = await importCommand(process.argv.slice(2), PROCESS_TERMINAL)
