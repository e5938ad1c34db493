// A company's name made comparable: the same firm as a register, an employer and a person write it.
import { fold } from '#app/domain/shared/fold.ts'

/** Legal forms of Latvian firms, folded; in front of the name or behind it, short or in full. */
const LEGAL_FORMS = [
  'sabiedriba ar ierobezotu atbildibu',
  'akciju sabiedriba',
  'individualais komersants',
  'individualais uznemums',
  'zemnieku saimnieciba',
  'zvejnieku saimnieciba',
  'kooperativa sabiedriba',
  'pilnsabiedriba',
  'komanditsabiedriba',
  'pasvaldibas sia',
  'valsts sia',
  'valsts as',
  'psia',
  'vsia',
  'vas',
  'sia',
  'as',
  'ik',
  'iu',
  'zs',
  'z/s',
  'ks',
  'ps',
  'ltd',
  'oy',
] as const

const PUNCTUATION = /[^\p{L}\p{N}&+/]+/gu
const PUNCTUATION_BUT_MARKS = /[^\p{L}\p{M}\p{N}&+/]+/gu

function withoutForm(name: string): string {
  for (const form of LEGAL_FORMS) {
    if (name.startsWith(`${form} `)) return name.slice(form.length + 1)
    if (name.endsWith(` ${form}`)) return name.slice(0, -form.length - 1)
  }
  return name
}

/** How many words, of a name's folded ones, are its legal form: in front of it or behind it. */
function formOf(words: readonly string[]): { front: number; behind: number } {
  const name = words.join(' ')
  const rest = withoutForm(name)
  const dropped = words.length - (rest === '' ? 0 : rest.split(' ').length)
  return name.endsWith(rest) ? { front: dropped, behind: 0 } : { front: 0, behind: dropped }
}

/** The words of a name as they are written, without quotes, punctuation and the legal form. */
export function companyNameWords(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .replace(PUNCTUATION_BUT_MARKS, ' ')
    .split(' ')
    .filter((word) => word !== '')
  const { front, behind } = formOf(words.map(fold))
  return words.slice(front, words.length - behind)
}

/** Folded, without quotes, punctuation and the legal form; '' only when nothing else is there to compare. */
export function companyNameKey(name: string): string {
  return withoutForm(fold(name).replace(PUNCTUATION, ' ').trim())
}
