// `npm run move -- --from PLACE --to PLACE [--json]`: progress goes to stderr, the result to stdout.
import { moveCommand } from './move-command.ts'
import { leaveTidily, PROCESS_TERMINAL } from './terminal.ts'

leaveTidily()
process.exitCode = await moveCommand(process.argv.slice(2), PROCESS_TERMINAL)
