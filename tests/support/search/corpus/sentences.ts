// What the made vacancies say: titles and sentences in three languages, with the occupation and the town in the cases that people write.
import type { CorpusOccupation } from './occupations.ts'
import type { Chance } from './random.ts'
import type { Town } from './towns.ts'

type Told = {
  occupation: CorpusOccupation
  /** Another one, who is worked with. */
  other: CorpusOccupation
  town: Town
  employer: string
}
type Saying = (told: Told, pick: Chance['pick']) => string
export type Wording = { title: (told: Told, chance: Chance) => string; sentences: readonly Saying[] }

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const KINDS_OF_WORKER = ['Vecākais', 'Jaunākais', 'Pieredzējis', 'Galvenais', 'Kvalificēts']

/** How titles are worded: each way is taken when the drawn share lies below its own and no earlier way was. */
type Way = readonly [below: number, word: () => string, isPossible?: boolean]
const worded = (share: number, ways: readonly Way[], otherwise: () => string) =>
  (ways.find(([below, , isPossible]) => share < below && isPossible !== false)?.[1] ?? otherwise)()

function latvianTitle({ occupation, town }: Told, chance: Chance): string {
  const { masculine, feminine } = occupation
  const person = chance.next() < 0.6 ? masculine : feminine
  return worded(
    chance.next(),
    [
      [0.36, () => capital(person.sn)],
      [0.5, () => `${capital(masculine.sn)}/${feminine.sn}`],
      [0.64, () => `${capital(person.sn)} ${town.locative}`],
      [0.72, () => `Meklējam ${person.sa}`],
      [0.8, () => `Aicinām darbā ${person.sa}`],
      [0.92, () => `${chance.pick(KINDS_OF_WORKER)} ${masculine.sn}`],
    ],
    () => capital(person.pn),
  )
}

function russianTitle({ occupation: { russian }, town }: Told, chance: Chance): string {
  return worded(
    chance.next(),
    [
      [0.45, () => capital(russian.n)],
      [0.62, () => `Требуется ${russian.n}`],
      [0.74, () => `Ищем ${russian.a}`],
      [0.88, () => `${capital(russian.n)} в ${town.inRussian?.[1] ?? ''}`, town.inRussian !== null],
      [0.95, () => `Приглашаем на работу ${russian.a}`],
    ],
    () => capital(russian.N),
  )
}

function englishTitle({ occupation: { english }, town }: Told, chance: Chance): string {
  return worded(
    chance.next(),
    [
      [0.5, () => english],
      [0.65, () => `Senior ${english}`],
      [0.75, () => `Junior ${english}`],
      [0.9, () => `${english} (${town.name})`],
    ],
    () => `${english}s`,
  )
}

const LATVIAN: readonly Saying[] = [
  ({ occupation: { masculine, feminine }, town, employer }, pick) =>
    `Uzņēmums ${employer} aicina savai komandai pievienoties ${pick([masculine, feminine]).sa} darbam ${town.locative}.`,
  ({ town }) => `Darba vieta atrodas ${town.locative}, iespējams elastīgs darba grafiks.`,
  ({ occupation: { skills } }, pick) => `Galvenie pienākumi: ${pick(skills).sn}, ${pick(skills).pa} un citu uzdevumu izpilde.`,
  ({ occupation: { masculine, skills } }, pick) =>
    `Nepieciešama pieredze ${masculine.sg} amatā vismaz gadu, zināšanas par ${pick(skills).sa}.`,
  ({ occupation: { masculine, skills } }, pick) =>
    `Meklējam atbildīgu ${masculine.sa}, kurš pārzina ${pick(skills).sa} un strādās ar ${pick(skills).pd}.`,
  ({ occupation: { masculine } }) => `Piedāvājam ${masculine.sd} stabilu atalgojumu, sociālās garantijas un veselības apdrošināšanu.`,
  ({ occupation: { skills } }, pick) => `Prasme strādāt ar ${pick(skills).pd} tiks uzskatīta par priekšrocību.`,
  ({ town }) => `Darbs ${town.genitive} novadā vai tā apkārtnē, nodrošinām transportu.`,
  ({ occupation: { masculine } }) => `Ja vēlies strādāt par ${masculine.sa}, sūti savu CV uz norādīto e-pastu.`,
  ({ occupation: { skills } }, pick) => `Labas latviešu valodas zināšanas, ${pick(skills).sg} pārzināšana, precizitāte.`,
  () => `Uzņēmumā tiek nodrošinātas mācības, draudzīgs kolektīvs un izaugsmes iespējas.`,
  () => `Pieteikties līdz mēneša beigām, sazināsimies tikai ar atlasītajiem kandidātiem.`,
  ({ other }) => `Ikdienā sadarbosies ar ${other.masculine.pd} un citiem kolēģiem.`,
]

const RUSSIAN: readonly Saying[] = [
  ({ occupation: { russian }, employer }) => `Компания ${employer} приглашает на работу ${russian.a}.`,
  ({ occupation: { russianSkills } }, pick) => `Обязанности: ${pick(russianSkills).nominative}, контроль качества и другие задачи.`,
  ({ occupation: { russian } }) => `Требуется опыт работы ${russian.i} не менее одного года.`,
  ({ occupation: { russian } }) => `Предлагаем ${russian.d} стабильную зарплату и социальные гарантии.`,
  ({ occupation: { russian, russianSkills } }, pick) => `Мы ищем ответственного ${russian.a}, который знает ${pick(russianSkills).object}.`,
  () => `Знание латышского языка на разговорном уровне.`,
  ({ occupation: { russian } }) => `Работа для ${russian.G} с проживанием и обучением.`,
  ({ other }) => `Взаимодействие с ${other.russian.I} и другими коллегами.`,
  () => `Присылайте резюме, мы свяжемся только с отобранными кандидатами.`,
  ({ town }) => (town.inRussian ? `Место работы находится в ${town.inRussian[1]}.` : `Место работы: ${town.name}.`),
]

const ENGLISH: readonly Saying[] = [
  ({ occupation, town, employer }) => `${employer} is looking for a ${occupation.english.toLowerCase()} to join our team in ${town.name}.`,
  ({ occupation }) => `You will work together with other ${occupation.english.toLowerCase()}s every day.`,
  () => `We offer a competitive salary, health insurance and training.`,
  ({ occupation }) => `At least one year of experience as a ${occupation.english.toLowerCase()} is required.`,
  () => `Good command of English and Latvian is an advantage.`,
  ({ other }) => `Cooperation with ${other.english.toLowerCase()}s and other colleagues.`,
  () => `Please send your CV, only shortlisted candidates will be contacted.`,
]

export const WORDINGS: Readonly<Record<'lv' | 'ru' | 'en', Wording>> = {
  lv: { title: latvianTitle, sentences: LATVIAN },
  ru: { title: russianTitle, sentences: RUSSIAN },
  en: { title: englishTitle, sentences: ENGLISH },
}
