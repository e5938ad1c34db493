// What an employer reads, part by part.
import { acceptance } from './employer/acceptance.ts'
import { figures } from './employer/figures.ts'
import { company, home, takeOver } from './employer/home.ts'
import { list, stale, summary, textCheck, vacancy } from './employer/vacancies.ts'
import { step, writing } from './employer/writing.ts'

export const employer = { acceptance, company, figures, home, list, stale, step, summary, takeOver, textCheck, vacancy, writing }
