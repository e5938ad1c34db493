// Every kind of page of a candidate.
import { testAccessibility } from '#tests/support/browser/accessibility.ts'
import { at, firstOf, type PageKind } from '#tests/support/browser/page-kinds.ts'

const PAGES: readonly PageKind[] = [
  { name: 'a person’s offers', opens: at('/me') },
  { name: 'an offer', opens: firstOf('/me') },
  { name: 'what is held about a person', opens: at('/me/about') },
  { name: 'everything that is held, to print', opens: at('/me/file?more=on') },
]

testAccessibility('candidate', PAGES)
