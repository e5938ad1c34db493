import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form as RemixForm, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { decideEmployer, listEmployers, type EmployerRow } from '#db/employers/verification.ts'
import { StateLinks, StateTag } from '#app/components/organisations/verification.tsx'
import { RegisterLink } from '#app/components/employers/register-link.tsx'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { GoneForm } from '#app/components/ui/sent-form.tsx'
import { dayOf } from '#app/domain/shared/day.ts'
import { listAddress, quickVerifyForm } from '#app/forms/organisations/coordinator.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const query = parseAddress(listAddress, request.url)
  return { ...(await listEmployers(context.store, actor, query)), query }
}

/** One press for a waiting company; whatever needs a reason is decided on its own page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(quickVerifyForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems)
  const { id, version } = form.data
  const row = await decideEmployer(context.store, actor, id, { from: 'pending', state: 'verified', reason: null, version }, context.now())
  return row ? { verified: row.name } : unprocessable({ form: 'notAllowedNow' })
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.employer.title')

export default function Employers() {
  const t = useText()
  const { rows, counts, previous, next, total, query } = useLoaderData<typeof loader>()
  const answer = useActionData<{ verified?: string }>()
  const { state, words } = query
  return (
    <VStack gap="space-24">
      <Heading size="large" level="1">
        {t('coordinator.employer.title')}
      </Heading>
      <div role="status">
        {answer?.verified !== undefined && <Notice kind="success">{t('coordinator.employer.verified', { name: answer.verified })}</Notice>}
      </div>
      <GoneForm formsHere={[]} />
      <StateLinks current={state} counts={counts} to={(to) => paths.coordinator.employers({ state: to, words })} />
      <RemixForm method="get" role="search">
        {state !== null && <input type="hidden" name="state" value={state} />}
        <HStack gap="space-16" align="end">
          <TextField name="words" label={t('coordinator.list.search')} defaultValue={words} size="small" />
          <Button type="submit" size="small" variant="secondary">
            {t('coordinator.list.find')}
          </Button>
        </HStack>
      </RemixForm>
      {rows.length === 0 && <BodyShort>{t('coordinator.list.empty')}</BodyShort>}
      <ul className="plain-list">
        {rows.map((row) => (
          <Company key={row.id} row={row} />
        ))}
      </ul>
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

function Company({ row }: { row: EmployerRow }) {
  const t = useText()
  const format = useFormat()
  return (
    <HStack as="li" gap="space-16" justify="space-between" align="center">
      <VStack gap="space-4">
        <HStack gap="space-12" align="center">
          <Link to={paths.coordinator.employer(row.id)}>{row.name}</Link>
          <StateTag state={row.state} />
        </HStack>
        <BodyShort size="small">
          {row.place} · {row.contactName}, {row.contactPhone}, {row.contactEmail}
        </BodyShort>
        <RegisterLink registrationNo={row.registrationNo} />
        <Detail>{t('coordinator.list.since', { day: format.day(dayOf(row.createdAt)) })}</Detail>
      </VStack>
      {row.state === 'pending' && (
        <RemixForm method="post">
          <input type="hidden" name="version" value={row.version} />
          <Submit name="id" value={row.id} size="small" variant="secondary">
            {t('coordinator.employer.verify')}
            <span className="visually-hidden">: {row.name}</span>
          </Submit>
        </RemixForm>
      )}
    </HStack>
  )
}
