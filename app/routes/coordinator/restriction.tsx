import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { editRule, findRule, retireRule, verifyRule, type RuleRow } from '#db/matching/restrictions.ts'
import { enteredRule, RestrictionFields } from '#app/components/matching/restriction-fields.tsx'
import { RuleVerification, useRuleSubject } from '#app/components/matching/rule-text.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { FormSection } from '#app/components/ui/form-section.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { useStale } from '#app/components/ui/sent-form.tsx'
import { RetireForm } from '#app/components/ui/retire-form.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { restrictionForm, ruleRetirementForm, ruleVerificationForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm, type Parsed } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const rule = await findRule(context.store, actor, params.id ?? '')
  if (!rule) throw notFound()
  return { rule }
}

async function change<Data>(context: AppLoadContext, parsed: Parsed<Data>, save: (data: Data) => Promise<{ id: string } | null>) {
  if (!parsed.ok) return unprocessable(parsed.problems, parsed.entered)
  const saved = await save(parsed.data)
  return saved ? seeSaved(context, paths.coordinator.restriction(saved.id)) : unprocessable({ form: 'stale' }, parsed.entered)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor: CoordinatorActor = await requireCoordinator({ request, context })
  const { store } = context
  const rule = await findRule(store, actor, params.id ?? '')
  if (!rule) throw notFound()
  const form = await request.formData()
  const now = context.now()
  switch (form.get('form')) {
    case 'verify':
      return change(context, parseForm(ruleVerificationForm, form), (data) => verifyRule(store, actor, rule.id, data, now))
    case 'retire':
      return change(context, parseForm(ruleRetirementForm, form), (data) => retireRule(store, actor, rule.id, data, now))
    default:
      return change(context, parseForm(restrictionForm, form), (data) => editRule(store, actor, rule.id, data, now))
  }
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.rule.one')

export default function Restriction() {
  const t = useText()
  const { rule } = useLoaderData<typeof loader>()
  const stale = useStale()
  return (
    <VStack gap="space-40" className="reading">
      <Heading size="large" level="1">
        {rule.article}
      </Heading>
      {stale && (
        <Heading size="small" level="2">
          {t('coordinator.rule.now')}
        </Heading>
      )}
      <About rule={rule} />
      <Verify rule={rule} />
      <Edit rule={rule} />
      <RetireForm
        rule={rule}
        title={t('coordinator.rule.retireTitle')}
        lead={t('coordinator.rule.retireLead')}
        button={t(rule.retiredAt === null ? 'coordinator.rule.retire' : 'coordinator.rule.restore')}
      />
    </VStack>
  )
}

function About({ rule }: { rule: RuleRow }) {
  const t = useText()
  const word = useWord()
  const subject = useRuleSubject()
  return (
    <Facts
      facts={[
        { label: t('coordinator.rule.article'), value: rule.article },
        { label: t('coordinator.rule.subject'), value: subject(rule) },
        {
          label: t('coordinator.rule.family'),
          value: rule.family === null ? t('coordinator.rule.familyAny') : word('offenceFamily', rule.family),
        },
        { label: t('coordinator.rule.effect'), value: word('restrictionEffect', rule.effect) },
        { label: t('coordinator.rule.note'), value: rule.note },
        { label: t('coordinator.rule.source'), value: rule.source },
        { label: t('coordinator.rule.verified'), value: <RuleVerification rule={rule} /> },
      ]}
    />
  )
}

function Verify({ rule }: { rule: RuleRow }) {
  const t = useText()
  return (
    <FormSection id="verify" title={t('coordinator.rule.verifyTitle')} lead={t('coordinator.rule.verifyLead')}>
      <Form name="verify" initial={{ source: rule.source }} key={rule.version}>
        <input type="hidden" name="version" value={rule.version} />
        <TextInput name="source" label={t('coordinator.rule.source')} description={t('coordinator.rule.sourceHint')} autoComplete="off" />
        <div>
          <Submit>{t('coordinator.rule.verify')}</Submit>
        </div>
      </Form>
    </FormSection>
  )
}

function Edit({ rule }: { rule: RuleRow }) {
  const t = useText()
  return (
    <FormSection id="edit" title={t('coordinator.rule.edit')} lead={t('coordinator.rule.editLead')}>
      <Form name="edit" initial={enteredRule(rule)} key={rule.version}>
        <input type="hidden" name="version" value={rule.version} />
        <RestrictionFields />
        <div>
          <Submit variant="secondary">{t('common.save')}</Submit>
        </div>
      </Form>
    </FormSection>
  )
}
