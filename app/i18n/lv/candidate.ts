// A person's own pages, in Latvian.
import { about } from './candidate/about.ts'
import { entry } from './candidate/entry.ts'
import { held } from './candidate/held.ts'
import { offers } from './candidate/offers.ts'

export const candidate = { about, entry, held, offers }
