// The problem of the form that was sent last, where that form may be folded or no longer on the page.
import { useEffect, useRef } from 'react'
import { useActionData } from '@remix-run/react'
import type { Entered, Problems } from '#app/forms/parse-form.ts'
import { useProblemText } from './form.tsx'
import { Notice } from './notice.tsx'

type Answer = { problems?: Problems; entered?: Entered }

/** Whether the form of this name was sent and has something to fix: it is shown unfolded. */
export function useSent(form: string): boolean {
  return useActionData<Answer>()?.entered?.form === form
}

/** Somebody else saved meanwhile: the page shows what is stored now. */
export function useStale(): boolean {
  return useActionData<Answer>()?.problems?.form === 'stale'
}

/**
 * For a form that came too late and is no longer on the page to say so. A warning, not an error: there is nothing that the person could mend,
 * and the page shows what can be done now.
 */
export function GoneForm({ formsHere }: { formsHere: readonly (string | null)[] }) {
  const problemText = useProblemText()
  const answer = useActionData<Answer>()
  const problem = answer?.problems?.form
  const gone = problem !== undefined && !formsHere.includes(String(answer?.entered?.form))
  const notice = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone, perhaps far below.
  useEffect(() => {
    if (gone) notice.current?.focus()
  }, [answer, gone])
  if (!gone) return null
  return (
    <div role="alert" ref={notice} tabIndex={-1}>
      {/* Without its form nothing typed is kept, so only this can be said. */}
      <Notice kind="warning">{problemText(problem === 'stale' ? 'notAllowedNow' : problem)}</Notice>
    </div>
  )
}
