// A vacancy as Meilisearch holds it: its texts as stems, and the plain values it is filtered, counted and ordered by.
import { z } from 'zod'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { VISIBILITIES, type Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS, CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { levelOf, revisionOf, stemsByField, type VacancyDocument } from '../document.ts'

const instant = z.int().nonnegative()
/** Far more than a vacancy has; it keeps one document from filling a request. */
const LONGEST_TEXT = 500_000
const text = z.string().max(LONGEST_TEXT)

/** Checked before it is sent: what a server answers to a wrong value is a failed task, a while later. */
export const meiliDocument = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  rev: z.string().min(1),
  title: text,
  meta: text,
  body: text,
  /** The id in hexadecimal: Meilisearch folds the case of text before it sorts, and ids differ by case. */
  order: z.string().min(1),
  visibility: z.enum(VISIBILITIES),
  occupation: z.string().nullable(),
  group: z.string().nullable(),
  municipality: z.string().nullable(),
  _geo: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
  shifts: z.array(z.enum(SHIFTS)),
  support: z.array(z.enum(SUPPORT_OFFERED)),
  contract: z.enum(CONTRACTS).nullable(),
  /** 0 none is a must, 1 A1 … 6 C2. */
  latvian: z.int().min(0).max(CEFR_LEVELS.length),
  stated: z.boolean(),
  accepts: z.array(z.enum(OFFENCE_FAMILIES)),
  monthlyCents: z.int().nonnegative().nullable(),
  publishedAt: instant,
  expiresAt: instant,
})
export type MeiliDocument = z.infer<typeof meiliDocument>

/** One wrong `_geo` fails its whole task. */
function validGeo(coordinates: Coordinates | null): { _geo: { lat: number; lng: number } } | null {
  if (!coordinates || !(Math.abs(coordinates.lat) <= 90) || !(Math.abs(coordinates.lon) <= 180)) return null
  return { _geo: { lat: coordinates.lat, lng: coordinates.lon } }
}

export function orderOf(id: string): string {
  return Buffer.from(id, 'utf8').toString('hex')
}

/** `problem`: which values are wrong, never the values. */
export type Converted = { ok: true; document: MeiliDocument } | { ok: false; id: string; problem: string }

export function meiliDocumentOf(vacancy: VacancyDocument): Converted {
  const stems = stemsByField(vacancy)
  const parsed = meiliDocument.safeParse({
    id: vacancy.id,
    rev: revisionOf(vacancy),
    title: stems.title.join(' '),
    meta: stems.meta.join(' '),
    body: stems.body.join(' '),
    order: orderOf(vacancy.id),
    visibility: vacancy.visibility,
    occupation: vacancy.occupation,
    group: vacancy.group,
    municipality: vacancy.municipality,
    ...validGeo(vacancy.coordinates),
    shifts: vacancy.shifts,
    support: vacancy.support,
    contract: vacancy.contract,
    latvian: levelOf(vacancy.latvian),
    stated: vacancy.acceptanceStated,
    accepts: vacancy.accepts,
    monthlyCents: vacancy.monthlyCents,
    publishedAt: vacancy.publishedAt,
    expiresAt: vacancy.expiresAt,
  })
  if (parsed.success) return { ok: true, document: parsed.data }
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path.join('.')))
  return { ok: false, id: vacancy.id, problem: `invalid_document: ${[...wrong].join(', ')}` }
}
