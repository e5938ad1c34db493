// `npm run search -- rebuild | reconcile | status | explain "WORDS"`: progress goes to stderr, the result to stdout.
import { searchCommand } from './search-command.ts'
import { leaveTidily, PROCESS_TERMINAL } from './terminal.ts'

leaveTidily()
process.exitCode = await searchCommand(process.argv.slice(2), PROCESS_TERMINAL)
