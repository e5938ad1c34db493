// A company's name made comparable: the same firm as a register, an employer and a person write it.
import { fold } from './fold.ts'

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

function withoutForm(name: string): string {
  for (const form of LEGAL_FORMS) {
    if (name.startsWith(`${form} `)) return name.slice(form.length + 1)
    if (name.endsWith(` ${form}`)) return name.slice(0, -form.length - 1)
  }
  return name
}

/** Folded, without quotes, punctuation and the legal form; '' only when nothing else is there to compare. */
export function companyNameKey(name: string): string {
  return withoutForm(fold(name).replace(PUNCTUATION, ' ').trim())
}
