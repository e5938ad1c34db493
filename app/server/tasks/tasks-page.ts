// What the lists of things to do of the three roles have in common.
import type { AppLoadContext } from '@remix-run/node'
import { acknowledgeTask, listTasks, type TaskActor } from '#db/tasks/list.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { taskForm, tasksAddress } from '#app/forms/tasks/task.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { notFound } from '../responses.ts'
import { seeSaved } from '../saved.ts'

export async function tasksPage(context: AppLoadContext, actor: TaskActor, request: Request) {
  const { at, ...filter } = parseAddress(tasksAddress, request.url)
  const now = context.now()
  return { ...filter, ...(await listTasks(context.store, context.master, actor, filter, at, now)), today: dayOf(now) }
}

export async function acknowledged(context: AppLoadContext, actor: TaskActor, request: Request, back: string) {
  const form = parseForm(taskForm, await request.formData())
  if (!form.ok || !(await acknowledgeTask(context.store, actor, form.data.taskId, context.now()))) throw notFound()
  return seeSaved(context, back)
}
