// 300 vacancies: those of the employers here, and some as they come from the national register.
import { occupationByIsco, type Occupation } from '#app/domain/occupations/occupations.ts'
import { FULL_TIME_HOURS, WEEKS_A_MONTH } from '#app/domain/vacancies/pay.ts'
import { refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import { VACANCY_OPEN_DAYS, type VacancyState } from '#app/domain/vacancies/vacancy.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import {
  SUPPORT_OFFERED,
  SUPPORT_WANTED,
  type Contract,
  type PayPeriod,
  type Shift,
  type SupportOffered,
  type WorkContext,
} from '#app/domain/vacancies/job-terms.ts'
import { DEMO_EMPLOYER, PENDING_EMPLOYERS, TITLES_OF_FIRMS, type EmployerSeed } from '#db/seed/employers/employers.ts'
import { placeNamed } from '#db/seed/employers/members.ts'
import { VERIFIED_EMPLOYERS } from '#db/seed/employers/verified-employers.ts'
import { fixedId, fixedRandom, type FixedRandom } from '../fixed-random.ts'
import { makeImported } from './imported.ts'
import type { Calendar } from '../time.ts'
import { latvianAdvert, russianAdvert } from './vacancy-advert.ts'
import { approvalsFor, stancesFor, termsFor, withinLimit } from './vacancy-acceptance.ts'
import { requirementsFor } from './vacancy-requirements.ts'
import { BUILDING_TEXTS } from './vacancy-texts-building.ts'
import { LAND_TEXTS } from './vacancy-texts-land.ts'
import { MAKING_TEXTS } from './vacancy-texts-making.ts'
import { RUSSIAN_TEXTS } from './vacancy-texts-russian.ts'
import { SERVING_TEXTS } from './vacancy-texts-serving.ts'
import type { WorkText, WorkTexts } from './work-text.ts'
import type { Vacancies, VacancyRow } from '../world.ts'

const WORK_TEXTS: WorkTexts = { ...BUILDING_TEXTS, ...MAKING_TEXTS, ...LAND_TEXTS, ...SERVING_TEXTS }

/** `expired` is a published one past its day. */
type Slot = VacancyState | 'expired'
const DEMO_SLOTS: readonly Slot[] = [...Array<Slot>(11).fill('published'), 'draft', 'paused', 'filled', 'expired', 'closed']
const EACH = 7
const PENDING_EACH = 2
/** How many of the other employers' vacancies are not open. */
const OTHER_SLOTS = { draft: 5, paused: 9, filled: 26, expired: 12, closed: 9 } as const satisfies Partial<Record<Slot, number>>
const CLOSED_VISIBILITY = 12
const RUSSIAN_PERCENT = 30

/** Published so many days ago, from and to. */
const PUBLISHED_AGO: Record<Exclude<Slot, 'draft'>, readonly [from: number, to: number]> = {
  published: [1, 78],
  paused: [10, 70],
  expired: [VACANCY_OPEN_DAYS + 4, 150],
  filled: [60, 320],
  closed: [80, 200],
}

/** Half a year of work and the weeks before it. */
const SETTLED_AGO = 240

type Plan = { seed: EmployerSeed; nth: number; slot: Slot }

function plans(): Plan[] {
  const others = VERIFIED_EMPLOYERS.filter(([name]) => name !== DEMO_EMPLOYER).flatMap((seed, index) =>
    Array.from({ length: EACH + (index < 3 ? 1 : 0) }, (_, nth) => ({ seed, nth })),
  )
  const busy = Object.entries(OTHER_SLOTS).flatMap(([slot, count]) => Array<Slot>(count).fill(slot as Slot))
  const slots = fixedRandom('slots').shuffled([...busy, ...Array<Slot>(others.length - busy.length).fill('published')])
  return [
    ...VERIFIED_EMPLOYERS.filter(([name]) => name === DEMO_EMPLOYER).flatMap((seed) =>
      DEMO_SLOTS.map((slot, nth) => ({ seed, nth, slot })),
    ),
    ...others.map((plan, index) => ({ ...plan, slot: slots[index] ?? 'published' })),
    ...PENDING_EMPLOYERS.flatMap((seed) => Array.from({ length: PENDING_EACH }, (_, nth) => ({ seed, nth, slot: 'draft' as const }))),
  ]
}

export function textOf(isco: string): WorkText {
  const text = WORK_TEXTS[isco]
  if (!text) throw new Error(`No text for occupation ${isco}`)
  return text
}

function occupationOf(isco: string): Occupation {
  const occupation = occupationByIsco(isco)
  if (!occupation) throw new Error(`${isco} is not an occupation of ours`)
  return occupation
}

const DRIVES_NEARBY = /pašizgāzēj|Piena vedēj/
const STREETS = ['Izdomu iela', 'Parauga iela', 'Piemēra iela', 'Skicu iela', 'Nosacītā iela', 'Iedomu ceļš']

function payFor(text: WorkText, random: FixedRandom): Pick<VacancyRow, 'payFromCents' | 'payToCents' | 'payPeriod' | 'hoursPerWeek'> {
  const [low, high] = text.pay
  const room = high - low
  const from = low + 10 * random.below(Math.floor(room / 30) + 1)
  const to = Math.min(high, from + 10 * random.between(Math.floor(room / 25), Math.floor(room / 12)))
  const period: PayPeriod = text.seasonal === true || random.chance(8) ? random.pick(['hour', 'month'] as const) : 'month'
  if (period === 'month') return { payFromCents: from * 100, payToCents: to * 100, payPeriod: 'month', hoursPerWeek: FULL_TIME_HOURS }
  const hourly = (euros: number) => Math.ceil((euros * 10) / (FULL_TIME_HOURS * WEEKS_A_MONTH)) * 10
  return { payFromCents: hourly(from), payToCents: hourly(to), payPeriod: 'hour', hoursPerWeek: random.pick([20, 30, 40, 40]) }
}

/** Who drives only in the district sleeps at home; a boiler or a kiln is watched alone at night. */
function contextsOf(occupation: Occupation, title: string, shifts: readonly Shift[]): WorkContext[] {
  const usual = occupation.contexts.filter((context) => context !== 'away_over_15_days' || !DRIVES_NEARBY.test(title))
  return ['8182', '7521'].includes(occupation.isco) && shifts.includes('night') ? [...usual, 'alone'] : usual
}

function supportOf(words: string, random: FixedRandom): SupportOffered[] {
  const firm = SUPPORT_OFFERED.filter((support) => words.split(' ').includes(support))
  const more = random.chance(25) ? [random.pick(['trial_day', 'mentor', 'training'] as const)] : []
  return SUPPORT_OFFERED.filter((support) => firm.includes(support) || more.some((one) => one === support))
}

function datesOf(slot: Slot, calendar: Calendar, random: FixedRandom) {
  if (slot === 'draft') {
    const createdAt = calendar.at(random.between(1, 20), random.between(9, 16))
    return { state: 'draft' as const, publishedAt: null, expiresAt: null, createdAt, updatedAt: createdAt }
  }
  const [from, to] = PUBLISHED_AGO[slot]
  // Half of what was filled is old enough for the people who have settled there.
  const ago = slot === 'filled' && random.chance(50) ? random.between(SETTLED_AGO, to) : random.between(from, to)
  const publishedAt = calendar.at(ago, random.between(9, 16))
  const changed =
    slot === 'published' || slot === 'expired'
      ? publishedAt
      : calendar.at(random.between(1, Math.min(ago, slot === 'filled' && ago >= SETTLED_AGO ? 190 : 50)), 12)
  const state = slot === 'expired' ? ('published' as const) : slot
  return {
    state,
    publishedAt,
    expiresAt: publishedAt + VACANCY_OPEN_DAYS * DAY_MS,
    createdAt: publishedAt - DAY_MS,
    updatedAt: Math.max(publishedAt, changed),
  }
}

function makeOne({ seed, nth, slot }: Plan, calendar: Calendar): { row: VacancyRow } & Pick<Vacancies, 'stances' | 'approvals'> {
  const [employer, placeName, openness, iscos, support, about] = seed
  const id = fixedId(`vacancy ${employer} ${String(nth)}`)
  const random = fixedRandom(`vacancy ${employer} ${String(nth)}`)
  const codes = iscos.split(' ')
  const occupation = occupationOf(codes[nth % codes.length] ?? '')
  const text = textOf(occupation.isco)
  const firmsTitle = TITLES_OF_FIRMS[employer]?.[occupation.isco]
  const russian = firmsTitle === undefined && random.chance(RUSSIAN_PERCENT) ? RUSSIAN_TEXTS[occupation.isco] : undefined
  const title = russian?.title ?? firmsTitle ?? text.titles[Math.floor(nth / codes.length) % text.titles.length] ?? occupation.lv
  const place = placeNamed(placeName)
  const employerRandom = fixedRandom(`house ${employer}`)
  const contexts = contextsOf(occupation, title, text.shifts)
  const contract: Contract =
    text.seasonal === true
      ? random.pick(['seasonal', 'seasonal', 'permanent'] as const)
      : random.pick(['permanent', 'permanent', 'permanent', 'fixed_term'] as const)
  const supportOffered = supportOf(support, random)
  const wanted = random.some(SUPPORT_WANTED, random.between(1, 3))
  const job = { employer, openness, occupation: occupation.isco, contexts }
  const offer = { contract, support: supportOffered }
  const stances = stancesFor(job)
  const terms = withinLimit(stances, termsFor(job, random))
  const row = {
    id,
    employerId: fixedId(`employer ${employer}`),
    visibility: 'public' as const,
    title,
    occupation: occupation.isco,
    description: russian ? russianAdvert(russian, offer) : latvianAdvert(about, text, offer),
    municipality: place.municipality,
    place: place.name,
    address: `${employerRandom.pick(STREETS)} ${String(employerRandom.between(1, 90))}`,
    lat: Math.round((place.coordinates.lat + (employerRandom.below(21) - 10) / 1000) * 1e4) / 1e4,
    lon: Math.round((place.coordinates.lon + (employerRandom.below(21) - 10) / 1000) * 1e4) / 1e4,
    positions: random.pick([1, 1, 1, 2, 2, 3, 5]),
    ...payFor(text, random),
    contract,
    shifts: [...text.shifts],
    startOn: slot !== 'draft' && random.chance(45) ? calendar.day(random.between(3, 40)) : null,
    contexts,
    requirements: requirementsFor(
      { occupation, text, title, shifts: text.shifts, inRussian: russian !== undefined, away: contexts.includes('away_over_15_days') },
      random,
    ),
    terms,
    refusals: refusalsOf({ stances, terms }).length,
    supportOffered,
    supportWanted: wanted,
    contactReplyDays: wanted.includes('named_contact') ? random.between(1, 5) : null,
    ...datesOf(slot, calendar, random),
  }
  return { row, stances: stances.map((stance) => ({ vacancyId: id, ...stance })), approvals: approvalsFor({ ...row, stances }) }
}

export function makeVacancies(calendar: Calendar): Vacancies {
  const own = plans().map((plan) => makeOne(plan, calendar))
  const imported = makeImported(calendar)
  const openOnes = own.map(({ row }) => row).filter((row) => row.state === 'published' && (row.expiresAt ?? 0) > calendar.now)
  const closed = new Set(fixedRandom('closed visibility').some(openOnes, CLOSED_VISIBILITY))
  return {
    vacancies: [...own.map(({ row }) => (closed.has(row) ? { ...row, visibility: 'closed' as const } : row)), ...imported.vacancies],
    stances: [...own.flatMap(({ stances }) => stances), ...imported.stances],
    approvals: own.flatMap(({ approvals }) => approvals),
  }
}
