// Invented people's names: each surname says plainly that nobody is called so.
import { fold } from '#app/domain/shared/fold.ts'
import type { FixedRandom } from '../fixed-random.ts'

export type PersonName = { givenName: string; familyName: string }
type Sex = 'man' | 'woman'
type Surname = readonly [man: string, woman: string]

const LATVIAN_MEN = [
  'Jānis',
  'Andris',
  'Māris',
  'Juris',
  'Edgars',
  'Mārtiņš',
  'Aivars',
  'Kaspars',
  'Raivis',
  'Normunds',
  'Guntis',
  'Artis',
  'Ainars',
  'Rihards',
  'Kristaps',
  'Dainis',
  'Uldis',
  'Ivars',
  'Toms',
  'Gatis',
]
const LATVIAN_WOMEN = [
  'Anna',
  'Inese',
  'Līga',
  'Ilze',
  'Zane',
  'Dace',
  'Kristīne',
  'Sanita',
  'Baiba',
  'Agnese',
  'Iveta',
  'Santa',
  'Linda',
  'Evija',
  'Gunta',
  'Aija',
  'Laura',
  'Sandra',
  'Vija',
  'Rita',
]
const LATVIAN_SURNAMES: readonly Surname[] = [
  ['Paraugs', 'Parauga'],
  ['Izdomātais', 'Izdomātā'],
  ['Piemērs', 'Piemēra'],
  ['Nevienpats', 'Nevienpata'],
  ['Tukšais', 'Tukšā'],
  ['Zīmīte', 'Zīmīte'],
  ['Vārdiņš', 'Vārdiņa'],
  ['Uzmetums', 'Uzmetuma'],
  ['Skicējums', 'Skicējuma'],
  ['Šablons', 'Šablona'],
  ['Makets', 'Maketa'],
  ['Pasaciņš', 'Pasaciņa'],
  ['Neesošais', 'Neesošā'],
  ['Kādsnebūt', 'Kādanebūt'],
  ['Burtiņš', 'Burtiņa'],
  ['Papīrmanis', 'Papīrmane'],
]
const RUSSIAN_MEN = [
  'Sergejs',
  'Aleksandrs',
  'Vladimirs',
  'Andrejs',
  'Dmitrijs',
  'Igors',
  'Oļegs',
  'Viktors',
  'Jurijs',
  'Maksims',
  'Deniss',
  'Romāns',
  'Vadims',
  'Aleksejs',
  'Pāvels',
  'Nikolajs',
  'Ruslans',
  'Antons',
  'Staņislavs',
  'Konstantīns',
]
const RUSSIAN_WOMEN = ['Olga', 'Jeļena', 'Natālija', 'Irina', 'Svetlana', 'Tatjana', 'Marina', 'Oksana', 'Jūlija', 'Anastasija']
const RUSSIAN_SURNAMES: readonly Surname[] = [
  ['Primerovs', 'Primerova'],
  ['Vydumkins', 'Vydumkina'],
  ['Pridumanovs', 'Pridumanova'],
  ['Skazkins', 'Skazkina'],
  ['Nebyvalovs', 'Nebyvalova'],
  ['Bumažkins', 'Bumažkina'],
  ['Maketovs', 'Maketova'],
  ['Šablonovs', 'Šablonova'],
  ['Ničejevs', 'Ničejeva'],
  ['Nikakojevs', 'Nikakojeva'],
]

export function inventedName(random: FixedRandom, language: 'lv' | 'ru', sex: Sex): PersonName {
  const given = language === 'lv' ? (sex === 'man' ? LATVIAN_MEN : LATVIAN_WOMEN) : sex === 'man' ? RUSSIAN_MEN : RUSSIAN_WOMEN
  const [man, woman] = random.pick(language === 'lv' ? LATVIAN_SURNAMES : RUSSIAN_SURNAMES)
  return { givenName: random.pick(given), familyName: sex === 'man' ? man : woman }
}

export function fullName({ givenName, familyName }: PersonName): string {
  return `${givenName} ${familyName}`
}

/** `anna.parauga`: the part of an address before the at sign. */
export function mailboxOf(name: string): string {
  return fold(name).replace(/[^a-z0-9]+/g, '.')
}
