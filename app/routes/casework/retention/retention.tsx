// Whose data will be erased soon, of the people the organisation leads; what is still needed is kept on.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { KEEPING_REASONS, WARNED_DAYS } from '#app/domain/people/retention.ts'
import { keepPerson, listNotices, type Notice } from '#db/people/retention/keeping.ts'
import { OneOf } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useOptions, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { keepForm, retentionAddress } from '#app/forms/people/retention.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { at } = parseAddress(retentionAddress, request.url)
  return listNotices(context.store, context.master, actor, at)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const form = parseForm(keepForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { candidateId, reason } = form.data
  if (!(await keepPerson(context.store, actor, candidateId, reason, context.now()))) throw notFound()
  return seeSaved(context, paths.casework.retention())
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'retention.own.title')

export default function Retention() {
  const t = useText()
  const { rows, previous, next, total } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('retention.own.title')}
      </Heading>
      <BodyLong>{t('retention.own.lead', { count: WARNED_DAYS })}</BodyLong>
      {rows.length === 0 ? (
        <BodyShort>{t('retention.own.empty')}</BodyShort>
      ) : (
        <ul className="plain-list">
          {rows.map((notice) => (
            <Line key={notice.candidateId} notice={notice} />
          ))}
        </ul>
      )}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

function Line({ notice: { candidateId, code, label, term, dueOn } }: { notice: Notice }) {
  const t = useText()
  const format = useFormat()
  const form = `keep-${candidateId}`
  return (
    <li>
      <VStack gap="space-4">
        <Link to={paths.casework.person(candidateId)}>{label === '' ? code : `${code}, ${label}`}</Link>
        <BodyShort size="small" className="subdued">
          {t(`retention.own.until.${term}`, { day: format.day(dueOn) })}
        </BodyShort>
        <FoldedForm form={form} title={t('retention.own.needed')}>
          <VStack paddingBlock="space-16" className="narrow">
            <Form name={form}>
              <input type="hidden" name="candidateId" value={candidateId} />
              <OneOf name="reason" label={t('retention.own.why')} options={useOptions('keepingReason', KEEPING_REASONS)} />
              <div>
                <Submit variant="secondary" size="small">
                  {t('retention.own.keep')}
                </Submit>
              </div>
            </Form>
          </VStack>
        </FoldedForm>
      </VStack>
    </li>
  )
}
