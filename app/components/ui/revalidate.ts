// What is read again after a form was sent.
import type { ShouldRevalidateFunction } from '@remix-run/react'

/** Also what was refused shows what stands now; but when the site could not answer, asking more would put an error in the form's place. */
export const afterEveryAnswer: ShouldRevalidateFunction = ({ actionStatus }) => actionStatus !== 503
