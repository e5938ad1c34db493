// The open part as one page of fields, in clear sections.
import { HGrid } from '@navikt/ds-react/HGrid'
import { VStack } from '@navikt/ds-react/Stack'
import { CEFR_LEVELS, EDUCATION_LEVELS, LANGUAGES, PHYSICAL_DEMANDS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { TRAVEL_MEANS } from '#app/domain/people/candidate.ts'
import { EXPERIENCE_ROWS, WANTED_ROWS, YES_NO } from '#app/forms/people/profile.ts'
import { Choice, LongText, MoneyInput, MonthInput, NumberInput, TextOverride } from '#app/components/ui/fields.tsx'
import { useField } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { ManyOf } from './many-of.tsx'
import { OccupationInput, OccupationTitles, PlaceInput, PlaceNames } from '#app/components/occupations/occupation-input.tsx'
import { Papers } from './papers.tsx'
import { Part } from './part.tsx'
import type { ProfileFact } from './profile-facts.ts'

const ROWS = (count: number) => Array.from({ length: count }, (_, row) => row)
/** A row that is filled in is always shown; of the empty ones, so many. */
const EMPTY_ROWS = 4

export function ProfileFields() {
  return (
    <VStack gap="space-40">
      <OccupationTitles />
      <PlaceNames />
      <Work />
      <Papers />
      <Knowledge />
      <Hours />
      <Travel />
      <Wishes />
    </VStack>
  )
}

function useFact(): (key: ProfileFact) => string {
  const t = useText()
  return (key) => t(`casework.people.profile.fact.${key}`)
}

function Work() {
  const t = useText()
  const fact = useFact()
  return (
    <Part id="work" title={t('casework.people.profile.part.work')} lead={t('casework.people.profile.occupationHint')}>
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        {ROWS(WANTED_ROWS).map((row) => (
          <OccupationInput key={row} name={`wanted[${row}].occupation`} label={`${fact('wanted')} ${row + 1}`} />
        ))}
      </HGrid>
      {ROWS(EXPERIENCE_ROWS).map((row) => (
        <Experience key={row} row={row} />
      ))}
      <Skills />
    </Part>
  )
}

function Experience({ row }: { row: number }) {
  const t = useText()
  const fact = useFact()
  const { value } = useField(`experience[${row}].occupation`)
  if (value === '' && row >= EMPTY_ROWS) return null
  return (
    <HGrid columns={{ xs: 1, md: '2fr 1fr' }} gap="space-16">
      <OccupationInput name={`experience[${row}].occupation`} label={`${fact('experience')} ${row + 1}`} />
      <NumberInput name={`experience[${row}].months`} label={t('casework.people.profile.months')} />
    </HGrid>
  )
}

function Skills() {
  const t = useText()
  const fact = useFact()
  return (
    <>
      <LongText name="skills" label={fact('skills')} description={t('casework.people.profile.skillsHint')} />
      <TextOverride of="skills" name="skillsChecked" label={t('casework.people.profile.skillsChecked')} />
    </>
  )
}

function Knowledge() {
  const t = useText()
  const word = useWord()
  const fact = useFact()
  return (
    <Part id="knowledge" title={t('casework.people.profile.part.knowledge')}>
      <HGrid columns={{ xs: 2, md: 3 }} gap="space-16">
        {LANGUAGES.map((language) => (
          <Choice
            key={language}
            name={`languages.${language}`}
            label={t('casework.people.profile.languageOf', { language: word('language', language) })}
            empty={t('common.notKnown')}
            options={CEFR_LEVELS.map((level) => ({ value: level, label: `${level}: ${word('levelMeaning', level)}` }))}
          />
        ))}
      </HGrid>
      <Choice
        name="education"
        label={fact('education')}
        empty={t('common.notKnown')}
        options={EDUCATION_LEVELS.map((level) => ({ value: level, label: word('education', level) }))}
      />
    </Part>
  )
}

function YesNo({ name, label }: { name: string; label: string }) {
  const t = useText()
  return (
    <Choice
      name={name}
      label={label}
      empty={t('common.notKnown')}
      options={YES_NO.map((value) => ({ value, label: t(`common.${value}`) }))}
    />
  )
}

function Hours() {
  const t = useText()
  const word = useWord()
  const fact = useFact()
  const notKnown = { value: 'not_known', label: t('common.notKnown') }
  return (
    <Part id="hours" title={t('casework.people.profile.part.hours')}>
      <ManyOf
        name="shifts"
        label={fact('shifts')}
        options={[notKnown, ...SHIFTS.map((shift) => ({ value: shift, label: word('shift', shift) }))]}
      />
      <YesNo name="nights" label={fact('nights')} />
      <ManyOf
        name="limits"
        label={fact('limits')}
        description={t('casework.people.profile.limitsHint')}
        options={[
          notKnown,
          { value: 'none', label: t('casework.people.profile.noLimits') },
          ...PHYSICAL_DEMANDS.map((demand) => ({ value: demand, label: word('physical', demand) })),
        ]}
      />
    </Part>
  )
}

function Travel() {
  const t = useText()
  const word = useWord()
  const fact = useFact()
  return (
    <Part id="travel" title={t('casework.people.profile.part.travel')} lead={t('casework.people.profile.travelHint')}>
      <HGrid columns={{ xs: 1, md: 3 }} gap="space-16">
        <PlaceInput name="travelPlace" label={t('casework.people.profile.travelPlace')} />
        <Choice
          name="travelMeans"
          label={t('casework.people.profile.travelMeans')}
          empty={t('common.notKnown')}
          options={TRAVEL_MEANS.map((means) => ({ value: means, label: word('travelMeans', means) }))}
        />
        <NumberInput name="maxKm" label={t('casework.people.profile.maxKm')} />
      </HGrid>
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        <YesNo name="dormitory" label={fact('dormitory')} />
        <YesNo name="away" label={fact('away')} />
      </HGrid>
    </Part>
  )
}

function Wishes() {
  const t = useText()
  const word = useWord()
  const fact = useFact()
  return (
    <Part id="wishes" title={t('casework.people.profile.part.wishes')}>
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        <MoneyInput name="payWish" label={fact('payWish')} description={t('casework.people.profile.payHint')} />
        <MonthInput name="startFrom" label={fact('startFrom')} description={t('casework.people.profile.startHint')} />
        <YesNo name="workReference" label={fact('workReference')} />
      </HGrid>
      <ManyOf
        name="supportNeeded"
        label={fact('supportNeeded')}
        options={SUPPORT_OFFERED.map((one) => ({ value: one, label: word('supportOffered', one) }))}
      />
      <DayNote />
    </Part>
  )
}

/** Said once for every empty field of the page. */
function DayNote() {
  const t = useText()
  return <p className="subdued">{t('casework.people.profile.emptyMeans')}</p>
}
