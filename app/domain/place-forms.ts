// The forms in which a Latvian place name is written in a sentence or an address, folded.
import { fold } from './fold.ts'

/** Endings after the stem, folded: "a" for Grobiņa stands for nominative and locative both, since folding drops the length mark. No accusative
 *  for -e: Priekule's would be another town's name, Priekuļi. */
const DECLENSIONS: readonly { ending: string; forms: readonly string[] }[] = [
  { ending: 'pils', forms: ['pils', 'pili', 'pilij'] },
  { ending: 'us', forms: ['us', 'u', 'um'] },
  { ending: 'is', forms: ['is', 'u', 'im'] },
  { ending: 'as', forms: ['as', 'u', 'am'] },
  { ending: 's', forms: ['s', 'a', 'am', 'u'] },
  { ending: 'a', forms: ['a', 'as', 'ai', 'u'] },
  { ending: 'e', forms: ['e', 'es', 'ei'] },
  { ending: 'i', forms: ['i', 'u', 'os', 'iem', 'us'] },
]

/** The cases of a name that are met in addresses and searches, folded, the nominative first; the name alone when its ending is not known. */
export function placeForms(name: string): string[] {
  const folded = fold(name)
  const declension = DECLENSIONS.find((row) => folded.endsWith(row.ending))
  if (!declension) return [folded]
  const stem = folded.slice(0, folded.length - declension.ending.length)
  return declension.forms.map((form) => stem + form)
}
