// A person's own pages, in Russian.
import { about } from './candidate/about.ts'
import { entry } from './candidate/entry.ts'
import { file } from './candidate/file.ts'
import { held } from './candidate/held.ts'
import { proposals } from './candidate/proposals.ts'

export const candidate = { about, entry, file, held, proposals }
