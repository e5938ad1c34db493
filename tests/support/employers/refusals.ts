// Refusals as an employer sends them by the form, and the coordinator who decides about them.
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { action as decide, loader as approvals } from '#app/routes/coordinator/approvals.tsx'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '../app.ts'
import { aMember, aRule } from '../rows.ts'
import { ALL_CASE_BY_CASE } from './employer-session.ts'

export function refusing(count: number, reason = 'law'): Record<string, string> {
  const refused = OFFENCE_FAMILIES.slice(0, count).flatMap((family): [string, string][] => [
    [`stances.${family}.stance`, 'not_for_this_job'],
    [`stances.${family}.reason`, reason],
    [`stances.${family}.article`, 'Izdomātais likums, 1. pants'],
  ])
  return { ...ALL_CASE_BY_CASE, ...Object.fromEntries(refused) }
}
export const WHY = { refusalExplanation: 'Darbs ir ostas slēgtajā zonā.' }

/** A verified rule of law bears out what `refusing` refuses. */
export async function appWithRule(): Promise<TestApp> {
  const app = await testApp()
  await aRule(app.store)
  return app
}

export async function aCoordinator(app: TestApp) {
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  const page = async (at = '') =>
    (await answerOf(approvals(asked(app, `/coordinator/approvals?at=${at}`, { cookie })))).body as Awaited<ReturnType<typeof approvals>>
  return {
    cookie,
    page,
    decide: async (vacancyId: string, decision: string, answer = decision === 'refused' ? 'Nav vajadzīgs.' : '') => {
      const askedAt = String((await page()).rows.find((one) => one.vacancyId === vacancyId)?.askedAt ?? NOW)
      return answerOf(decide(asked(app, '/coordinator/approvals', { cookie, form: { form: vacancyId, askedAt, decision, answer } })))
    },
  }
}
