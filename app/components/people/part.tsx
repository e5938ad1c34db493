// A part of a page with its own heading, and a list of facts: label and value.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'

type Props = { id: string; title: string; lead?: ReactNode; children: ReactNode }

export function Part({ id, title, lead, children }: Props) {
  return (
    <VStack as="section" gap="space-16" aria-labelledby={`${id}-title`} className="person-part">
      <div>
        <Heading size="small" level="2" id={`${id}-title`}>
          {title}
        </Heading>
        {lead !== undefined && <BodyShort className="subdued">{lead}</BodyShort>}
      </div>
      {children}
    </VStack>
  )
}

export type Fact = { key: string; label: string; text: string }

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="person-facts">
      {facts.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
