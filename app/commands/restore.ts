// `npm run restore -- FILE [--replace] [--json]`: progress goes to stderr, the result to stdout.
import { restoreCommand } from './restore-command.ts'
import { leaveTidily, PROCESS_TERMINAL } from './terminal.ts'

leaveTidily()
process.exitCode = await restoreCommand(process.argv.slice(2), PROCESS_TERMINAL)
