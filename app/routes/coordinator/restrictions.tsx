import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listRules, type RuleRow } from '#db/matching/restrictions.ts'
import { RuleVerification, useRuleSubject } from '#app/components/matching/rule-text.tsx'
import { Choices } from '#app/components/ui/choices.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { rulesAddress } from '#app/forms/organisations/coordinator.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const query = parseAddress(rulesAddress, request.url)
  return { rules: await listRules(context.store, actor, query, context.now()), retired: query.retired }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.rule.title')

export default function Restrictions() {
  const t = useText()
  const { rules, retired } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <HStack gap="space-16" justify="space-between" align="center">
        <Heading size="large" level="1">
          {t('coordinator.rule.title')}
        </Heading>
        <Button as={Link} to={paths.coordinator.newRestriction()} variant="secondary">
          {t('coordinator.rule.new')}
        </Button>
      </HStack>
      <BodyLong className="reading">{t('coordinator.rule.lead')}</BodyLong>
      <Choices
        label={t('coordinator.state.filter')}
        chosen={retired ? 'retired' : 'inForce'}
        choices={[
          { value: 'inForce', label: t('coordinator.rule.inForce'), to: paths.coordinator.restrictions() },
          { value: 'retired', label: t('coordinator.rule.retired'), to: paths.coordinator.restrictions({ retired: 'yes' }) },
        ]}
      />
      {rules.length === 0 ? <BodyShort>{t('coordinator.rule.empty')}</BodyShort> : <Rules rules={rules} />}
    </VStack>
  )
}

function Rules({ rules }: { rules: readonly (RuleRow & { usedIn: number })[] }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const subject = useRuleSubject()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.rule.article'),
            t('coordinator.rule.subject'),
            t('coordinator.rule.family'),
            t('coordinator.rule.effect'),
            t('coordinator.rule.verified'),
            { name: t('coordinator.rule.usedIn'), align: 'right' },
          ]}
        />
        <Table.Body>
          {rules.map((rule) => (
            <Table.Row key={rule.id}>
              <Table.HeaderCell scope="row">
                <Link to={paths.coordinator.restriction(rule.id)}>{rule.article}</Link>
              </Table.HeaderCell>
              <Table.DataCell>{subject(rule)}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.rule.family')}>
                {rule.family === null ? t('coordinator.rule.familyAny') : word('offenceFamily', rule.family)}
              </Table.DataCell>
              <Table.DataCell data-label={t('coordinator.rule.effect')}>{word('restrictionEffect', rule.effect)}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.rule.verified')}>
                <RuleVerification rule={rule} />
              </Table.DataCell>
              <Table.DataCell align="right" data-label={t('coordinator.rule.usedIn')}>
                {format.number(rule.usedIn)}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
