// What a vacancy requires and offers, in the words people search by: what is chosen from a list stands in no text.
import type { Certificate, Requirements, SupportOffered } from '#app/domain/vacancies/job-terms.ts'

const CERTIFICATE_WORDS: Record<Certificate, string> = {
  forklift: 'autoiekrāvēja apliecība, удостоверение водителя погрузчика, forklift licence',
  crane: 'celtņa vadītāja apliecība, удостоверение крановщика, crane licence',
  welder_iso9606: 'metinātāja sertifikāts ISO 9606, сертификат сварщика, welder certificate',
  electrician_group: 'elektrodrošības grupa, группа по электробезопасности, electrical safety group',
  chainsaw: 'motorzāģa operatora apliecība, удостоверение вальщика с бензопилой, chainsaw certificate',
  brush_cutter: 'krūmgrieža operatora apliecība, удостоверение на кусторез, brush cutter certificate',
  scaffold: 'sastatņu montētāja apliecība, удостоверение монтажника лесов, scaffolder certificate',
  work_at_height: 'apliecība darbam augstumā, допуск к работам на высоте, work at height certificate',
  code95: '95. kods, код 95, code 95',
  adr: 'ADR apliecība, удостоверение ADR, ADR certificate',
  hygiene: 'pārtikas higiēnas apliecība, удостоверение по гигиене питания, food hygiene certificate',
  boiler_operator: 'katlu operatora apliecība, удостоверение оператора котлов, boiler operator certificate',
  guard: 'apsardzes sertifikāts, сертификат охранника, guard certificate',
  stcw: 'drošības apliecība darbam jūrā STCW, удостоверение STCW, STCW certificate',
  excavator: 'ekskavatora vadītāja apliecība, удостоверение экскаваторщика, excavator licence',
  first_aid: 'pirmās palīdzības apliecība, удостоверение по первой помощи, first aid certificate',
}

const SUPPORT_WORDS: Record<SupportOffered, string> = {
  mentor: 'mentors darbā, наставник, mentor',
  training: 'apmācība darba vietā, обучение на месте, training on the job',
  trial_day: 'izmēģinājuma diena, пробный день, trial day',
  transport: 'transports uz darbu, транспорт до работы, transport to work',
  dormitory: 'kopmītne, naktsmītne, dzīvesvieta, dzīvošana, общежитие, жильё, проживание, dormitory, accommodation, housing',
  meals: 'ēdināšana, pusdienas, питание, обеды, meals',
  clothes: 'darba apģērbs, рабочая одежда, спецодежда, work clothes',
  pay_advance: 'avanss, аванс, pay advance',
}

export function supportWords(support: readonly SupportOffered[]): string[] {
  return support.map((one) => SUPPORT_WORDS[one])
}

export function requirementWords({ skills, driving, certificates }: Requirements): string[] {
  return [
    ...skills.map(({ skill }) => skill),
    ...driving.map(({ category }) => `${category} kategorija, категория ${category}, category ${category}`),
    ...certificates.map(({ certificate }) => CERTIFICATE_WORDS[certificate]),
  ]
}
