// Stop words of the three languages: neither indexed nor searched for, since kas (what) has the stem of kase (till).
import { folded } from './raw-words.ts'

/** Not in the list, since they have a meaning: "without" and "not"; IT is a trade, MAN makes lorries, and `būs` folds to bus. */
const STOP_WORDS = {
  lv: `un vai ar par uz no pie kā ka kas ko kur lai līdz pa pēc pirms priekš starp zem virs pret caur dēļ aiz kopš ja jo bet arī tikai tas tā to
    tie šis šī šo es tu mēs jūs mūs mums jums mūsu jūsu viņš viņa viņi ir esmu esi esam esat būt kuru kura kurš vēl jau kādu kāds`,
  ru: `и в во на с со по за для от до из у к ко о об а но или же ли бы как что это где при под над про через между я ты мы вы он она они
    мне нам вам вас нас его её их мой наш ваш есть быть будет был так то тот эта этот если чтобы тоже также кто`,
  en: `the a an in on of and or for as with at by to from into is are be was were will i we you he she they this that these those our your my me us
    if but so than then there here have has do does who what where which can`,
}

/** Stop words, except beside "category". */
const LICENCES = new Set(['a', 'be'])
const SMALL = new Set(Object.values(STOP_WORDS).flatMap((words) => words.split(/\s+/).map(folded)))

/** Of a folded word. `maybe`: a stop word unless it is the category of a driving licence. */
export function stopWordKind(word: string): 'no' | 'maybe' | 'yes' {
  if (!SMALL.has(word)) return 'no'
  return LICENCES.has(word) ? 'maybe' : 'yes'
}
