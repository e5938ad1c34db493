import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { editRule, findRule, retireRule, verifyRule, type RuleRow } from '#db/matching/restrictions.ts'
import { enteredRule, RestrictionFields } from '#app/components/matching/restriction-fields.tsx'
import { RuleVerification, useRuleSubject } from '#app/components/matching/rule-text.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { restrictionForm, ruleRetirementForm, ruleVerificationForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm, type Parsed, type Problems } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { notFound, seeOther, unprocessable } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const rule = await findRule(context.store, actor, params.id ?? '')
  if (!rule) throw notFound()
  return { rule }
}

async function change<Data>(parsed: Parsed<Data>, id: string, save: (data: Data) => Promise<{ id: string } | null>) {
  if (!parsed.ok) return unprocessable(parsed.problems, parsed.entered)
  const saved = await save(parsed.data)
  return saved ? seeOther(paths.coordinator.restriction(id)) : unprocessable({ form: 'stale' }, parsed.entered)
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
      return change(parseForm(ruleVerificationForm, form), rule.id, (data) => verifyRule(store, actor, rule.id, data, now))
    case 'retire':
      return change(parseForm(ruleRetirementForm, form), rule.id, (data) => retireRule(store, actor, rule.id, data, now))
    default:
      return change(parseForm(restrictionForm, form), rule.id, (data) => editRule(store, actor, rule.id, data, now))
  }
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.rule.one')

export default function Restriction() {
  const t = useText()
  const { rule } = useLoaderData<typeof loader>()
  const stale = useActionData<{ problems?: Problems }>()?.problems?.form === 'stale'
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
      <section aria-labelledby="edit">
        <Heading size="small" level="2" id="edit" spacing>
          {t('coordinator.rule.edit')}
        </Heading>
        <BodyShort spacing>{t('coordinator.rule.editLead')}</BodyShort>
        <Form name="edit" initial={enteredRule(rule)} key={rule.version}>
          <input type="hidden" name="version" value={rule.version} />
          <RestrictionFields />
          <div>
            <Submit variant="secondary">{t('common.save')}</Submit>
          </div>
        </Form>
      </section>
      <Retire rule={rule} />
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
    <section aria-labelledby="verify">
      <Heading size="small" level="2" id="verify" spacing>
        {t('coordinator.rule.verifyTitle')}
      </Heading>
      <BodyShort spacing>{t('coordinator.rule.verifyLead')}</BodyShort>
      <Form name="verify" initial={{ source: rule.source }} key={rule.version}>
        <input type="hidden" name="version" value={rule.version} />
        <TextInput name="source" label={t('coordinator.rule.source')} description={t('coordinator.rule.sourceHint')} autoComplete="off" />
        <div>
          <Submit>{t('coordinator.rule.verify')}</Submit>
        </div>
      </Form>
    </section>
  )
}

function Retire({ rule }: { rule: RuleRow }) {
  const t = useText()
  const retired = rule.retiredAt !== null
  return (
    <section aria-labelledby="retire">
      <Heading size="small" level="2" id="retire" spacing>
        {t('coordinator.rule.retireTitle')}
      </Heading>
      <BodyShort spacing>{t('coordinator.rule.retireLead')}</BodyShort>
      <Form name="retire" key={rule.version}>
        <input type="hidden" name="version" value={rule.version} />
        <div>
          <Submit variant="secondary" name="retired" value={retired ? 'no' : 'yes'}>
            {t(retired ? 'coordinator.rule.restore' : 'coordinator.rule.retire')}
          </Submit>
        </div>
      </Form>
    </section>
  )
}
