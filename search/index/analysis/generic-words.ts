// Words that fit every job (work, vacancy, looking for): a search leaves them out while others remain.
import { analyseWord } from './analysed-word.ts'
import { folded } from './raw-words.ts'

/** In all their forms, by the stem. */
const IN_EVERY_FORM = `darbs vakance amats sludinājums darbavieta nodarbinātība piedāvājums meklēju meklē vajadzīgs nepieciešams
    работа вакансия объявление предложение нужен требуется ищу ищет
    job jobs work vacancy vacancies employment hiring wanted`

/** Legal forms of companies. */
const COMPANIES = `sia as ik zs ооо оао llc ltd`

/** In these forms only: they share no stem, or share it with a word that does tell jobs apart. */
const AS_TYPED = `strādāt strādāju strādāšu strādātu meklēt meklējam meklējat meklējot gribu gribētu gribam vēlos vēlētos vajag vajadzētu varu var man
    atrast atrodu piedāvā piedāvāju piedāvājam dabūt
    ищем ищут искать нужна нужно нужны требуются хочу хотим хотел хотела хотелось найти найду работать работаю трудоустройство предлагаю предлагаем
    rabota rabotu raboty vakansija vakansii
    working looking find need needed want position positions opening openings opportunity opportunities offer offers available hire`

function each(words: string): string[] {
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(folded)
}

const STEMS = new Set(each(IN_EVERY_FORM).map((word) => analyseWord(word).stem))
const WORDS = new Set(each(`${AS_TYPED} ${COMPANIES}`))

/** Of a folded word. */
export function isGeneric(word: string): boolean {
  return WORDS.has(word) || STEMS.has(analyseWord(word).stem)
}
