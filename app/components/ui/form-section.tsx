// A part of a page that holds one form: its title, what it changes, the form.
import type { ReactNode } from 'react'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'

type Props = { id: string; title: string; lead?: string; className?: string; children: ReactNode }

export function FormSection({ id, title, lead, className, children }: Props) {
  return (
    <section aria-labelledby={id} className={className}>
      <Heading size="small" level="2" id={id} spacing>
        {title}
      </Heading>
      {lead !== undefined && <BodyShort spacing>{lead}</BodyShort>}
      {children}
    </section>
  )
}
