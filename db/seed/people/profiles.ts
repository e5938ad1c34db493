// The open part of an invented person: what they have done, can, want; and what nobody has asked yet.
import { EMPTY_PROFILE, type OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { MUNICIPALITIES, placesOf, PLACES, type Place } from '#app/domain/places/places.ts'
import { PHYSICAL_DEMANDS, type Shift, type SpokenLanguage, type SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import { fixedRandom, type FixedRandom } from '../fixed-random.ts'
import type { PersonPlan } from './people-plan.ts'
import { MENS_KINDS, WOMENS_KINDS, type PersonKind } from './person-kinds.ts'
import type { Calendar } from '../time.ts'
import { textOf } from '#db/seed/vacancies/vacancies.ts'

const KURZEME = MUNICIPALITIES.filter(({ region }) => region === 'kurzeme')

export function kindOf({ key, sex, demo }: PersonPlan): PersonKind {
  const kinds = sex === 'man' ? MENS_KINDS : WOMENS_KINDS
  const sawmill = MENS_KINDS.find(({ work }) => work[0] === '8172')
  return demo && sawmill ? sawmill : fixedRandom(`kind ${key}`).pick(kinds)
}

/** Run out, soon to run out, good for years, or without an end. */
function expiry(random: FixedRandom, calendar: Calendar): Day | null {
  const throwOf = random.below(100)
  if (throwOf < 20) return null
  if (throwOf < 42) return calendar.day(-random.between(15, 900))
  if (throwOf < 52) return calendar.day(random.between(5, 28))
  return calendar.day(random.between(90, 1800))
}

function homeOf({ organisation, stage }: PersonPlan, random: FixedRandom): Place {
  const far = stage === 'in_custody' || stage === 'open_prison' || organisation.kind === 'prison' || random.chance(15)
  const municipality = far ? random.pick(KURZEME).code : organisation.municipality
  const places = placesOf(municipality)
  const [centre] = places
  return (random.chance(65) ? centre : random.pick(places)) ?? PLACES[0] ?? random.pick(places)
}

function travelOf(plan: PersonPlan, random: FixedRandom, drives: boolean): Pick<OpenProfile, 'travelFrom' | 'travelMeans' | 'maxKm'> {
  const place = homeOf(plan, random)
  const unknown = !plan.shown && plan.stage === 'in_custody' && random.chance(40)
  const means = drives && random.chance(60) ? 'car' : random.pick(['bus', 'bus', 'bus', 'bicycle', 'walk', 'none'] as const)
  const km = {
    car: random.pick([40, 60, 80]),
    bus: random.pick([20, 30, 40]),
    bicycle: random.pick([8, 12]),
    walk: random.pick([3, 5]),
    none: 5,
  }[means]
  return {
    travelFrom: unknown ? null : { municipality: place.municipality, place: place.name, coordinates: place.coordinates },
    travelMeans: unknown ? null : means,
    maxKm: unknown || (!plan.shown && random.chance(8)) ? null : km,
  }
}

function languagesOf(tongue: 'lv' | 'ru', random: FixedRandom): OpenProfile['languages'] {
  const found: OpenProfile['languages'] = [{ language: tongue, level: 'C2' }]
  const other: SpokenLanguage = tongue === 'lv' ? 'ru' : 'lv'
  // Where nobody has asked there is no line.
  if (random.chance(80))
    found.push({
      language: other,
      level: tongue === 'lv' ? random.pick(['A2', 'B1', 'B2'] as const) : random.pick(['A1', 'A2', 'A2', 'B1', 'B2'] as const),
    })
  if (random.chance(22)) found.push({ language: 'en', level: random.pick(['A1', 'A2', 'B1'] as const) })
  return found
}

function experienceOf(kind: PersonKind, random: FixedRandom): OpenProfile['experience'] {
  if (random.chance(12)) return []
  return random
    .some(kind.work, random.between(1, 3))
    .map((occupation) => ({ occupation, months: random.pick([3, 6, 8, 12, 18, 24, 36, 60, 96]) }))
}

/** In a few months for those inside; now or soon for the others. */
function startMonth(plan: PersonPlan, random: FixedRandom, calendar: Calendar): string | null {
  if (random.chance(plan.shown ? 5 : 12)) return null
  if (plan.stage === 'in_custody') return calendar.month(random.between(4, 14))
  if (plan.stage === 'preparing_release') return calendar.month(random.between(1, 3))
  return calendar.month(random.pick([0, 0, 0, 1]))
}

const WANTED_SUPPORT: readonly SupportOffered[] = ['mentor', 'training', 'transport', 'dormitory', 'clothes', 'pay_advance']
const SHIFTS_ABLE: readonly (readonly Shift[])[] = [
  ['day'],
  ['day', 'evening'],
  ['day', 'evening', 'rotating'],
  ['day', 'evening', 'night', 'rotating', 'weekend'],
  ['day', 'rotating', 'weekend'],
]
const LIMITS = PHYSICAL_DEMANDS.filter((demand) => demand !== 'vehicle')

/** Whom the demo signs in as: sawmill and forklift, the certificate run out, a driving licence that holds. */
function demoProfile(calendar: Calendar): OpenProfile {
  const place = PLACES.find(({ municipality }) => municipality === 'liepaja')
  return {
    ...EMPTY_PROFILE,
    occupationsWanted: ['8172', '8344', '9333'],
    experience: [
      { occupation: '8172', months: 30 },
      { occupation: '9329', months: 14 },
      { occupation: '8344', months: 8 },
    ],
    skills: ['darbs ar zāģlīniju', 'dēļu šķirošana', 'kraušana', 'darbs ar iekrāvēju'],
    certificates: [{ certificate: 'forklift', expiresOn: calendar.day(-75) }],
    driving: [{ category: 'B', expiresOn: calendar.day(1100) }],
    medicalBook: null,
    languages: [
      { language: 'lv', level: 'C2' },
      { language: 'ru', level: 'B1' },
    ],
    education: 'vocational',
    shifts: ['day', 'evening', 'rotating'],
    nights: true,
    limits: [],
    travelFrom: place ? { municipality: place.municipality, place: place.name, coordinates: place.coordinates } : null,
    travelMeans: 'bus',
    maxKm: 30,
    dormitory: false,
    awayOver15Days: false,
    payWishCents: 105_000,
    startFrom: calendar.month(0),
    workReference: true,
    supportNeeded: ['training', 'transport'],
  }
}

export function profileFor(plan: PersonPlan, calendar: Calendar): OpenProfile {
  if (plan.demo) return demoProfile(calendar)
  const random = fixedRandom(`profile ${plan.key}`)
  const kind = kindOf(plan)
  const experience = experienceOf(kind, random)
  const wanted = random.some(kind.work, random.between(2, 3))
  const skills = [...new Set([...experience.map(({ occupation }) => occupation), ...wanted].flatMap((isco) => textOf(isco).skills))]
  const driving = kind.driving.filter(() => random.chance(68)).map((category) => ({ category, expiresOn: expiry(random, calendar) }))
  const valid = driving.some(({ category, expiresOn }) => category === 'B' && (expiresOn === null || expiresOn > calendar.today))
  return {
    ...EMPTY_PROFILE,
    occupationsWanted: wanted,
    experience,
    skills: random.chance(14) ? [] : random.some(skills, random.between(1, 4)),
    certificates: kind.certificates
      .filter(() => random.chance(62))
      .map((certificate) => ({ certificate, expiresOn: expiry(random, calendar) })),
    driving,
    medicalBook:
      kind.food === true || random.chance(15)
        ? random.pick([{ state: 'valid', expiresOn: expiry(random, calendar) }, { state: 'none', expiresOn: null }, null] as const)
        : null,
    languages: languagesOf(plan.tongue, random),
    education: random.pick([
      'basic',
      'basic',
      'basic',
      'vocational',
      'vocational',
      'secondary',
      'secondary',
      'primary',
      'none',
      null,
    ] as const),
    shifts: !plan.shown && random.chance(12) ? null : [...random.pick(SHIFTS_ABLE)],
    nights: random.pick([true, true, false, null]),
    limits: !plan.shown && random.chance(12) ? null : random.pick([[], [], [], random.some(LIMITS, 1), random.some(LIMITS, 2)]),
    ...travelOf(plan, random, valid),
    dormitory: random.pick([true, true, false, null]),
    awayOver15Days: random.pick([true, false, false, null]),
    payWishCents: random.chance(50) ? null : random.between(16, 24) * 5000,
    startFrom: startMonth(plan, random, calendar),
    workReference: fixedRandom(`reference ${plan.key}`).pick([true, false, null]),
    supportNeeded: random.some(WANTED_SUPPORT, random.between(0, 3)),
  }
}
