// The forms in which a Latvian place name is written in a sentence or an address, folded.
import { fold } from '#app/domain/shared/fold.ts'

/** Endings after the stem, folded: "a" for Grobiņa serves nominative and locative, since folding drops the length mark. */
const DECLENSIONS: readonly { ending: string; forms: readonly string[] }[] = [
  { ending: 'pils', forms: ['pils', 'pili', 'pilij'] },
  { ending: 'us', forms: ['us', 'u', 'um'] },
  { ending: 'is', forms: ['is', 'u', 'im'] },
  { ending: 'as', forms: ['as', 'u', 'am'] },
  { ending: 's', forms: ['s', 'a', 'am', 'u'] },
  { ending: 'a', forms: ['a', 'as', 'ai', 'u'] },
  { ending: 'e', forms: ['e', 'es', 'ei', 'i'] },
  { ending: 'i', forms: ['i', 'u', 'os', 'iem', 'us'] },
]

/** Genitive → nominative, folded; which of two a "-u" comes from is not seen, so both. */
const NOMINATIVES: readonly { ending: string; nominatives: readonly string[] }[] = [
  { ending: 'pils', nominatives: ['pils'] },
  { ending: 'as', nominatives: ['a'] },
  { ending: 'es', nominatives: ['e'] },
  { ending: 'us', nominatives: ['us'] },
  { ending: 'a', nominatives: ['s'] },
  { ending: 'u', nominatives: ['i', 'as'] },
]

/** The cases of a name that are met in addresses and searches, folded, the nominative first; the name alone when its ending is not known. */
export function placeForms(name: string): string[] {
  const folded = fold(name)
  const declension = DECLENSIONS.find((row) => folded.endsWith(row.ending))
  if (!declension) return [folded]
  const stem = folded.slice(0, folded.length - declension.ending.length)
  return declension.forms.map((form) => stem + form)
}

/** The same of a name that is known by its genitive ("Kazdangas" → kazdanga, kazdangas, kazdangai, …). */
export function formsOfGenitive(genitive: string): string[] {
  const folded = fold(genitive)
  const row = NOMINATIVES.find(({ ending }) => folded.endsWith(ending))
  if (!row) return [folded]
  const stem = folded.slice(0, folded.length - row.ending.length)
  return row.nominatives.flatMap((ending) => placeForms(stem + ending))
}
