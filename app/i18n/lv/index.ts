// Every text of this language, by area.
import { account } from './account.ts'
import { candidate } from './candidate.ts'
import { casework } from './casework.ts'
import { common } from './common.ts'
import { coordinator } from './coordinator.ts'
import { employer } from './employer.ts'
import { match } from './match.ts'
import { pages } from './pages.ts'
import { problems } from './problems.ts'
import { proposals } from './proposals.ts'
import { retention } from './retention.ts'
import { tasks } from './tasks.ts'
import { words } from './words.ts'

export const messages = {
  account,
  candidate,
  casework,
  common,
  coordinator,
  employer,
  match,
  pages,
  problems,
  proposals,
  retention,
  tasks,
  words,
}
