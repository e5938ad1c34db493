// Values that stand nowhere but in what is held of one person: whoever reads one has read the person.
import { PERSONAL_COLUMNS, type DataClass } from '#app/domain/people/data-classes.ts'
import { fold } from '#app/domain/shared/fold.ts'

type Canary = {
  class: DataClass
  /** `table.column` */
  column: string
  text: string
}

export const CANARIES = {
  givenName: { class: 'identity', column: 'identity.content', text: 'Kvarcēna' },
  familyName: { class: 'identity', column: 'identity.content', text: 'Spodrkalne' },
  personalCode: { class: 'identity', column: 'identity.content', text: '310283-99887' },
  birthDate: { class: 'identity', column: 'identity.content', text: '1983-03-31' },
  phone: { class: 'identity', column: 'identity.content', text: '28765431' },
  email: { class: 'identity', column: 'identity.content', text: 'kvarca@nekurzeme.test' },
  address: { class: 'identity', column: 'identity.content', text: 'Nekurzemes iela 7' },
  releasedOn: { class: 'record', column: 'restricted_record.content', text: '2021-04-17' },
  spentOn: { class: 'record', column: 'restricted_record.content', text: '2033-06-19' },
  banUntil: { class: 'record', column: 'restricted_record.content', text: '2034-08-23' },
  // That the person is there is encrypted; the names of all places stand in a table of their own.
  custodyPlace: { class: 'situation', column: 'custody_place.name', text: 'Vārpukrasta vieta' },
  plannedRelease: { class: 'situation', column: 'candidate.situation', text: '2027-09-29' },
  skill: { class: 'profile', column: 'candidate.profile', text: 'zvanliešana' },
  readinessNote: { class: 'readiness', column: 'readiness.note', text: 'Pajautāt krustmātei' },
  label: { class: 'label', column: 'involvement.label', text: 'Garais ar klarneti' },
  labelOfNgo: { class: 'label', column: 'involvement.label', text: 'Tas ar ērģelēm' },
  correction: { class: 'corrections', column: 'correction.content', text: 'Pusdienošana nav pareizi' },
  saidAtJoining: { class: 'case', column: 'involvement.said', text: 'Stāstīts pie kamīna' },
  basisOfJoining: { class: 'case', column: 'involvement.basis_name', text: 'Piekrišana ar zīmogu 4711' },
  noteAtJoining: { class: 'case', column: 'handover.note', text: 'Zvanīt pēc maizes cepšanas' },
  saidAtRefusedHandover: { class: 'case', column: 'handover.said', text: 'Stāstīts uz laipas' },
  noteAtRefusedHandover: { class: 'case', column: 'handover.note', text: 'Neaizmirst lietussargu' },
  saidAtHandover: { class: 'case', column: 'involvement.said', text: 'Stāstīts zem liepas' },
  noteAtHandover: { class: 'case', column: 'handover.note', text: 'Atslēga pie sētnieces' },
  question: { class: 'proposals', column: 'proposal_question.question', text: 'Vai drīkst ņemt akordeonu' },
  answer: { class: 'proposals', column: 'proposal_question.answer', text: 'Akordeons gaida ratnīcā' },
  employersNote: { class: 'proposals', column: 'proposal_event.note', text: 'Vietu atdevām māsīcai' },
  interviewPlace: { class: 'proposals', column: 'proposal.interview_place', text: 'Pie dzeltenās siltumnīcas' },
} as const satisfies Record<string, Canary>

export type CanaryName = keyof typeof CANARIES
export const CANARY_NAMES = Object.keys(CANARIES) as CanaryName[]

/** Those whose column is encrypted: they stand in clear in no file. */
export const ENCRYPTED_CANARIES = CANARY_NAMES.filter((name) =>
  PERSONAL_COLUMNS.some(({ kept, columns }) => kept === 'encrypted' && columns.includes(CANARIES[name].column)),
)

const inBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
const asJson = (text: string) => text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
const asMarkup = (text: string) => text.replace(/[^ -~]/g, (letter) => `&#${String(letter.charCodeAt(0))};`)

/** A day also as pages write it in Latvian, Russian and English. */
function written(text: string): string[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return year === '' ? [text] : [text, `${day}.${month}.${year}`, `${day}/${month}/${year}`]
}

/** What of its base64 does not depend on where in a longer text it begins. */
function inBase64(text: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.from('x'.repeat(before) + text)
      .toString('base64')
      .replace(/=+$/, '')
    const whole = encoded.slice(before === 0 ? 0 : before + 1, -1)
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** As a page may hold it, one letter for each byte. */
function plainly(text: string): string[] {
  const asAddress = encodeURIComponent(text)
  return written(text).flatMap((one) => [inBytes(one), asJson(one), asMarkup(one), asAddress, asAddress.replaceAll('%20', '+')])
}

/** As a file, a log or a header may hold it. */
function disguised(text: string): string[] {
  const folded = [text.toLowerCase(), fold(text)].map(inBytes)
  return [...plainly(text), ...folded, ...inBase64(text), Buffer.from(text).toString('hex')]
}

function finderOf(spellings: (text: string) => string[]): (bytes: string) => CanaryName[] {
  const all = CANARY_NAMES.map((name) => [name, [...new Set(spellings(CANARIES[name].text))]] as const)
  return (bytes) => all.filter(([, texts]) => texts.some((text) => bytes.includes(text))).map(([name]) => name)
}

/** @param bytes one letter for each. */
export const canariesInPage = finderOf(plainly)
export const canariesAnyhow = finderOf(disguised)
