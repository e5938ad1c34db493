// `npm run backup -- DIR [--json]`: progress goes to stderr, the result to stdout.
import { backupCommand } from './backup-command.ts'
import { leaveTidily, PROCESS_TERMINAL } from './terminal.ts'

leaveTidily()
process.exitCode = await backupCommand(process.argv.slice(2), PROCESS_TERMINAL)
