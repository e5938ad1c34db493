// Who works with the person now, and who did: what for, since when, on what basis, whom to call.
import { Form } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Shareable } from '#app/domain/people/permissions.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'

type Relation = {
  id: string
  organisationId: string
  organisation: string
  role: 'leads' | 'supports'
  caseworker: string
  phone: string
  shares: readonly Shareable[]
  basis: 'law' | 'consent' | null
  basisName: string
  said: string
  note: string
  since: number
  until: number | null
}

type Props = { now: readonly Relation[]; before: readonly Relation[]; mayEnd: (relation: Relation) => boolean }

export function Relations({ now, before, mayEnd }: Props) {
  const t = useText()
  const format = useFormat()
  return (
    <VStack gap="space-24">
      {now.map((relation) => (
        <RelationNow key={relation.id} relation={relation} mayEnd={mayEnd(relation)} />
      ))}
      {before.length > 0 && (
        <section aria-labelledby="worked-before">
          <Heading size="small" level="3" id="worked-before" spacing>
            {t('casework.involvement.before')}
          </Heading>
          <ul>
            {before.map(({ id, organisation, role, since, until }) => (
              <li key={id}>
                {organisation}: {t(`casework.involvement.did.${role}`)}, {format.instantDay(since)} –{' '}
                {until === null ? '' : format.instantDay(until)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </VStack>
  )
}

function RelationNow({ relation, mayEnd }: { relation: Relation; mayEnd: boolean }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const { id, organisation, role, shares, basis, basisName, said, note } = relation
  return (
    <VStack as="section" gap="space-12" aria-labelledby={id}>
      <Heading size="small" level="3" id={id}>
        {organisation}
      </Heading>
      <Facts
        facts={[
          { label: t('casework.involvement.role'), value: word('involvementRole', role) },
          { label: t('casework.involvement.since'), value: format.instantDay(relation.since) },
          {
            label: t('casework.people.caseworker'),
            value: (
              <>
                {relation.caseworker} <PhoneLink phone={relation.phone} />
              </>
            ),
          },
          { label: t('casework.involvement.shares'), value: shares.map((one) => word('dataClass', one)).join(', ') },
          {
            label: t('casework.involvement.basis'),
            value: [basis === null ? '' : word('involvementBasis', basis), basisName].filter((part) => part !== '').join(': '),
          },
          { label: t('casework.involvement.said'), value: said === '' ? '' : <span className="as-typed">{said}</span> },
          { label: t('casework.involvement.noteForYou'), value: note === '' ? '' : <span className="as-typed">{note}</span> },
        ]}
      />
      {mayEnd && (
        <details className="no-print">
          <summary>{t('casework.involvement.end')}</summary>
          <Form method="post">
            <VStack gap="space-12" align="start" paddingBlock="space-12">
              <BodyShort>{t('casework.involvement.endText')}</BodyShort>
              <input type="hidden" name="form" value="end" />
              <Submit name="relationId" value={id} variant="secondary">
                {t('casework.involvement.end')}
              </Submit>
            </VStack>
          </Form>
        </details>
      )}
    </VStack>
  )
}
