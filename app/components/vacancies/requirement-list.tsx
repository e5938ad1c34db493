// What a vacancy requires, in words, by how firm it is.
import { List } from '@navikt/ds-react/List'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { STRENGTHS, type Requirements, type Strength } from '#app/domain/vacancies/job-terms.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useText } from '#app/components/ui/i18n.tsx'

type Line = { strength: Strength; words: string }

function linesOf(t: Translate, required: Requirements): Line[] {
  const alone = (strength: Strength | null, words: string): Line[] => (strength === null ? [] : [{ strength, words }])
  return [
    ...(required.latvian
      ? alone(
          required.latvian.strength,
          t('pages.vacancy.latvian', { level: required.latvian.level, meaning: t(`words.levelMeaning.${required.latvian.level}`) }),
        )
      : []),
    ...required.otherLanguages.map(({ language, level, strength, reason }) => ({
      strength,
      words: capital(
        t('pages.vacancy.otherLanguage', {
          language: t(`words.language.${language}`),
          level,
          reason: t(`words.languageReason.${reason}`).toLowerCase(),
        }),
      ),
    })),
    ...(required.education
      ? alone(
          required.education.strength,
          t('pages.vacancy.education', { level: t(`words.education.${required.education.level}`).toLowerCase() }),
        )
      : []),
    ...(required.experience
      ? alone(
          required.experience.strength,
          t('pages.vacancy.experience', { months: t('common.months', { count: required.experience.months }) }),
        )
      : []),
    ...required.skills.map(({ skill, strength }) => ({ strength, words: skill })),
    ...required.driving.map(({ category, strength }) => ({ strength, words: t(`words.driving.${category}`) })),
    ...required.certificates.map(({ certificate, strength }) => ({ strength, words: t(`words.certificate.${certificate}`) })),
    ...alone(required.medicalBook, t('pages.vacancy.medicalBook')),
    ...required.physical.map(({ demand, strength }) => ({ strength, words: t(`words.physical.${demand}`) })),
    ...alone(required.shifts, t('pages.vacancy.shifts')),
    ...alone(required.nights, t('pages.vacancy.nights')),
    ...alone(required.away, t('pages.vacancy.away')),
  ]
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

export function RequirementList({ requirements }: { requirements: Requirements }) {
  const t = useText()
  const lines = linesOf(t, requirements)
  if (lines.length === 0) return <BodyLong>{t('pages.vacancy.nothingRequired')}</BodyLong>
  return STRENGTHS.map((strength) => {
    const those = lines.filter((line) => line.strength === strength)
    if (those.length === 0) return null
    return (
      <section key={strength}>
        <Heading size="xsmall" level="3">
          {t(`pages.vacancy.${strength}`)}
        </Heading>
        <List>
          {those.map((line) => (
            <List.Item key={line.words}>{line.words}</List.Item>
          ))}
        </List>
      </section>
    )
  })
}
