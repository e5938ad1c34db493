// Every kind of page of an employer.
import { testAccessibility } from '#tests/support/browser/accessibility.ts'
import { at, firstOf, partOfFirst, type PageKind } from '#tests/support/browser/page-kinds.ts'

const PAGES: readonly PageKind[] = [
  { name: 'the employer’s home', opens: at('/employer') },
  { name: 'the employer’s vacancies', opens: at('/employer/vacancies') },
  { name: 'an own vacancy', opens: firstOf('/employer/vacancies?state=published') },
  { name: 'the step of requirements', opens: partOfFirst('/employer/vacancies?state=published', 'requirements') },
  { name: 'the step of acceptance', opens: partOfFirst('/employer/vacancies?state=published', 'acceptance') },
  { name: 'the summary before publishing', opens: partOfFirst('/employer/vacancies?state=published', 'summary') },
  { name: 'the list of proposals', opens: at('/employer/proposals?filter=live') },
  { name: 'a coded proposal', opens: firstOf('/employer/proposals?filter=live') },
  { name: 'the firm’s colleagues', opens: at('/employer/colleagues') },
  { name: 'the company', opens: at('/employer/company') },
]

testAccessibility('employer', PAGES)
