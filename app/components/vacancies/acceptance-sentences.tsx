// What an employer accepts, as plain sentences: the same on the public page, the employer's summary and a caseworker's page.
import { List } from '@navikt/ds-react/List'
import { BodyLong } from '@navikt/ds-react/Typography'
import {
  acceptanceStated,
  conditionWord,
  isStated,
  type AcceptanceTerms,
  type OffenceFamily,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useText } from '#app/components/ui/i18n.tsx'

type Said = { t: Translate }

/** Their names hold commas and "and" of their own. */
function families({ t }: Said, rows: readonly { family: OffenceFamily }[]): string {
  return rows.map((row) => t(`words.offenceFamily.${row.family}`)).join('; ')
}

/** Rows that say the same, together. */
function grouped(rows: readonly StanceRow[], keyOf: (row: StanceRow) => string): StanceRow[][] {
  const groups = new Map<string, StanceRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

/** One sentence for each set of conditions. */
function conditional(said: Said, stances: readonly StanceRow[]): string[] {
  const rows = stances.filter(({ stance }) => stance === 'yes_if')
  return grouped(rows, ({ conditions }) => JSON.stringify(conditions)).map((group) => {
    const conditions = (group[0]?.conditions ?? []).map((one) => said.t(`words.${conditionWord(one)}`)).join('; ')
    return said.t('pages.acceptance.yesIf', { families: families(said, group), conditions })
  })
}

/** One sentence for each reason, with the families it is for. */
function refusals(said: Said, stances: readonly StanceRow[]): string[] {
  const refused = stances.filter(({ stance }) => stance === 'not_for_this_job')
  return grouped(refused, (row) => `${row.reason ?? ''} ${row.article ?? ''}`).flatMap((rows) => {
    const [first] = rows
    if (!first?.reason) return []
    const values = { families: families(said, rows), reason: said.t(`words.refusalReason.${first.reason}`) }
    return first.article
      ? said.t('pages.acceptance.refusedByLaw', { ...values, article: first.article })
      : said.t('pages.acceptance.refused', values)
  })
}

function stanceSentences(said: Said, stances: readonly StanceRow[]): string[] {
  const accepted = stances.filter((row) => row.stance === 'accept')
  const open = stances.filter((row) => row.stance === 'case_by_case')
  const notStated = stances.filter((row) => !isStated(row.stance))
  if (accepted.length === stances.length) return [said.t('pages.acceptance.allAccepted')]
  if (open.length === stances.length) return [said.t('pages.acceptance.allCaseByCase')]
  const rest = open.length > accepted.length && notStated.length === 0 ? 'othersCaseByCase' : 'caseByCase'
  return [
    ...(accepted.length > 0 ? [said.t('pages.acceptance.accepted', { families: families(said, accepted) })] : []),
    ...conditional(said, stances),
    ...refusals(said, stances),
    ...(open.length > 0 ? [said.t(`pages.acceptance.${rest}`, { families: families(said, open) })] : []),
    ...(notStated.length > 0 ? [said.t('pages.acceptance.familiesNotStated', { families: families(said, notStated) })] : []),
  ]
}

const YES_NO_TERMS = ['monitoring', 'openPrison', 'firstJobOrGap', 'wageDeductions'] as const

/** What was not asked, and a rule that is none, is not said. */
function termSentences({ t }: Said, terms: AcceptanceTerms): string[] {
  const sentences: string[] = []
  if (terms.monthsSinceRelease !== null) {
    const words = t(`words.monthsSinceRelease.${terms.monthsSinceRelease}`)
    sentences.push(t('pages.acceptance.monthsSinceRelease', { words }))
  }
  if (terms.supervision !== 'not_asked') sentences.push(t(`pages.acceptance.supervision.${terms.supervision}`))
  if (terms.appointmentsPerMonth !== null && (terms.supervision === 'yes' || terms.supervision === 'with_conditions')) {
    const count = terms.appointmentsPerMonth
    sentences.push(count === 0 ? t('pages.acceptance.noAppointments') : t('pages.acceptance.appointments', { count }))
  }
  for (const name of YES_NO_TERMS) {
    const answer = terms[name]
    if (answer !== 'not_asked') sentences.push(t(`pages.acceptance.${name}.${answer}`))
  }
  const { sobriety, whoKnows } = terms
  if (sobriety !== 'not_asked' && sobriety !== 'none') sentences.push(t(`pages.acceptance.sobriety.${sobriety}`))
  if (whoKnows !== 'not_asked') sentences.push(t(`pages.acceptance.whoKnows.${whoKnows}`))
  return sentences
}

export function AcceptanceSentences({ stances, terms }: { stances: readonly StanceRow[]; terms: AcceptanceTerms }) {
  const said: Said = { t: useText() }
  if (!acceptanceStated(stances)) {
    const own = stances.some(({ stance }) => stance === 'not_stated')
    return <BodyLong>{said.t(own ? 'pages.acceptance.notStated' : 'pages.acceptance.notAsked')}</BodyLong>
  }
  return (
    <List className="sentences">
      {[...stanceSentences(said, stances), ...termSentences(said, terms)].map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  )
}
