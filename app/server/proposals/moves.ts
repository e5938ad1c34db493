// From a move of a proposal to an answer.
import type { Moved } from '#db/proposals/move.ts'
import type { Entered } from '#app/forms/parse-form.ts'
import { notFound, seeOther, unprocessable } from '../responses.ts'

/** @param path where the result is shown. */
export function answerMove(moved: Moved, entered: Entered, path: string) {
  if (moved === null) throw notFound()
  return moved.ok ? seeOther(path) : unprocessable({ form: moved.problem }, entered)
}
