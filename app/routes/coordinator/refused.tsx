import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form as RemixForm, Link, useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { askAgain, listRejected, type RejectedRow } from '#db/search/rejected.ts'
import { CoordinatorSearchTabs } from '#app/components/search/coordinator-tabs.tsx'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { parseForm, type Problems } from '#app/forms/parse-form.ts'
import { refusedForm } from '#app/forms/search/coordinator.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  return listRejected(context.store, actor)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(refusedForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems)
  const asked = await askAgain(context.store, actor, form.data, context.now())
  return asked ? { asked: form.data.vacancyId } : unprocessable({ form: 'notAllowedNow' })
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.search.refused')

export default function Refused() {
  const t = useText()
  const { rows } = useLoaderData<typeof loader>()
  const answer = useActionData<{ asked?: string; problems?: Problems }>()
  const asked = rows.find(({ vacancyId }) => vacancyId === answer?.asked)
  return (
    <VStack gap="space-24">
      <CoordinatorSearchTabs page="refused" />
      <div role="status">
        {answer?.asked !== undefined && (
          <Notice kind="success">{t('coordinator.search.refusal.asked', { title: asked?.title ?? answer.asked })}</Notice>
        )}
        {answer?.problems !== undefined && <Notice kind="error">{t('coordinator.search.refusal.notThere')}</Notice>}
      </div>
      {rows.length === 0 ? (
        <BodyShort>{t('coordinator.search.refusal.empty')}</BodyShort>
      ) : (
        <>
          <BodyLong className="reading">{t('coordinator.search.refusal.lead')}</BodyLong>
          <Refusals rows={rows} />
        </>
      )}
    </VStack>
  )
}

function Refusals({ rows }: { rows: readonly RejectedRow[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.search.refusal.vacancy'),
            t('coordinator.search.refusal.engine'),
            t('coordinator.search.refusal.reason'),
            { name: t('coordinator.search.refusal.attempts'), align: 'right' },
            t('coordinator.search.refusal.since'),
            t('coordinator.search.refusal.act'),
          ]}
        />
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={`${row.engine} ${row.vacancyId}`}>
              <Table.HeaderCell scope="row">
                {row.title === null ? (
                  t('coordinator.search.refusal.gone', { id: row.vacancyId })
                ) : (
                  <Link to={paths.vacancy(row.vacancyId)}>{row.title}</Link>
                )}
                {row.employer !== null && <BodyShort size="small">{row.employer}</BodyShort>}
              </Table.HeaderCell>
              <Table.DataCell data-label={t('coordinator.search.refusal.engine')}>
                {t(`coordinator.search.refusal.engines.${row.engine}`)}
              </Table.DataCell>
              <Table.DataCell data-label={t('coordinator.search.refusal.reason')}>
                <span lang="en" className="said-by-engine">
                  {row.reason}
                </span>
              </Table.DataCell>
              <Table.DataCell align="right" data-label={t('coordinator.search.refusal.attempts')}>
                {format.number(row.attempts)}
              </Table.DataCell>
              <Table.DataCell data-label={t('coordinator.search.refusal.since')}>{format.day(dayOf(row.firstAt))}</Table.DataCell>
              <Table.DataCell>
                <Again row={row} />
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Again({ row }: { row: RejectedRow }) {
  const t = useText()
  if (row.waits) return t('coordinator.search.refusal.waits')
  return (
    <RemixForm method="post">
      <input type="hidden" name="engine" value={row.engine} />
      <Submit name="vacancyId" value={row.vacancyId} size="small" variant="secondary">
        {t('coordinator.search.refusal.again')}
        <span className="visually-hidden">: {row.title ?? row.vacancyId}</span>
      </Submit>
    </RemixForm>
  )
}
