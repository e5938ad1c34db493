// A vacancy's content as labelled lines, step by step: for the summary, and for telling what somebody else changed.
import { conditionWord, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import type { VacancyContent, VacancyStep } from '#app/domain/vacancies/content.ts'
import type { Requirements, Strength } from '#app/domain/vacancies/job-terms.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/language.ts'
import type { Translate, WordGroup, WordOf, WordText } from '#app/i18n/translate.ts'
import { capitalised, uncapitalised } from '#app/i18n/capitalised.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'

/** An empty value is kept: the reader sees that nothing is said. */
export type ContentRow = { key: string; label: string; value: string }
type Words = { t: Translate; word: WordText; format: Format; language: Language }

function jobRows({ title, occupation, description, positions, contract }: VacancyContent, { t, word, language }: Words): ContentRow[] {
  return [
    { key: 'title', label: t('employer.writing.title'), value: title },
    { key: 'occupation', label: t('employer.writing.occupation'), value: occupation === null ? '' : occupationTitle(occupation, language) },
    { key: 'description', label: t('employer.writing.description'), value: description },
    { key: 'positions', label: t('employer.writing.positions'), value: String(positions) },
    { key: 'contract', label: t('employer.writing.contract'), value: contract === null ? '' : word('contract', contract) },
  ]
}

function placeRows(content: VacancyContent, { t, word, format }: Words): ContentRow[] {
  const { municipality, hoursPerWeek, startOn } = content
  return [
    { key: 'municipality', label: t('employer.writing.municipality'), value: municipality === null ? '' : municipalityName(municipality) },
    { key: 'place', label: t('employer.writing.place'), value: content.place },
    { key: 'address', label: t('employer.writing.address'), value: content.address },
    { key: 'remote', label: t('employer.writing.remote'), value: t(content.remote ? 'common.yes' : 'common.no') },
    {
      key: 'shifts',
      label: t('employer.writing.shifts'),
      value: format.list(content.shifts.map((shift) => uncapitalised(word('shift', shift)))),
    },
    { key: 'hoursPerWeek', label: t('employer.writing.hoursPerWeek'), value: hoursPerWeek === null ? '' : String(hoursPerWeek) },
    { key: 'startOn', label: t('employer.writing.startOn'), value: startOn === null ? '' : format.day(startOn) },
  ]
}

function payRows({ payFromCents, payToCents, payPeriod }: VacancyContent, { t, format }: Words): ContentRow[] {
  const range = format.moneyRange(payFromCents, payToCents)
  const period = t(payPeriod === 'hour' ? 'common.perHour' : 'common.perMonth')
  return [{ key: 'pay', label: t('employer.writing.payRange'), value: range === null ? '' : `${range} ${period}` }]
}

function askedItems(asks: Requirements, { t, word }: Words): { label: string; items: { name: string; strength: Strength }[] }[] {
  const whole = (name: string, strength: Strength | null) => (strength === null ? [] : [{ name, strength }])
  return [
    {
      label: t('employer.writing.latvianLevel'),
      items: asks.latvian ? [{ name: asks.latvian.level, strength: asks.latvian.strength }] : [],
    },
    {
      label: t('employer.writing.languages'),
      items: asks.otherLanguages.map(({ language, level, strength, reason }) => ({
        name: `${word('language', language)} ${level} (${uncapitalised(word('languageReason', reason))})`,
        strength,
      })),
    },
    {
      label: t('employer.writing.education'),
      items: asks.education ? [{ name: word('education', asks.education.level), strength: asks.education.strength }] : [],
    },
    {
      label: t('employer.writing.experience'),
      items: asks.experience ? [{ name: t('common.months', { count: asks.experience.months }), strength: asks.experience.strength }] : [],
    },
    { label: t('employer.writing.skills'), items: asks.skills.map(({ skill, strength }) => ({ name: skill, strength })) },
    {
      label: t('employer.writing.driving'),
      items: asks.driving.map(({ category, strength }) => ({ name: word('driving', category), strength })),
    },
    {
      label: t('employer.writing.certificates'),
      items: asks.certificates.map(({ certificate, strength }) => ({ name: word('certificate', certificate), strength })),
    },
    { label: t('employer.writing.medicalBook'), items: whole('', asks.medicalBook) },
    {
      label: t('employer.writing.physical'),
      items: asks.physical.map(({ demand, strength }) => ({ name: word('physical', demand), strength })),
    },
    { label: t('employer.writing.shiftsStrength'), items: whole('', asks.shifts) },
    { label: t('employer.writing.nights'), items: whole('', asks.nights) },
    { label: t('employer.writing.away'), items: whole('', asks.away) },
  ]
}

function requirementRows({ requirements }: VacancyContent, words: Words): ContentRow[] {
  const said = ({ name, strength }: { name: string; strength: Strength }) => {
    const firm = words.word('strength', strength)
    return name === '' ? firm : `${name} (${uncapitalised(firm)})`
  }
  return askedItems(requirements, words).map(({ label, items }) => ({ key: label, label, value: words.format.list(items.map(said)) }))
}

function stanceValue({ stance, reason, article, client, conditions }: StanceRow, { t, word }: Words): string {
  if (stance === 'not_asked') return ''
  const said = word('stance', stance)
  if (conditions.length > 0) {
    const named = conditions.map((one) => t(`words.${conditionWord(one)}`)).join('; ')
    return t('employer.acceptance.acceptedIf', { stance: said, conditions: named })
  }
  if (reason === null) return said
  const because = { stance: said, reason: word('refusalReason', reason) }
  const named = article ?? client
  return named === null
    ? t('employer.acceptance.refusedBecause', because)
    : t('employer.acceptance.refusedByLaw', { ...because, article: named })
}

function acceptanceRows({ stances, terms, refusalExplanation }: VacancyContent, words: Words): ContentRow[] {
  const { t, word } = words
  const yesNo = ['monitoring', 'openPrison', 'firstJobOrGap', 'wageDeductions'] as const
  const answer = <Group extends WordGroup>(group: Group, value: WordOf<Group>) => (value === 'not_asked' ? '' : word(group, value))
  const months = terms.monthsSinceRelease
  return [
    ...stances.map((row) => ({
      key: row.family,
      label: capitalised(word('offenceFamily', row.family)),
      value: stanceValue(row, words),
    })),
    {
      key: 'months',
      label: t('employer.acceptance.monthsSinceRelease'),
      value: months === null ? '' : word('monthsSinceRelease', `${months}`),
    },
    { key: 'supervision', label: t('employer.acceptance.supervision'), value: answer('supervisionAnswer', terms.supervision) },
    {
      key: 'appointments',
      label: t('employer.acceptance.appointmentsPerMonth'),
      value: terms.appointmentsPerMonth === null ? '' : String(terms.appointmentsPerMonth),
    },
    ...yesNo.map((name) => ({ key: name, label: t(`employer.acceptance.${name}`), value: answer('yesNoAsk', terms[name]) })),
    { key: 'sobriety', label: t('employer.acceptance.sobriety'), value: answer('sobriety', terms.sobriety) },
    { key: 'whoKnows', label: t('employer.acceptance.whoKnows'), value: answer('whoKnows', terms.whoKnows) },
    { key: 'explanation', label: t('employer.acceptance.explanation'), value: refusalExplanation },
  ]
}

function supportRows({ supportOffered, supportWanted, contactReplyDays }: VacancyContent, { t, word, format }: Words): ContentRow[] {
  const offered = format.list(supportOffered.map((support) => uncapitalised(word('supportOffered', support))))
  const wanted = format.list(supportWanted.map((support) => uncapitalised(word('supportWanted', support))))
  return [
    { key: 'offered', label: t('employer.writing.supportOffered'), value: offered },
    { key: 'wanted', label: t('employer.writing.supportWanted'), value: wanted },
    { key: 'reply', label: t('employer.writing.contactReplyDays'), value: contactReplyDays === null ? '' : String(contactReplyDays) },
  ]
}

function rowsOf(step: VacancyStep, content: VacancyContent, words: Words): ContentRow[] {
  const { t, word, format } = words
  switch (step) {
    case 'job':
      return jobRows(content, words)
    case 'place':
      return placeRows(content, words)
    case 'pay':
      return payRows(content, words)
    case 'requirements':
      return requirementRows(content, words)
    case 'context':
      return [
        {
          key: 'contexts',
          label: t('employer.writing.contexts'),
          value: format.list(content.contexts.map((one) => uncapitalised(word('context', one)))),
        },
      ]
    case 'acceptance':
      return acceptanceRows(content, words)
    case 'support':
      return supportRows(content, words)
    case 'visibility':
      return [{ key: 'visibility', label: t('employer.writing.visibility'), value: word('visibility', content.visibility) }]
  }
}

export function useContentRows(): (step: VacancyStep, content: VacancyContent) => ContentRow[] {
  const words = { t: useText(), word: useWord(), format: useFormat(), language: useLanguage() }
  return (step, content) => rowsOf(step, content, words)
}
