// The fields of what an employer accepts: twelve families with four answers each, or none, and the rest of the terms.
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import {
  CONDITION_MONTHS_SINCE_RELEASE,
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  PLAIN_CONDITIONS,
  SOBRIETY_RULES,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  WHO_KNOWS,
  YEARS_SINCE_OFFENCE,
  type OffenceFamily,
} from '#app/domain/vacancies/acceptance.ts'
import type { WorkContext } from '#app/domain/vacancies/job-terms.ts'
import { reasonsFor } from '#app/domain/vacancies/refusal-rules.ts'
import type { PublishedFigures } from '#app/domain/figures/published.ts'
import { FamilyFigures } from '#app/components/figures/published-figures.tsx'
import { Choice, LongText, NumberInput, SomeOf, TextInput } from '#app/components/ui/fields.tsx'
import { useField } from '#app/components/ui/form.tsx'
import { useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'
import { capitalised } from '#app/i18n/capitalised.ts'
import { AcceptanceProgress } from './acceptance-progress.tsx'

/** Shown by the style sheet beside "yes, if". */
function Conditions({ family }: { family: OffenceFamily }) {
  const t = useText()
  const empty = t('employer.acceptance.noTime')
  const years = YEARS_SINCE_OFFENCE.map((count) => `${count}` as const)
  const months = CONDITION_MONTHS_SINCE_RELEASE.map((count) => `${count}` as const)
  return (
    <div className="family-conditions">
      <SomeOf
        name={`stances.${family}.conditions`}
        label={t('employer.acceptance.conditions')}
        options={useOptions('plainCondition', PLAIN_CONDITIONS)}
      />
      <div className="family-times">
        <Choice
          name={`stances.${family}.yearsSinceOffence`}
          label={t('employer.acceptance.yearsSinceOffence')}
          options={useOptions('yearsSinceOffence', years)}
          empty={empty}
        />
        <Choice
          name={`stances.${family}.monthsSinceRelease`}
          label={t('employer.acceptance.conditionMonths')}
          options={useOptions('conditionMonths', months)}
          empty={empty}
        />
      </div>
    </div>
  )
}

/** Shown by the style sheet beside "not for this job"; only the reasons that this work has. */
function Reason({ family, contexts }: { family: OffenceFamily; contexts: readonly WorkContext[] }) {
  const t = useText()
  const word = useWord()
  const reasons = reasonsFor(family, contexts).map((reason) => ({ value: reason, label: capitalised(word('refusalReason', reason)) }))
  return (
    <div className="family-reason">
      <Choice
        name={`stances.${family}.reason`}
        label={t('employer.acceptance.reason')}
        description={t('employer.acceptance.reasonHint')}
        options={reasons}
        empty={t('employer.acceptance.chooseReason')}
      />
      <div className="family-article">
        <TextInput
          name={`stances.${family}.article`}
          label={t('employer.acceptance.article')}
          description={t('employer.acceptance.articleHint')}
          autoComplete="off"
        />
      </div>
      <div className="family-client">
        <TextInput
          name={`stances.${family}.client`}
          label={t('employer.acceptance.client')}
          description={t('employer.acceptance.clientHint')}
          autoComplete="off"
        />
      </div>
    </div>
  )
}

/** The family whose field it is, in words; null for any other field. */
export function useFamilyOf(): (field: string) => string | null {
  const word = useWord()
  return (field) => {
    const family = OFFENCE_FAMILIES.find((one) => field.startsWith(`stances.${one}.`))
    return family === undefined ? null : capitalised(word('offenceFamily', family))
  }
}

type FamilyProps = { family: OffenceFamily; figures: PublishedFigures; contexts: readonly WorkContext[] }

/** Conditions and reason are always in the page; the style sheet shows them once they are needed. */
function Family({ family, figures, contexts }: FamilyProps) {
  const t = useText()
  const word = useWord()
  const { id, error, value } = useField(`stances.${family}.stance`)
  const name = word('offenceFamily', family)
  return (
    <div className="family">
      <RadioGroup
        name={`stances.${family}.stance`}
        legend={capitalised(name)}
        description={
          <>
            {t('employer.acceptance.example', { example: word('offenceExample', family) })}
            <FamilyFigures family={family} figures={figures} />
          </>
        }
        error={error}
        defaultValue={value}
      >
        <div className="family-answers">
          {STATED_STANCES.map((stance, index) => (
            <Radio key={stance} {...(index === 0 && { id })} value={stance}>
              {word('stance', stance)}
            </Radio>
          ))}
          <Radio value="" className="family-unstated">
            {word('stance', 'not_stated')}
          </Radio>
        </div>
      </RadioGroup>
      <Conditions family={family} />
      <Reason family={family} contexts={contexts} />
    </div>
  )
}

function Terms() {
  const t = useText()
  const empty = t('employer.writing.notSaid')
  const yesNo = useOptions('yesNoAsk', ['yes', 'no'])
  const months = MONTHS_SINCE_RELEASE.map((count) => `${count}` as const)
  return (
    <>
      <Choice
        name="monthsSinceRelease"
        label={t('employer.acceptance.monthsSinceRelease')}
        options={useOptions('monthsSinceRelease', months)}
        empty={empty}
      />
      <Choice
        name="supervision"
        label={t('employer.acceptance.supervision')}
        options={useOptions('supervisionAnswer', SUPERVISION_ANSWERS)}
        empty={empty}
      />
      <NumberInput
        name="appointmentsPerMonth"
        label={t('employer.acceptance.appointmentsPerMonth')}
        description={t('employer.acceptance.appointmentsHint')}
      />
      <Choice
        name="monitoring"
        label={t('employer.acceptance.monitoring')}
        description={t('employer.acceptance.monitoringHint')}
        options={yesNo}
        empty={empty}
      />
      <Choice name="openPrison" label={t('employer.acceptance.openPrison')} options={yesNo} empty={empty} />
      <Choice name="firstJobOrGap" label={t('employer.acceptance.firstJobOrGap')} options={yesNo} empty={empty} />
      <Choice
        name="wageDeductions"
        label={t('employer.acceptance.wageDeductions')}
        description={t('employer.acceptance.wageDeductionsHint')}
        options={yesNo}
        empty={empty}
      />
      <Choice name="sobriety" label={t('employer.acceptance.sobriety')} options={useOptions('sobriety', SOBRIETY_RULES)} empty={empty} />
      <Choice name="whoKnows" label={t('employer.acceptance.whoKnows')} options={useOptions('whoKnows', WHO_KNOWS)} empty={empty} />
    </>
  )
}

export type AcceptanceShown = {
  figures: PublishedFigures
  /** What the work involves, as another step says. */
  contexts: readonly WorkContext[]
}

export function AcceptanceFields({ figures, contexts }: AcceptanceShown) {
  const t = useText()
  return (
    <>
      <AcceptanceProgress />
      <BodyLong>{t('employer.acceptance.countsToo')}</BodyLong>
      <section className="families" aria-labelledby="families">
        <Heading size="small" level="2" id="families">
          {t('employer.acceptance.families')}
        </Heading>
        {OFFENCE_FAMILIES.map((family) => (
          <Family key={family} family={family} figures={figures} contexts={contexts} />
        ))}
      </section>
      <Heading size="small" level="2">
        {t('employer.acceptance.terms')}
      </Heading>
      <Terms />
      <LongText
        name="refusalExplanation"
        label={t('employer.acceptance.explanation')}
        description={t('employer.acceptance.explanationHint')}
        minRows={2}
      />
    </>
  )
}
