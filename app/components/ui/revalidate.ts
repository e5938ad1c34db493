// What is read again after a form was sent.
import type { ShouldRevalidateFunction } from '@remix-run/react'

/** Also after a refused change, so that the page shows what is stored now; but when the site could not answer, loading again would put an error in the form's place. */
export const afterEveryAnswer: ShouldRevalidateFunction = ({ actionStatus }) => actionStatus !== 503
