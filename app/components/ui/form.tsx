// A form as a person meets it: a summary of what to fix that takes the focus, problems beside their fields, what was typed kept.
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { Form as RemixForm, useActionData, useNavigation, type FormProps } from '@remix-run/react'
import { Button, type ButtonProps } from '@navikt/ds-react/Button'
import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { VStack } from '@navikt/ds-react/Stack'
import type { Entered, Problem, Problems } from '#app/forms/parse-form.ts'
import { uncapitalised } from '#app/i18n/capitalised.ts'
import { textOf } from '#app/i18n/translate.ts'
import { useLanguage } from './i18n.tsx'
import { Notice } from './notice.tsx'

/** What a problem of the field is about, where its own words would not tell. */
type SubjectOf = (field: string) => string | null
type FormState = { problems: Problems; entered: Entered | null; initial: Entered; name: string }
const NOTHING: FormState = { problems: {}, entered: null, initial: {}, name: '' }
const FormContext = createContext<FormState>(NOTHING)

/** A problem in the page's language. */
export function useProblemText(): (problem: Problem) => string {
  const language = useLanguage()
  return (problem) => {
    const [key = 'invalid', query] = problem.split('?')
    const values = Object.fromEntries(
      [...new URLSearchParams(query ?? '')].map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]),
    )
    return textOf(language, `problems.${key}`, values)
  }
}

/** Ids of fields on one page: the form's name keeps two forms apart. */
function fieldId(form: string, field: string): string {
  const id = field.replace(/\W+/g, '-')
  return form ? `${form}-${id}` : id
}

/** Of a form on this page, for a button that stands outside it. */
export function formId(name = ''): string {
  return fieldId(name, 'form')
}

/** What the action said of this form. With several forms on a page each has a name, sent along as `form`. */
function useFormState(name: string, initial: Entered): FormState {
  const answer = useActionData<{ problems?: Problems; entered?: Entered }>()
  if (!answer?.problems) return { ...NOTHING, initial, name }
  const entered = answer.entered ?? {}
  if (name !== '' && entered.form !== name) return { ...NOTHING, initial, name }
  return { problems: answer.problems, entered, initial, name }
}

/**
 * How often this form was sent and taken. Its fields begin anew each time, as on a page that was loaded again: what was sent must not stand
 * there as if it were for what comes next.
 */
function useTimesTaken(name: string): number {
  const { state, formData } = useNavigation()
  const refused = useActionData<{ problems?: Problems }>()?.problems !== undefined
  const [times, setTimes] = useState(0)
  const sent = useRef(false)
  const sending = state === 'submitting' && (formData?.get('form') ?? '') === name
  useEffect(() => {
    if (sending) sent.current = true
    if (state !== 'idle' || !sent.current) return
    sent.current = false
    if (!refused) setTimes((before) => before + 1)
  }, [sending, state, refused])
  return times
}

type Props = Omit<FormProps, 'name' | 'method'> & {
  /** Set when a page has several forms. */
  name?: string
  /** What the fields hold before anything is typed. */
  initial?: Entered
  /** Said before a problem in the summary. */
  subjectOf?: SubjectOf
  children: ReactNode
}

/** Posts to its own page. Works without JavaScript; hydrated, it posts in the background. */
export function Form({ name = '', initial = {}, subjectOf = () => null, children, ...rest }: Props) {
  const state = useFormState(name, initial)
  const taken = useTimesTaken(name)
  return (
    <FormContext.Provider value={state}>
      <RemixForm key={taken} id={formId(name)} method="post" noValidate {...rest}>
        <VStack gap="space-24">
          {name !== '' && <input type="hidden" name="form" value={name} />}
          <Problems subjectOf={subjectOf} />
          {children}
        </VStack>
      </RemixForm>
    </FormContext.Provider>
  )
}

const after = (subject: string | null, text: string) => (subject === null ? text : `${subject}: ${uncapitalised(text)}`)

function Problems({ subjectOf }: { subjectOf: SubjectOf }) {
  const problemText = useProblemText()
  const { problems, name } = useContext(FormContext)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    summary.current?.focus()
  }, [problems])
  const fields = Object.entries(problems)
  if (fields.length === 0) return null
  if (problems.form === 'unavailable') {
    return (
      <div ref={summary} tabIndex={-1} role="alert">
        <Notice kind="warning">{problemText(problems.form)}</Notice>
      </div>
    )
  }
  return (
    // The browser itself moves the focus here when there is no JavaScript.
    <ErrorSummary ref={summary} autoFocus>
      {fields.map(([field, problem]) => (
        <ErrorSummary.Item key={field} href={`#${fieldId(name, field)}`}>
          {after(subjectOf(field), problemText(problem))}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  )
}

export type Field = {
  id: string
  problem: Problem | undefined
  /** The problem in words. */
  error: string | undefined
  /** The text to show: typed, else what was there before. */
  value: string
  /** For repeated fields. */
  values: readonly string[]
}

/** Everything a field needs to know of its form. */
export function useField(name: string): Field {
  const problemText = useProblemText()
  const form = useContext(FormContext)
  const problem = form.problems[name]
  const value = form.entered ? form.entered[name] : form.initial[name]
  const values = value === undefined ? [] : [value].flat()
  return {
    id: fieldId(form.name, name),
    problem,
    error: problem === undefined ? undefined : problemText(problem),
    value: values.at(-1) ?? '',
    values,
  }
}

/** What the fields hold when the page is shown: what was typed, else what was there before. */
export function useEntered(): Entered {
  const { entered, initial } = useContext(FormContext)
  return entered ?? initial
}

/** The values of several fields, for a page whose layout depends on them. */
export function useValues(names: readonly string[]): string[] {
  const values = useEntered()
  return names.map((name) => [values[name] ?? ''].flat().at(-1) ?? '')
}

/** The button that sends; shows that it is busy, and cannot be pressed twice. `name`/`value` say which change is meant. */
export function Submit({ children, ...rest }: ButtonProps) {
  const { state, formData } = useNavigation()
  const mine = rest.name === undefined || formData?.get(rest.name) === rest.value
  return (
    <Button type="submit" {...rest} loading={state === 'submitting' && mine}>
      {children}
    </Button>
  )
}
