// A form folded under its title. It opens without JavaScript, and by itself when it was sent and has something to fix.
import type { ComponentProps } from 'react'
import { useSent } from './sent-form.tsx'

type Props = Omit<ComponentProps<'details'>, 'open' | 'title'> & {
  /** The name of the form inside. */
  form: string
  title: string
}

export function FoldedForm({ form, title, children, ...rest }: Props) {
  const sent = useSent(form)
  return (
    <details open={sent} {...rest}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
