// Public pages.
import { about } from './pages/about.ts'
import { acceptance } from './pages/acceptance.ts'
import { front } from './pages/front.ts'
import { search } from './pages/search.ts'
import { vacancy } from './pages/vacancy.ts'

export const pages = { about, acceptance, front, search, vacancy }
