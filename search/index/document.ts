// A vacancy as the engines index it: texts by field, and the values for filters, facets and ordering.
import { hash } from 'node:crypto'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { findPlace, municipalityName } from '#app/domain/places/places.ts'
import { occupationByIsco, type OccupationGroup } from '#app/domain/occupations/occupations.ts'
import { russianName } from '#app/domain/places/russian-names.ts'
import { monthlyCents } from '#app/domain/vacancies/pay.ts'
import type { Coordinates, Visibility } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS, type CefrLevel, type Contract, type Shift, type SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import { vacancyDocumentParts, type VacancyDocumentRow } from '#db/search/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION, languageOf, stemsOf } from './analysis/analysis.ts'
import { requirementWords, supportWords } from './requirement-words.ts'

/** The fields that are searched. `meta`: employer, occupation in three languages, place in two, what is required and offered. */
export const WORD_FIELDS = ['title', 'meta', 'body'] as const
export type WordField = (typeof WORD_FIELDS)[number]

export type VacancyDocument = {
  id: string
  employerId: string | null
  visibility: Visibility
  texts: Record<WordField, string>
  occupation: string | null
  group: OccupationGroup | null
  municipality: string | null
  coordinates: Coordinates | null
  shifts: readonly Shift[]
  support: readonly SupportOffered[]
  contract: Contract | null
  /** The required level; null when none is required. */
  latvian: CefrLevel | null
  acceptanceStated: boolean
  accepts: readonly OffenceFamily[]
  /** The upper end of the pay, for a month; null when none is stated. */
  monthlyCents: number | null
  publishedAt: Instant
  expiresAt: Instant
}

/** 0 no level, 1 A1 … 6 C2. */
export function levelOf(latvian: CefrLevel | null): number {
  return latvian === null ? 0 : CEFR_LEVELS.indexOf(latvian) + 1
}

function documentOf(row: VacancyDocumentRow): VacancyDocument {
  const occupation = row.occupation === null ? undefined : occupationByIsco(row.occupation)
  const { latvian } = row.requirements
  const payCents = row.payToCents ?? row.payFromCents
  const meta = [
    row.employer ?? row.sourceEmployer ?? '',
    ...(occupation ? [occupation.lv, occupation.ru, occupation.en] : []),
    row.place,
    ...(findPlace(row.place) === undefined ? [] : [russianName(row.place)]),
    row.municipality === null ? '' : municipalityName(row.municipality),
    ...requirementWords(row.requirements),
    ...supportWords(row.supportOffered),
  ]
  return {
    id: row.id,
    employerId: row.employerId,
    visibility: row.visibility,
    texts: { title: row.title, meta: meta.filter((part) => part !== '').join(' \n'), body: row.description },
    occupation: row.occupation,
    group: occupation?.group ?? null,
    municipality: row.municipality,
    coordinates: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    shifts: row.shifts,
    support: row.supportOffered,
    contract: row.contract,
    latvian: latvian?.strength === 'must' ? latvian.level : null,
    acceptanceStated: row.acceptanceStated,
    accepts: row.accepts,
    monthlyCents: payCents === null ? null : monthlyCents(payCents, row),
    publishedAt: row.publishedAt ?? 0,
    expiresAt: row.expiresAt ?? 0,
  }
}

/**
 * The stems of each field, repeated where the text repeats them. Both engines index these and nothing else of the texts. An English text has those of
 * Latvian reading as well: a word of its title may be typed by itself, when nothing tells its language.
 */
export function stemsByField(
  { texts }: VacancyDocument,
  language = languageOf(`${texts.title} ${texts.body}`),
): Record<WordField, string[]> {
  const stems = (text: string) => (language === 'en' ? [...stemsOf(text, 'en'), ...stemsOf(text, 'lv')] : stemsOf(text, language))
  return { title: stems(texts.title), meta: stems(texts.meta), body: stems(texts.body) }
}

/** A hash that changes with everything the index stores of a vacancy: for comparing an index with the store. */
export function revisionOf(document: VacancyDocument): string {
  return hash('sha1', `${String(ANALYSIS_VERSION)} ${JSON.stringify(document)}`, 'base64url').slice(0, 16)
}

/** All published vacancies, or those of `ids`, part by part. */
export async function* documentParts(store: Store, ids: readonly string[] | 'all'): AsyncGenerator<VacancyDocument[]> {
  for await (const rows of vacancyDocumentParts(store, ids)) yield rows.map(documentOf)
}
