// The made vacancies as rows of the store, as an import would have left them, with values spread so that every filter has something to count.
import type { InferInsertModel } from 'drizzle-orm'
import { OFFENCE_FAMILIES, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { findMunicipality } from '#app/domain/places/places.ts'
import {
  CEFR_LEVELS,
  NO_REQUIREMENTS,
  SHIFTS,
  SUPPORT_OFFERED,
  type Contract,
  type Requirements,
  type Shift,
} from '#app/domain/vacancies/job-terms.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import { vacancy, vacancyStance } from '#db/schema/index.ts'
import { fixedId } from '#db/seed/fixed-random.ts'
import type { Store } from '#db/store/store.ts'
import type { CorpusVacancy } from './vacancies.ts'

/** Those of the made occupations that are one of ours. */
const ISCO: Readonly<Record<string, string>> = {
  carpenter: '7115',
  seamstress: '8153',
  welder: '7212',
  cook: '5120',
  seller: '5223',
  cashier: '5230',
  bus_driver: '8331',
  truck_driver: '8332',
  forklift: '8344',
  warehouse: '4321',
  courier: '9621',
  electrician: '7411',
  plumber: '7126',
  bricklayer: '7112',
  roofer: '7121',
  painter: '7131',
  builder: '9313',
  concreter: '7114',
  carer: '5321',
  cleaner: '9112',
  janitor: '9613',
  guard: '5414',
  waiter: '5131',
  baker: '7512',
  kitchen: '9412',
  mechanic: '7231',
  autopaint: '7132',
  cnc: '7223',
  packer: '9321',
  loader: '9333',
  forest: '6210',
  tractor: '8341',
  milker: '6121',
  tiler: '7122',
  plasterer: '7123',
  scaffold: '7119',
  crane: '8343',
  excavator: '8342',
  road: '9312',
  laundry: '8157',
  assembler: '8219',
}

/** Towns that the list of places does not have. */
const LIES_IN: Readonly<Record<string, string>> = { Baloži: 'Ķekavas novads' }

const CONTRACT_OF: Readonly<Record<CorpusVacancy['remote'], Contract>> = { no: 'permanent', partly: 'fixed_term', wholly: 'seasonal' }
const STATED_EVERY = 9
const OPEN_DAYS = 400

export const corpusId = (nth: number) => fixedId(`corpus ${nth}`)

const at = <T>(all: readonly T[], nth: number): T => all[nth % all.length] as T

function shiftsOf({ nth }: CorpusVacancy): Shift[] {
  const first = at(SHIFTS, nth)
  return nth % 3 === 0 ? [...new Set([first, at(SHIFTS, Math.floor(nth / 7))])] : [first]
}

function requirementsOf({ nth, category }: CorpusVacancy): Requirements {
  const level = at([null, ...CEFR_LEVELS.slice(0, 4)], nth)
  return {
    ...NO_REQUIREMENTS,
    latvian: level && { level, strength: 'must' },
    driving: category === 'transport' ? [{ category: at(['B', 'C', 'CE', 'D'] as const, nth), strength: 'must' }] : [],
  }
}

function rowOf(made: CorpusVacancy): InferInsertModel<typeof vacancy> {
  const { nth, postedAt } = made
  return {
    id: corpusId(nth),
    source: 'nva',
    sourceId: String(nth),
    sourceEmployer: made.employer,
    sourceEmployerKey: companyNameKey(made.employer),
    state: 'published',
    title: made.title,
    occupation: ISCO[made.occupation] ?? null,
    description: made.description,
    place: made.town,
    municipality: findMunicipality(LIES_IN[made.town] ?? made.town)?.code ?? null,
    lat: made.lat,
    lon: made.lon,
    payFromCents: made.payFromEuros * 100,
    payToCents: made.payToEuros * 100,
    hoursPerWeek: 40,
    contract: CONTRACT_OF[made.remote],
    shifts: shiftsOf(made),
    contexts: [],
    requirements: requirementsOf(made),
    terms: TERMS_NOT_ASKED,
    supportOffered: [...new Set([at(SUPPORT_OFFERED, nth), at(SUPPORT_OFFERED, Math.floor(nth / 5))])],
    supportWanted: [],
    publishedAt: postedAt,
    expiresAt: postedAt + OPEN_DAYS * DAY_MS,
    createdAt: postedAt,
    updatedAt: postedAt,
  }
}

/** What is accepted is stated for every ninth; the others were not asked. */
function stancesOfCorpus({ nth }: CorpusVacancy): InferInsertModel<typeof vacancyStance>[] {
  if (nth % STATED_EVERY !== 0) return []
  const stance = (index: number) => at(['accept', 'case_by_case'] as const, nth + index)
  return OFFENCE_FAMILIES.map((family, index) => ({ vacancyId: corpusId(nth), family, stance: stance(index) }))
}

const ROWS_AT_ONCE = 500

function* inParts<T>(all: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const one of all) {
    part.push(one)
    if (part.length < ROWS_AT_ONCE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** With their changes, on either engine. */
export async function putCorpusIn(store: Store, vacancies: Iterable<CorpusVacancy>): Promise<void> {
  for (const part of inParts(vacancies)) {
    const rows = part.map(rowOf)
    const stances = part.flatMap(stancesOfCorpus)
    await store.write(async (tx) => {
      await tx.insert(vacancy).values(rows)
      if (stances.length > 0) await tx.insert(vacancyStance).values(stances)
      await recordChanges(
        tx,
        'vacancy',
        rows.map(({ id }) => id),
      )
    })
  }
}
