// An employer who is signed in, with short ways to open its pages and to send its forms.
import { action as newVacancy } from '#app/routes/employer/new-vacancy.tsx'
import { action as vacancyAction, loader as vacancyLoader } from '#app/routes/employer/vacancy.tsx'
import { action as stepAction, loader as stepLoader } from '#app/routes/employer/vacancy-step.tsx'
import { action as summaryAction, loader as summaryLoader } from '#app/routes/employer/vacancy-summary.tsx'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { answerOf, asked, cookieOf, type TestApp } from '../app.ts'
import { aMember, anEmployer } from '../rows.ts'

type Form = Record<string, string | string[]>
type EmployerMore = Parameters<typeof anEmployer>[1]

export const JOB = {
  title: 'Noliktavas darbinieks',
  occupation: '4321',
  description: 'Preču pieņemšana.',
  positions: '2',
  contract: 'permanent',
}
export const PLACE = {
  municipality: 'liepaja',
  place: 'Liepāja',
  address: 'Parauga iela 1',
  shifts: ['day', 'evening'],
  hoursPerWeek: '40',
  startOn: '',
}
export const PAY = { payFrom: '950', payTo: '1200', payPeriod: 'month' }
export const ALL_CASE_BY_CASE = Object.fromEntries(OFFENCE_FAMILIES.map((family) => [`stances.${family}.stance`, 'case_by_case']))

/** A member of an employer, verified unless said otherwise. */
export async function anEmployerSession(app: TestApp, more: EmployerMore = {}) {
  const employer = await anEmployer(app.store, more)
  const { membershipId, accountId } = await aMember(app.store, { role: 'employer', employerId: employer.id })
  return sessionOf(app, { employer, membershipId, accountId })
}

/** Signs the member in, again when the session ran out. */
export async function sessionOf<Who extends { membershipId: string }>(app: TestApp, who: Who) {
  const cookie = await cookieOf(app, { membershipId: who.membershipId })
  const at = (id: string) => `/employer/vacancies/${id}`
  const open = async (id: string) =>
    (await answerOf(vacancyLoader(asked(app, at(id), { cookie, params: { id } })))) as { status: number; body: Shown }
  const openStep = async (id: string, step: string) =>
    (await answerOf(stepLoader(asked(app, `${at(id)}/${step}`, { cookie, params: { id, step } })))) as { status: number; body: OpenStep }
  return {
    ...who,
    cookie,
    open,
    openStep,
    begin: async (form: Form = JOB) => answerOf(newVacancy(asked(app, '/employer/vacancies/new', { cookie, form }))),
    send: async (id: string, step: string, form: Form) =>
      answerOf(stepAction(asked(app, `${at(id)}/${step}`, { cookie, params: { id, step }, form }))),
    /** With the version and base of the page as it is now. */
    save: async (id: string, step: string, form: Form) => {
      const { version, base } = (await openStep(id, step)).body
      return answerOf(
        stepAction(asked(app, `${at(id)}/${step}`, { cookie, params: { id, step }, form: { version: String(version), base, ...form } })),
      )
    },
    summary: async (id: string) =>
      (await answerOf(summaryLoader(asked(app, `${at(id)}/summary`, { cookie, params: { id } })))) as { status: number; body: Summary },
    publish: async (id: string, form: Form = {}) => {
      const { body } = await answerOf(summaryLoader(asked(app, `${at(id)}/summary`, { cookie, params: { id } })))
      const version = String((body as Summary).version)
      return answerOf(summaryAction(asked(app, `${at(id)}/summary`, { cookie, params: { id }, form: { version, ...form } })))
    },
    move: async (id: string, move: string) => answerOf(vacancyAction(asked(app, at(id), { cookie, params: { id }, form: { move } }))),
  }
}

type Shown = { shown: string; title: string; expiresAt: number | null; proposals: { live: number } }
type OpenStep = {
  version: number
  base: string
  initial: Record<string, string | string[]>
  acceptance: { figures: unknown } | null
  writing: boolean
}
type Summary = {
  version: number
  state: string
  gaps: string[]
  approval: { state: string; answer: string }
  findings: { kind: string }[]
  content: Record<string, unknown>
}

/** The id in an address like `/employer/vacancies/t7/place`. */
export function idIn(location: string | null): string {
  return location?.split('/')[3] ?? ''
}

/** A draft in which everything that publishing needs is said. @returns its id. */
export async function aWholeDraft(session: Awaited<ReturnType<typeof anEmployerSession>>): Promise<string> {
  const id = idIn((await session.begin()).location)
  await session.save(id, 'place', PLACE)
  await session.save(id, 'pay', PAY)
  await session.save(id, 'acceptance', ALL_CASE_BY_CASE)
  return id
}
