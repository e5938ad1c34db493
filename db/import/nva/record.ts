// A record as the register serves it, list form or detail form; the block of contact data is dropped here.
import { z } from 'zod'

const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : null))
const scalar = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : null))
const yes = z
  .unknown()
  .optional()
  .transform((value) => {
    if (value === null || value === undefined || value === '') return null
    return value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|t|j|jā|ja)$/iu.test(value.trim()))
  })

/** Only these keys survive; who to call and where never gets past (`kontaktpersona…` is in none of the forms below). */
const listForm = z.object({
  id: text,
  kla_profesija_nosaukums: text,
  uzn_uznemums_nosaukums: text,
  vieta: text,
  alga_no_lidz: scalar,
  publicesanas_laiks: scalar,
  aktuala_lidz: scalar,
})
const detailForm = z.object({
  id: text,
  profesija: text,
  uznemums: text,
  adrese: text,
  darba_apraksts: text,
  alga_no_lidz: scalar,
  publicesanas_datums: scalar,
  aktuala_lidz: scalar,
  ir_attalinati_veicams_darbs: yes,
})
const anyForm = z.object({ ...listForm.shape, ...detailForm.shape })

export type RegisterRecord = {
  id: string | null
  title: string | null
  employer: string | null
  address: string | null
  /** Null in the list form, which does not carry it. */
  description: string | null
  pay: string | number | null
  published: string | number | null
  expires: string | number | null
  remote: boolean | null
}

function filled(...values: (string | null)[]): string | null {
  return values.find((value) => value !== null && value.trim() !== '') ?? null
}

/** Null when the value is no record at all. Odd types become null, not errors: which field is missed is for the reader to say. */
export function parseRecord(raw: unknown): RegisterRecord | null {
  const parsed = anyForm.safeParse(Array.isArray(raw) && raw.length === 1 ? raw[0] : raw)
  if (!parsed.success) return null
  const record = parsed.data
  return {
    id: filled(record.id)?.trim() ?? null,
    title: filled(record.profesija, record.kla_profesija_nosaukums),
    employer: filled(record.uznemums, record.uzn_uznemums_nosaukums),
    address: filled(record.adrese, record.vieta),
    description: filled(record.darba_apraksts),
    pay: record.alga_no_lidz,
    published: record.publicesanas_datums ?? record.publicesanas_laiks,
    expires: record.aktuala_lidz,
    remote: record.ir_attalinati_veicams_darbs,
  }
}
