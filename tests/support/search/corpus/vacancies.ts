// Made vacancies in Latvian, Russian and English for measuring searches: inflected, with towns, pay and dates; the same every time.
// Half of each text is words from dictionaries without sense: good for speed and for finding, not for reading.
import { dictionaryWords } from './dictionary-words.ts'
import { CORPUS_OCCUPATIONS } from './occupations.ts'
import { chanceFrom, type Chance } from './random.ts'
import { capital, WORDINGS } from './sentences.ts'
import { makeTowns, type Region } from './towns.ts'

export type CorpusLanguage = 'lv' | 'ru' | 'en'

export type CorpusVacancy = {
  /** From 1 on. */
  nth: number
  language: CorpusLanguage
  occupation: string
  category: string
  title: string
  employer: string
  town: string
  region: Region
  remote: 'no' | 'partly' | 'wholly'
  payFromEuros: number
  payToEuros: number
  postedAt: number
  lat: number
  lon: number
  description: string
}

const SEED = 12_345
/** None is posted later: 21 September 2026. */
export const CORPUS_NOW = 1_790_000_000_000
const DAY_SECONDS = 86_400

const NAME_BEGINNINGS =
  'Balt Nord Lat Riga Amber Dzintar Zemgal Kurz Vidzem Latgal Saules Ozol Bērzu Daugav Gaujas Venta Eko Metro Euro Inter Prime Delta Alfa Omega Sigma Silv Ziemeļ Dienvid Jūras Zvaigzn'
const NAME_ENDINGS =
  'build trans food tech serviss grupa mode metāls koks agro med soft loģistika būve tirdzniecība pārtika enerģija auto nams darbs'
const NAME_ADDITIONS = ['', '', ' Plus', ' Baltic', ' Latvija', ' Grupa', ' Invest', ' Holdings', ' 2000', ' LV']
const MOST_EMPLOYERS = 4000

function employerNames(): string[] {
  const names = NAME_BEGINNINGS.split(' ').flatMap((beginning) =>
    NAME_ENDINGS.split(' ').flatMap((ending) => NAME_ADDITIONS.map((addition) => `SIA ${capital(beginning + ending)}${addition}`)),
  )
  return [...new Set(names)].slice(0, MOST_EMPLOYERS)
}

/** Words of a language without sense, frequent and rare ones. */
function openNoise(language: CorpusLanguage, words: string[][], chance: Chance): (count: number) => string {
  const draw = chance.zipf(words.length, 1.02)
  return (count) => Array.from({ length: count }, () => chance.pick(words[draw()] ?? [language])).join(' ')
}

const rounded = (degrees: number) => Number(degrees.toFixed(5))
export const languageFor = (share: number): CorpusLanguage => (share < 0.68 ? 'lv' : share < 0.88 ? 'ru' : 'en')
const remoteFor = (share: number) => (share < 0.8 ? 'no' : share < 0.92 ? 'partly' : 'wholly')

/** The order in which chance is asked is what makes them the same every time. The first ones are the same however many are made. */
export function* makeCorpus(count: number): Generator<CorpusVacancy> {
  const chance = chanceFrom(SEED)
  const words = { lv: dictionaryWords('lv', chance), ru: dictionaryWords('ru', chance), en: dictionaryWords('en', chance) }
  const noise = {
    lv: openNoise('lv', words.lv, chance),
    ru: openNoise('ru', words.ru, chance),
    en: openNoise('en', words.en, chance),
  }
  const towns = makeTowns(chance)
  const drawTown = chance.weighted(towns, ({ weight }) => weight)
  const drawPlace = chance.zipf(CORPUS_OCCUPATIONS.length, 0.7)
  const occupations = chance.shuffle([...CORPUS_OCCUPATIONS])
  const employers = employerNames()
  const drawEmployer = chance.zipf(employers.length, 0.9)

  for (let nth = 1; nth <= count; nth += 1) {
    const occupation = occupations[drawPlace()] ?? chance.pick(occupations)
    const town = drawTown()
    const employer = employers[drawEmployer()] ?? ''
    const told = { occupation, town, employer, other: chance.pick(CORPUS_OCCUPATIONS) }
    const language = languageFor(chance.next())
    const { title: titleFor, sentences } = WORDINGS[language]
    const title = titleFor(told, chance)
    const order = chance.shuffle([...sentences])
    const said = order.slice(0, 5 + chance.below(4)).flatMap((sentence) => {
      const text = sentence(told, chance.pick)
      return chance.next() < 0.6 ? [text, `${capital(noise[language](4 + chance.below(8)))}.`] : [text]
    })
    const remote = remoteFor(chance.next())
    const payFromEuros = 700 + Math.floor(chance.next() * chance.next() * 3300)
    yield {
      nth,
      language,
      occupation: occupation.id,
      category: occupation.category,
      title,
      employer,
      town: town.name,
      region: town.region,
      remote,
      payFromEuros,
      payToEuros: payFromEuros + chance.below(900),
      postedAt: CORPUS_NOW - chance.below(60 * DAY_SECONDS) * 1000,
      lat: rounded(town.lat + (chance.next() - 0.5) * 0.06),
      lon: rounded(town.lon + (chance.next() - 0.5) * 0.1),
      description: said.join(' '),
    }
  }
}
