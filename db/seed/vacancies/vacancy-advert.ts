// Puts an advert's text together: the firm, the duties, how the work goes, what is offered.
import type { Contract, SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import type { RussianText } from './vacancy-texts-russian.ts'
import type { WorkText } from './work-text.ts'

const OFFERED_LV: Record<SupportOffered, string> = {
  mentor: 'pieredzējuša kolēģa palīdzību pirmajās nedēļās',
  training: 'apmācību darba vietā',
  trial_day: 'apmaksātu izmēģinājuma dienu',
  transport: 'nogādāšanu uz darbu un atpakaļ',
  dormitory: 'vietu kopmītnē',
  meals: 'siltas pusdienas',
  clothes: 'darba apģērbu',
  pay_advance: 'avansu pirmajā mēnesī',
}
const OFFERED_RU: Record<SupportOffered, string> = {
  mentor: 'помощь опытного коллеги в первые недели',
  training: 'обучение на месте',
  trial_day: 'оплаченный пробный день',
  transport: 'доставку на работу и обратно',
  dormitory: 'место в общежитии',
  meals: 'горячий обед',
  clothes: 'рабочую одежду',
  pay_advance: 'аванс в первый месяц',
}
const CONTRACT_LV: Record<Contract, string> = {
  permanent: 'pastāvīgu darbu',
  fixed_term: 'darbu uz noteiktu laiku',
  seasonal: 'sezonas darbu',
}
const CONTRACT_RU: Record<Contract, string> = {
  permanent: 'постоянную работу',
  fixed_term: 'работу на определённый срок',
  seasonal: 'сезонную работу',
}

type Offer = { contract: Contract; support: readonly SupportOffered[] }

const list = (lines: readonly string[]) => lines.map((line) => `– ${line}`).join('\n')
const paragraphs = (...parts: string[]) => parts.filter((part) => part !== '').join('\n\n')

export function latvianAdvert(about: string, text: WorkText, { contract, support }: Offer): string {
  const offers = [CONTRACT_LV[contract], ...support.map((one) => OFFERED_LV[one])].join(', ')
  return paragraphs(about, `Darba pienākumi:\n${list(text.tasks)}`, text.note, `Piedāvājam: ${offers}.`)
}

export function russianAdvert(text: RussianText, { contract, support }: Offer): string {
  const offers = [CONTRACT_RU[contract], ...support.map((one) => OFFERED_RU[one])].join(', ')
  return paragraphs(`Обязанности:\n${list(text.tasks)}`, text.note, `Предлагаем: ${offers}.`)
}
