// A vacancy as the index holds it: its words by field, and the plain values it is filtered, counted and ordered by.
import type { Instant } from '#app/domain/day.ts'
import { municipalityName } from '#app/domain/places.ts'
import { occupationByIsco, type OccupationGroup } from '#app/domain/occupations.ts'
import type { Spot, Visibility } from '#app/domain/vacancy.ts'
import type { Shift, SupportOffered } from '#app/domain/work.ts'
import { listVacancyDocuments, type VacancyDocumentRow } from '#db/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'

export type VacancyDocument = {
  id: string
  employerId: string | null
  visibility: Visibility
  words: Record<WordField, string>
  occupation: string | null
  group: OccupationGroup | null
  municipality: string | null
  spot: Spot | null
  shifts: readonly Shift[]
  support: readonly SupportOffered[]
  acceptanceStated: boolean
  /** The upper end for a full month, so that hours and months stand in one order; null when none is stated. */
  monthlyCents: number | null
  publishedAt: Instant
  expiresAt: Instant
}

/** A word in the title says most about the job, one in the description least. */
export const WORD_FIELDS = { title: 8, employer: 4, occupation: 3, place: 2, description: 1 } as const
export type WordField = keyof typeof WORD_FIELDS

const FULL_TIME_HOURS = 40
const WEEKS_IN_MONTH = 52 / 12

function monthlyCents(row: VacancyDocumentRow): number | null {
  const cents = row.payToCents ?? row.payFromCents
  if (cents === null || row.payPeriod === 'month') return cents
  return Math.round(cents * (row.hoursPerWeek ?? FULL_TIME_HOURS) * WEEKS_IN_MONTH)
}

export function documentOf(row: VacancyDocumentRow): VacancyDocument {
  const occupation = row.occupation === null ? undefined : occupationByIsco(row.occupation)
  return {
    id: row.id,
    employerId: row.employerId,
    visibility: row.visibility,
    words: {
      title: row.title,
      employer: row.employer ?? row.sourceEmployer ?? '',
      occupation: occupation ? `${occupation.lv} ${occupation.ru} ${occupation.en}` : '',
      place: `${row.place} ${row.municipality === null ? '' : municipalityName(row.municipality)}`,
      description: row.description,
    },
    occupation: row.occupation,
    group: occupation?.group ?? null,
    municipality: row.municipality,
    spot: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    shifts: row.shifts,
    support: row.supportOffered,
    acceptanceStated: row.acceptanceStated,
    monthlyCents: monthlyCents(row),
    publishedAt: row.publishedAt ?? 0,
    expiresAt: row.expiresAt ?? 0,
  }
}

export async function readDocuments(store: Store, ids: readonly string[] | 'all'): Promise<VacancyDocument[]> {
  return (await listVacancyDocuments(store, ids)).map(documentOf)
}
