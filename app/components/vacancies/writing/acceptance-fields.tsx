// The fields of what an employer accepts: twelve families with three answers each, and the rest of the terms.
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Heading } from '@navikt/ds-react/Typography'
import {
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  REFUSAL_REASONS,
  SOBRIETY_RULES,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  WHO_KNOWS,
  type OffenceFamily,
} from '#app/domain/vacancies/acceptance.ts'
import type { PublishedFigures } from '#app/domain/figures/published.ts'
import { FamilyFigures } from '#app/components/figures/published-figures.tsx'
import { Choice, NumberInput, TextInput } from '#app/components/ui/fields.tsx'
import { useField } from '#app/components/ui/form.tsx'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'

/** The reason is always in the page; the style sheet shows it once it is needed. */
function Family({ family, figures }: { family: OffenceFamily; figures: PublishedFigures }) {
  const t = useText()
  const word = useWord()
  const { id, error, value } = useField(`stances.${family}.stance`)
  const reasons = REFUSAL_REASONS.map((reason) => ({ value: reason, label: capitalised(word('refusalReason', reason)) }))
  const name = word('offenceFamily', family)
  return (
    <div className="family">
      <RadioGroup
        id={id}
        name={`stances.${family}.stance`}
        legend={capitalised(name)}
        description={
          <>
            {t('employer.acceptance.example', { example: word('offenceExample', family) })}
            <FamilyFigures family={family} figures={figures} />
          </>
        }
        error={error}
        defaultValue={value === '' ? 'case_by_case' : value}
      >
        <div className="family-answers">
          {STATED_STANCES.map((stance) => (
            <Radio key={stance} value={stance}>
              {word('stance', stance)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className="family-reason">
        <Choice
          name={`stances.${family}.reason`}
          label={t('employer.acceptance.reason')}
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
      </div>
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

export function AcceptanceFields({ figures }: { figures: PublishedFigures }) {
  const t = useText()
  return (
    <>
      <section className="families" aria-labelledby="families">
        <Heading size="small" level="2" id="families">
          {t('employer.acceptance.families')}
        </Heading>
        {OFFENCE_FAMILIES.map((family) => (
          <Family key={family} family={family} figures={figures} />
        ))}
      </section>
      <Heading size="small" level="2">
        {t('employer.acceptance.terms')}
      </Heading>
      <Terms />
    </>
  )
}
