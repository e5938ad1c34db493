import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { ViewInShort } from '#app/components/proposals/anonymous-profile.tsx'
import { Choices } from '#app/components/ui/choices.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { StateTag } from '#app/components/proposals/proposal-state.tsx'
import { EMPLOYER_FILTERS } from '#app/domain/shared/lists.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { employerProposalsAddress } from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const { filter, at } = parseAddress(employerProposalsAddress, request.url)
  const { rows: lines, ...list } = await listEmployerProposals(context.store, actor, { filter, at })
  return { filter, lines, ...list }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'proposals.title')

type Lines = ReturnType<typeof useLoaderData<typeof loader>>['lines']

function Line({ line, withDeadline }: { line: Lines[number]; withDeadline: boolean }) {
  const t = useText()
  const format = useFormat()
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to={paths.employer.proposal(line.id)} className="code">
          {line.code}
        </Link>
      </Table.HeaderCell>
      <Table.DataCell>{line.vacancyTitle}</Table.DataCell>
      <Table.DataCell>
        <ViewInShort toDiscuss={line.toDiscuss} />
      </Table.DataCell>
      <Table.DataCell>
        <StateTag state={line.state} />
      </Table.DataCell>
      <Table.DataCell data-label={t('proposals.waitingSince')}>{format.day(line.since)}</Table.DataCell>
      {withDeadline && (
        <Table.DataCell data-label={t('proposals.answerBy')}>{line.answerBy === null ? '' : format.day(line.answerBy)}</Table.DataCell>
      )}
    </Table.Row>
  )
}

export default function Proposals() {
  const t = useText()
  const { filter, total, lines, previous, next } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <Heading size="large" level="1">
        {t('proposals.title')}
      </Heading>
      <Choices
        label={t('proposals.state')}
        chosen={filter}
        choices={EMPLOYER_FILTERS.map((value) => ({
          value,
          label: t(`proposals.filter.${value}`),
          to: paths.employer.proposals({ filter: value }),
        }))}
      />
      {lines.length === 0 ? (
        <BodyLong>{t(`proposals.empty.${filter}`)}</BodyLong>
      ) : (
        <div className="scroll-x">
          <Table className="stacks">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('proposals.code')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('proposals.vacancy')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('proposals.inShort')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('proposals.state')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('proposals.waitingSince')}</Table.HeaderCell>
                {filter === 'waiting' && <Table.HeaderCell scope="col">{t('proposals.answerBy')}</Table.HeaderCell>}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {lines.map((line) => (
                <Line key={line.id} line={line} withDeadline={filter === 'waiting'} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}
