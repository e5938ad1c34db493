// What kinds of working lives the invented people have: work that goes together, papers that go with it.
import type { Certificate, DrivingCategory } from '#app/domain/vacancies/job-terms.ts'

export type PersonKind = {
  /** ISCO-08 groups this person has done or wants. */
  work: readonly string[]
  certificates: readonly Certificate[]
  driving: readonly DrivingCategory[]
  food?: true
}

const kind = (work: string, certificates: readonly Certificate[] = [], driving: readonly DrivingCategory[] = []): PersonKind => ({
  work: work.split(' '),
  certificates,
  driving,
})
const food = (work: string, certificates: readonly Certificate[] = []): PersonKind => ({ ...kind(work, certificates), food: true })

/** Listed twice where it is more common. */
export const MENS_KINDS: readonly PersonKind[] = [
  kind('9313 7114 7123 7131 9622', ['work_at_height'], ['B']),
  kind('9313 7124 7121 7111 9312', ['work_at_height', 'scaffold'], ['B']),
  kind('7212 7214 7224 9329', ['welder_iso9606'], ['B']),
  kind('7212 7213 7233 7231', ['welder_iso9606'], ['B']),
  kind('8172 7523 7521 9329 8344', ['forklift']),
  kind('8172 7115 7522 9329', [], ['B']),
  kind('9333 8344 4321 9321', ['forklift'], ['B']),
  kind('9333 9321 9329 9612'),
  kind('6210 9215 8341 9613', ['chainsaw', 'brush_cutter'], ['B', 'TR1']),
  kind('6210 9215 8172 9212', ['chainsaw']),
  kind('9212 6121 9211 8341', [], ['TR1']),
  food('7511 7514 8160 9321'),
  food('5120 9412 7512', ['hygiene']),
  kind('9112 9613 9612 9622'),
  kind('8332 8322 8344', ['code95', 'adr'], ['B', 'C', 'CE']),
  kind('7231 7132 9122 7233', [], ['B']),
  kind('6222 6223 8350 9333', ['stcw'], ['B']),
  kind('7126 7411 8182 9622', ['electrician_group', 'boiler_operator'], ['B']),
  kind('9611 9612 9622 9313', [], ['B']),
  kind('8342 8343 9312 8344', ['excavator', 'crane'], ['B', 'TR2']),
  kind('8114 7114 9329 8219'),
]

export const WOMENS_KINDS: readonly PersonKind[] = [
  kind('8153 7533 7534 9321'),
  food('7511 7514 9321 8160'),
  kind('9112 8157 9613'),
  food('5120 9412 9411', ['hygiene']),
  kind('5223 9334 5230 4321'),
  kind('6113 9214 9211 9321'),
]
