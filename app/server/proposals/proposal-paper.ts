// A proposal on paper in the person's language, which need not be the page's: worded here, since the browser holds one language only.
import { NEVER_DISCLOSED } from '#app/domain/proposals/anonymity.ts'
import { municipalityByCode } from '#app/domain/places/places.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { disclosureParts } from '#app/i18n/disclosures.ts'
import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import type { ProposalPaper } from '#db/proposals/paper.ts'

registerAllMessages()

type Line = { label: string; value: string }
export type PaperInWords = {
  language: 'lv' | 'ru' | 'en'
  title: string
  lead: string
  facts: Line[]
  learn: { title: string; lines: string[] }
  /** Null where the vacancy rules nothing out. */
  ruledOut: { title: string; lines: string[]; means: string } | null
  notLearn: { title: string; lines: string[] }
  slip: { cut: string; title: string; facts: Line[]; yes: string; no: string; ask: string; dated: string; give: string }
}

function jobFacts({ language, vacancy, employerName, distanceKm }: ProposalPaper): Line[] {
  const t = translator(language)
  const format = formatter(language)
  const area = vacancy.municipality === null ? '' : (municipalityByCode(vacancy.municipality)?.name ?? '')
  const far =
    distanceKm === null ? '' : distanceKm === 0 ? t('candidate.proposals.near') : t('candidate.proposals.kmAway', { km: distanceKm })
  const range = format.moneyRange(vacancy.payFromCents, vacancy.payToCents)
  const pay =
    range === null ? t('common.payNotStated') : `${range} ${t(vacancy.payPeriod === 'hour' ? 'common.perHour' : 'common.perMonth')}`
  const hours = vacancy.hoursPerWeek === null ? [] : [t('pages.vacancy.hoursPerWeek', { count: vacancy.hoursPerWeek })]
  const facts: Line[] = [
    { label: t('casework.proposals.proposalPaper.job'), value: vacancy.title },
    { label: t('casework.proposals.proposalPaper.employer'), value: employerName },
    {
      label: t('casework.proposals.proposalPaper.place'),
      value: [...new Set([vacancy.place, area, far])].filter((part) => part !== '').join(', '),
    },
    { label: t('casework.proposals.proposalPaper.pay'), value: pay },
    {
      label: t('casework.proposals.proposalPaper.time'),
      value: [...vacancy.shifts.map((shift) => t(`words.shift.${shift}`)), ...hours].join(', '),
    },
    { label: t('casework.proposals.proposalPaper.start'), value: vacancy.startOn === null ? '' : format.day(vacancy.startOn) },
    {
      label: t('casework.proposals.proposalPaper.support'),
      value: vacancy.supportOffered.map((one) => t(`words.support.${one}`)).join(', '),
    },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Null when the person has nothing to answer now. */
export function paperInWords(paper: ProposalPaper): PaperInWords | null {
  const { language, code, vacancy, question } = paper
  if (question === null) return null
  const t = translator(language)
  const { kind, discloses, deadlineAt } = question
  const { told, ruledOut } = disclosureParts(language, discloses)
  return {
    language,
    title: t(`casework.proposals.proposalPaper.title.${kind}`),
    lead: t(`casework.proposals.proposalPaper.lead.${kind}`),
    facts: jobFacts(paper),
    learn: { title: t('casework.proposals.proposalPaper.willLearn'), lines: told },
    ruledOut:
      ruledOut.length === 0
        ? null
        : {
            title: t('candidate.proposals.ruledOut', { employer: paper.employerName }),
            lines: ruledOut.map(capitalised),
            means: t('candidate.proposals.ruledOutMeans'),
          },
    notLearn: {
      title: t('casework.proposals.proposalPaper.willNotLearn'),
      lines: NEVER_DISCLOSED.map((one) => t(`words.neverDisclosed.${one}`)),
    },
    slip: {
      cut: t('casework.proposals.proposalPaper.cut'),
      title: t('casework.proposals.proposalPaper.slip'),
      facts: [
        { label: t('casework.proposals.proposalPaper.code'), value: code },
        { label: t('casework.proposals.proposalPaper.vacancy'), value: vacancy.title },
        { label: t('casework.proposals.proposalPaper.answerBy'), value: formatter(language).instantDay(deadlineAt) },
      ],
      yes: t(`casework.proposals.proposalPaper.yes.${kind}`),
      no: t('casework.proposals.proposalPaper.no'),
      ask: t('casework.proposals.proposalPaper.ask'),
      dated: t('casework.proposals.proposalPaper.dated'),
      give: t('casework.proposals.proposalPaper.give'),
    },
  }
}
