// Refusals that need an approval stand in the coordinators' list of things to do, and the answer in the employer's, which holds nothing else.
import { expect, test } from 'vitest'
import { loader as coordinatorTasks } from '#app/routes/tasks/coordinator.tsx'
import { action as employerTask, loader as employerTasks } from '#app/routes/tasks/employer.tsx'
import type { TaskLine } from '#db/tasks/list.ts'
import { answerOf, asked } from '#tests/support/app.ts'
import { anEmployerSession, aWholeDraft } from '#tests/support/employers/employer-session.ts'
import { aCoordinator, appWithRule, refusing, WHY } from '#tests/support/employers/refusals.ts'

async function decided(decision: 'approved' | 'refused') {
  const app = await appWithRule()
  const session = await anEmployerSession(app)
  const coordinator = await aCoordinator(app)
  const linesOf = async (loader: typeof employerTasks, address: string, cookie: string) =>
    ((await answerOf(loader(asked(app, address, { cookie })))).body as { rows: TaskLine[] }).rows
  const coordinators = () => linesOf(coordinatorTasks, '/coordinator/tasks', coordinator.cookie)
  const employers = () => linesOf(employerTasks, '/employer/tasks', session.cookie)
  const id = await aWholeDraft(session)
  await session.save(id, 'acceptance', { ...refusing(8), ...WHY })
  const asks = await coordinators()
  await coordinator.decide(id, decision)
  return { app, session, id, asks, coordinators, employers }
}

test('what was asked for waits for the coordinators until one decides, and the answer waits for the employer until it publishes', async () => {
  const { session, id, asks, coordinators, employers } = await decided('approved')
  expect(asks).toMatchObject([{ kind: 'approval', vacancyId: id, dueOn: '2026-11-28' }])
  expect(await coordinators()).toEqual([])
  expect(await employers()).toMatchObject([{ kind: 'approval_answer', vacancyId: id, candidateId: null }])
  expect((await session.publish(id)).status).toBe(303)
  expect(await employers()).toEqual([])
})

test('an answer that was read, or that other refusals have overtaken, waits no longer', async () => {
  const { app, session, id, employers, coordinators } = await decided('refused')
  const [answer] = await employers()
  const form = { taskId: answer?.id ?? '' }
  expect((await answerOf(employerTask(asked(app, '/employer/tasks', { cookie: session.cookie, form })))).status).toBe(303)
  expect(await employers()).toEqual([])
  await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
  expect((await coordinators()).map(({ kind }) => kind)).toEqual(['approval'])
  await session.save(id, 'acceptance', refusing(6))
  expect(await coordinators()).toEqual([])
})
