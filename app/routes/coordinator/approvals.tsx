import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { decideApproval, listAskedApprovals } from '#db/vacancies/approval.ts'
import { LongText } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { RefusalList } from '#app/components/vacancies/refusal-list.tsx'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { approvalForm, approvalsAddress } from '#app/forms/vacancies/approval.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { at } = parseAddress(approvalsAddress, request.url)
  return { ...(await listAskedApprovals(context.store, actor, at)), now: context.now() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(approvalForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { form: vacancyId, ...decision } = form.data
  const decided = await decideApproval(context.store, actor, { vacancyId, ...decision }, context.now())
  if (!decided) return unprocessable({ form: 'stale' }, form.entered)
  return seeSaved(context, paths.coordinator.approvals(parseAddress(approvalsAddress, request.url)))
}

/** Also after a refused change: the page shows what is asked now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.approvals.title')

type Asked = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function AskedApproval({ asked, now }: { asked: Asked; now: number }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const work = [
    asked.occupation === null ? '' : occupationTitle(asked.occupation, language),
    ...asked.contexts.map((context) => word('context', context).toLowerCase()),
  ]
  return (
    <section className="panel" aria-labelledby={`asked-${asked.vacancyId}`}>
      <VStack gap="space-16">
        <div>
          <Heading size="small" level="2" id={`asked-${asked.vacancyId}`}>
            {asked.title} · {asked.employer}
          </Heading>
          <Detail>{format.daysAgo(asked.askedAt, now)}</Detail>
          <BodyShort>{work.filter((part) => part !== '').join(' · ')}</BodyShort>
        </div>
        <BodyShort weight="semibold">{t('coordinator.approvals.refuses', { number: asked.ruledOut.length })}</BodyShort>
        <RefusalList ruledOut={asked.ruledOut} stances={asked.stances} />
        <div>
          <BodyShort weight="semibold">{t('coordinator.approvals.explanation')}</BodyShort>
          <BodyLong className="as-typed">{asked.explanation === '' ? t('common.none') : asked.explanation}</BodyLong>
        </div>
        <Form name={asked.vacancyId}>
          <input type="hidden" name="askedAt" value={asked.askedAt} />
          <LongText name="answer" label={t('coordinator.approvals.answer')} minRows={2} maxLength={500} />
          <HStack gap="space-16">
            <Submit name="decision" value="approved">
              {t('coordinator.approvals.approve')}
            </Submit>
            <Submit name="decision" value="refused" variant="secondary">
              {t('coordinator.approvals.refuse')}
            </Submit>
          </HStack>
        </Form>
      </VStack>
    </section>
  )
}

export default function Approvals() {
  const t = useText()
  const { rows, previous, next, total, now } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('coordinator.approvals.title')}
      </Heading>
      <BodyLong>{t('coordinator.approvals.lead')}</BodyLong>
      {rows.length === 0 && <BodyShort>{t('coordinator.approvals.empty')}</BodyShort>}
      {rows.map((one) => (
        <AskedApproval key={`${one.vacancyId} ${String(one.askedAt)}`} asked={one} now={now} />
      ))}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}
