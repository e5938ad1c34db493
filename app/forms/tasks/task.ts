// The address of a list of things to do, and the button under what needs nothing but to be read.
import { z } from 'zod'
import { choice, id, listCursor } from '../fields.ts'

export const tasksAddress = z.object({
  show: choice(['open', 'done']).catch('open'),
  whose: choice(['mine', 'all']).catch('mine'),
  at: listCursor,
})

export const taskForm = z.object({ taskId: id })
