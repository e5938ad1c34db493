import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import {
  enterConvictionStatistic,
  enterParticipation,
  findConvictionStatistic,
  findParticipation,
  withdrawConvictionStatistic,
  withdrawParticipation,
  type Entered,
} from '#db/figures/published.ts'
import { Facts, type Fact } from '#app/components/ui/facts.tsx'
import { DayInput, NumberInput, TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { FormSection } from '#app/components/ui/form-section.tsx'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { convictionStatisticForm, participationForm, withdrawFigureForm } from '#app/forms/figures/published.ts'
import { parseForm, type Parsed } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator({ request, context })
  const [participation, convictions] = await Promise.all([findParticipation(context.store), findConvictionStatistic(context.store)])
  return { participation, convictions }
}

async function change<Data>(context: AppLoadContext, parsed: Parsed<Data>, save: (data: Data) => Promise<void>) {
  if (!parsed.ok) return unprocessable(parsed.problems, parsed.entered)
  await save(parsed.data)
  return seeSaved(context, paths.coordinator.figures())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { store } = context
  const now = context.now()
  const form = await request.formData()
  switch (form.get('form')) {
    case 'withdrawParticipation':
      return change(context, parseForm(withdrawFigureForm, form), ({ id }) => withdrawParticipation(store, actor, id, now))
    case 'withdrawConvictions':
      return change(context, parseForm(withdrawFigureForm, form), ({ id }) => withdrawConvictionStatistic(store, actor, id, now))
    case 'convictions':
      return change(context, parseForm(convictionStatisticForm, form), (data) => enterConvictionStatistic(store, actor, data, now))
    default:
      return change(context, parseForm(participationForm, form), (data) => enterParticipation(store, actor, data, now))
  }
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.figures.title')

export default function Figures() {
  const t = useText()
  return (
    <VStack gap="space-40" className="reading">
      <VStack gap="space-16">
        <Heading size="large" level="1">
          {t('coordinator.figures.title')}
        </Heading>
        <BodyLong>{t('coordinator.figures.lead')}</BodyLong>
      </VStack>
      <ParticipationSection />
      <ConvictionsSection />
    </VStack>
  )
}

type ShownProps = { form: string; figure: Entered | null; facts: readonly Fact[] }

/** What employers see today, and taking it back. */
function ShownNow({ form, figure, facts }: ShownProps) {
  const t = useText()
  const format = useFormat()
  if (figure === null) return <BodyShort spacing>{t('coordinator.figures.none')}</BodyShort>
  return (
    <div className="panel shown-figure">
      <Heading size="xsmall" level="3">
        {t('coordinator.figures.shown')}
      </Heading>
      <Facts facts={facts} />
      <HStack gap="space-16" align="center" justify="space-between">
        <BodyShort size="small">{t('coordinator.figures.entered', { day: format.instantDay(figure.enteredAt) })}</BodyShort>
        <Form name={form}>
          <input type="hidden" name="id" value={figure.id} />
          <Submit variant="tertiary" size="small">
            {t('coordinator.figures.withdraw')}
          </Submit>
        </Form>
      </HStack>
    </div>
  )
}

function ParticipationSection() {
  const t = useText()
  const format = useFormat()
  const { participation } = useLoaderData<typeof loader>()
  const facts =
    participation === null
      ? []
      : [
          { label: t('coordinator.figures.people'), value: format.number(participation.people) },
          { label: t('coordinator.figures.report'), value: participation.report },
          { label: t('coordinator.figures.publishedOn'), value: format.day(participation.publishedOn) },
        ]
  return (
    <FormSection id="participation" title={t('coordinator.figures.participationTitle')} lead={t('coordinator.figures.participationLead')}>
      <ShownNow form="withdrawParticipation" figure={participation} facts={facts} />
      <Form name="participation" key={participation?.id}>
        <NumberInput name="people" label={t('coordinator.figures.people')} />
        <TextInput
          name="report"
          label={t('coordinator.figures.report')}
          description={t('coordinator.figures.reportHint')}
          autoComplete="off"
        />
        <DayInput name="publishedOn" label={t('coordinator.figures.publishedOn')} />
        <div>
          <Submit variant="secondary">{t('coordinator.figures.save')}</Submit>
        </div>
      </Form>
    </FormSection>
  )
}

function ConvictionsSection() {
  const t = useText()
  const word = useWord()
  const { convictions } = useLoaderData<typeof loader>()
  const shares = OFFENCE_FAMILIES.map((family) => ({ family, percent: convictions?.shares[family] }))
  const facts =
    convictions === null
      ? []
      : [
          { label: t('coordinator.figures.source'), value: convictions.source },
          { label: t('coordinator.figures.year'), value: convictions.year },
          ...shares.flatMap(({ family, percent }) =>
            percent === undefined ? [] : [{ label: capitalised(word('offenceFamily', family)), value: `${String(percent)} %` }],
          ),
        ]
  return (
    <FormSection id="convictions" title={t('coordinator.figures.convictionsTitle')} lead={t('coordinator.figures.convictionsLead')}>
      <ShownNow form="withdrawConvictions" figure={convictions} facts={facts} />
      <Form name="convictions" key={convictions?.id}>
        <TextInput
          name="source"
          label={t('coordinator.figures.source')}
          description={t('coordinator.figures.sourceHint')}
          autoComplete="off"
        />
        <NumberInput name="year" label={t('coordinator.figures.year')} />
        <div className="figure-shares">
          {OFFENCE_FAMILIES.map((family) => (
            <NumberInput key={family} name={`shares.${family}`} label={capitalised(word('offenceFamily', family))} />
          ))}
        </div>
        <div>
          <Submit variant="secondary">{t('coordinator.figures.save')}</Submit>
        </div>
      </Form>
    </FormSection>
  )
}
