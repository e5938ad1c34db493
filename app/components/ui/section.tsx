// Pages of information: a title with a lead, sections under headings, lists of points.
import type { ReactNode } from 'react'
import { List } from '@navikt/ds-react/List'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <VStack gap="space-8" as="section">
      <Heading size="small" level="2">
        {title}
      </Heading>
      {children}
    </VStack>
  )
}

/** `ordered`: steps, one after another. */
export function Points({ points, ordered = false }: { points: readonly string[]; ordered?: boolean }) {
  return (
    <List as={ordered ? 'ol' : 'ul'}>
      {points.map((point) => (
        <List.Item key={point}>{point}</List.Item>
      ))}
    </List>
  )
}

export function InfoPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-16">
        <Heading size="large" level="1">
          {title}
        </Heading>
        <BodyLong size="large">{lead}</BodyLong>
      </VStack>
      {children}
    </VStack>
  )
}
