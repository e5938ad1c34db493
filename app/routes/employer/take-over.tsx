import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listImportedFor, takeOverVacancy } from '#db/vacancies/take-over.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { takeOverForm } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  return { verified: actor.verification === 'verified', lines: await listImportedFor(context.store, actor) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const form = parseForm(takeOverForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (!(await takeOverVacancy(context.store, actor, form.data.vacancy, context.now()))) throw notFound()
  return seeSaved(context, paths.employer.vacancy(form.data.vacancy))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.takeOver.title')

/** The same vacancy where it came from. */
const inRegister = (sourceId: string) => `https://cvvp.nva.gov.lv/#/pub/vakances/${encodeURIComponent(sourceId)}`

export default function TakeOver() {
  const t = useText()
  const format = useFormat()
  const { verified, lines } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <Heading size="large" level="1">
        {t('employer.takeOver.title')}
      </Heading>
      <BodyLong className="reading">{t('employer.takeOver.lead')}</BodyLong>
      {!verified && <Notice kind="warning">{t('employer.takeOver.unverified')}</Notice>}
      {verified && lines.length === 0 && <BodyLong>{t('employer.takeOver.nothing')}</BodyLong>}
      {lines.length > 0 && (
        <Form>
          <div className="scroll-x">
            <Table className="stacks">
              <TableHead
                columns={[
                  t('employer.takeOver.vacancy'),
                  t('employer.takeOver.place'),
                  t('employer.takeOver.until'),
                  t('employer.takeOver.take'),
                ]}
              />
              <Table.Body>
                {lines.map((line) => (
                  <Table.Row key={line.id}>
                    <Table.HeaderCell scope="row">
                      {line.title}
                      <div className="line-note">
                        {line.sourceEmployer} · <a href={inRegister(line.sourceId)}>{t('employer.takeOver.inRegister')}</a>
                      </div>
                    </Table.HeaderCell>
                    <Table.DataCell>{line.place}</Table.DataCell>
                    <Table.DataCell data-label={t('employer.takeOver.until')}>
                      {line.expiresAt === null ? '' : format.instantDay(line.expiresAt)}
                    </Table.DataCell>
                    <Table.DataCell>
                      <Submit name="vacancy" value={line.id} size="small" variant="secondary">
                        {t('employer.takeOver.take')}
                        <span className="visually-hidden">: {line.title}</span>
                      </Submit>
                    </Table.DataCell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </div>
        </Form>
      )}
    </VStack>
  )
}
