// The register's address line ("LATVIJA, Jumaras iela 195, Valmiera, Valmieras nov.") as municipality, place and street.
import { fold } from '#app/domain/shared/fold.ts'
import { findMunicipality, findPlace, municipalityByCode, type Place } from '#app/domain/places/places.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'

/** `municipality` is null abroad and when nothing could be recognised; `coordinates` is the middle of the town. */
export type Address = { municipality: string | null; place: string; street: string | null; coordinates: Coordinates | null }

const LATVIA = /^(?:latvija|latvia|lv|латвия|latvijas republika|visa latvija)$/
const ABROAD =
  /^(?:lietuva|igaunija|vacija|zviedrija|norvegija|somija|danija|polija|niderlande|holande|belgija|francija|spanija|italija|austrija|sveice|cehija|irija|islande|ukraina|lielbritanija|apvienota karaliste|anglija|skotija|asv|amerikas savienotas valstis|luksemburga|portugale|griekija|kipra|malta|ungarija|rumanija|bulgarija|horvatija|slovakija|slovenija|turcija|krievija|baltkrievija|kanada|germany|lithuania|estonia|sweden|norway|finland|denmark|poland|netherlands)$/
const POSTCODE = /\bLV\s?-?\s?\d{4}\b/giu
const STREET =
  /(?<!\p{L})(?:iela|ielas|ielā|prospekts|prosp\.|bulvāris|bulv\.|šoseja|gatve|laukums|ceļš|dambis|krastmala|aleja|līnija|šķērsiela|sēta|mājas|māja|parks|ул\.|улица|street|road)(?!\p{L})|["“”„«»]|\d/iu
const NOVADS = /(?:nov\.?|novad\p{L}{0,2}|raj\.?|rajon\p{L}{0,2})$/iu
const PARISH = /\s(?:pag\.?|pagast\p{L}{0,2})$/iu
const CITY_TAG = /\s+(?:pilsēta|pils\.|valstspilsēta|c\.|ciems)$/iu

type Kind = 'street' | 'novads' | 'parish' | 'settlement'

function kindOf(part: string): Kind {
  if (NOVADS.test(part) && findMunicipality(part)) return 'novads'
  if (PARISH.test(part)) return 'parish'
  return STREET.test(part) && !findPlace(part) ? 'street' : 'settlement'
}

/** "Brīvības iela 1 Rīga": a town that nobody put a comma before. */
function splitTown(part: string): string[] {
  const words = part.split(' ')
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length < 2 || !STREET.test(part)) return [part]
  if (isTownName(last)) return [words.slice(0, -1).join(' '), last]
  return isTownName(first) && words.length > 2 && /\d/.test(part) ? [first, words.slice(1).join(' ')] : [part]
}

function isTownName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && fold(findPlace(word)?.name ?? '') === fold(word) && !/as$|es$|u$/iu.test(word)
}

function partsOf(line: string): string[] {
  return line
    .replace(POSTCODE, '')
    .split(/[,;\n]/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** The city beats a novads of its own name next to it; otherwise the novads decides which of two namesakes is meant. */
function placeIn(settlements: readonly string[], novads: string | undefined): Place | undefined {
  const found = settlements.flatMap((part) => findPlace(part) ?? [])
  const within = found.find(({ municipality }) => municipality === novads)
  const city = found.find(({ name, municipality }) => municipalityByCode(municipality)?.name === name)
  return novads === undefined ? found[0] : (within ?? city)
}

function parishName(part: string): string {
  return part.replace(PARISH, ' pagasts')
}

/** Never fails: what is not understood stays as the place's text, at most 80 letters of it. */
export function readAddress(line: string | null): Address {
  const [first = '', ...rest] = partsOf(line ?? '')
  const abroad = ABROAD.test(fold(first))
  if (abroad) {
    const place = [...rest.filter((part) => !STREET.test(part)), first.slice(0, 1) + first.slice(1).toLowerCase()].join(', ')
    return { municipality: null, place: place.slice(0, 80), street: null, coordinates: null }
  }
  const parts = [first, ...rest].filter((part) => part !== '' && !LATVIA.test(fold(part))).flatMap(splitTown)
  const of = (kind: Kind) => parts.filter((part) => kindOf(part) === kind)
  const [novadi, parishes, settlements] = [of('novads'), of('parish'), of('settlement')]
  const novads = novadi.flatMap((part) => findMunicipality(part)?.code ?? [])[0]
  const place = placeIn(settlements, novads)
  const [parish] = parishes
  const municipality =
    place?.municipality ?? novads ?? [...parishes, ...settlements].flatMap((part) => findMunicipality(part)?.code ?? [])[0] ?? null
  const parishTown = parish === undefined || municipality === null ? undefined : findPlace(parish.replace(PARISH, ''), municipality)
  const village = settlements.find((part) => findPlace(part) === undefined)?.replace(CITY_TAG, '')
  const name = place?.name ?? village ?? (parish === undefined ? '' : parishName(parish))
  const street = of('street').join(', ')
  return {
    municipality,
    place: name.slice(0, 80),
    street: street === '' ? null : street.slice(0, 200),
    coordinates: place?.coordinates ?? parishTown?.coordinates ?? null,
  }
}
