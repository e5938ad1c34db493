// What an invented vacancy requires: what is usual for the occupation, firm or open to talk by a fixed throw.
import type { Occupation } from '#app/domain/occupations/occupations.ts'
import {
  NO_REQUIREMENTS,
  type Certificate,
  type DrivingCategory,
  type Requirements,
  type Shift,
  type Strength,
} from '#app/domain/vacancies/job-terms.ts'
import type { FixedRandom } from '../fixed-random.ts'
import type { WorkText } from './work-text.ts'

type Asking = { occupation: Occupation; text: WorkText; title: string; shifts: readonly Shift[]; inRussian: boolean; away: boolean }

/** Without these nobody may do the work. */
const BY_LAW: readonly Certificate[] = ['crane', 'excavator', 'electrician_group', 'guard', 'stcw', 'code95']
const OFTEN_MUST: readonly Certificate[] = ['forklift', 'chainsaw']
const MOST_PHYSICAL = 2

function certificateStrength(certificate: Certificate, random: FixedRandom): Strength {
  if (BY_LAW.includes(certificate)) return 'must'
  if (OFTEN_MUST.includes(certificate)) return random.pick(['must', 'must', 'negotiable'] as const)
  return random.pick(['negotiable', 'negotiable', 'nice'] as const)
}

function drivingOf({ occupation, title }: Asking, random: FixedRandom): Requirements['driving'] {
  if (occupation.isco === '8332') return [{ category: title.includes('pašizgāzēj') ? 'C' : 'CE', strength: 'must' }]
  const usual: DrivingCategory[] = [...occupation.driving]
  if (usual.length > 0) return usual.map((category) => ({ category, strength: 'must' }))
  const helpful = ['7126', '7125', '7121', '7411', '5153'].includes(occupation.isco)
  return helpful && random.chance(60) ? [{ category: 'B', strength: random.pick(['nice', 'negotiable'] as const) }] : []
}

function latvianOf({ occupation, inRussian }: Asking, random: FixedRandom): Requirements['latvian'] {
  const level = occupation.latvian
  if (level === 'B1' || level === 'B2') return { level, strength: 'must' }
  if (inRussian) return random.chance(50) ? { level: 'A1', strength: 'nice' } : null
  if (level === 'A2') return { level, strength: random.pick(['must', 'negotiable'] as const) }
  return random.chance(45) ? { level, strength: random.pick(['must', 'negotiable', 'nice'] as const) } : null
}

function otherLanguagesOf({ occupation: { isco } }: Asking, random: FixedRandom): Requirements['otherLanguages'] {
  if (isco === '8332') return [{ language: 'en', level: 'A2', strength: 'nice', reason: 'partners_abroad' }]
  if (isco === '5131') return [{ language: 'en', level: 'B1', strength: 'negotiable', reason: 'clients' }]
  if (['5223', '5230', '5245', '5321'].includes(isco) && random.chance(50))
    return [{ language: 'ru', level: 'A2', strength: 'nice', reason: 'clients' }]
  return []
}

function educationOf({ occupation: { isco } }: Asking, random: FixedRandom): Requirements['education'] {
  if (isco === '5311') return { level: 'secondary', strength: 'must' }
  if (['7411', '7223', '7126'].includes(isco)) return { level: 'vocational', strength: random.pick(['negotiable', 'nice'] as const) }
  if (['5414', '5321', '8331', '5153'].includes(isco)) return { level: 'basic', strength: 'must' }
  return random.chance(8) ? { level: 'basic', strength: 'negotiable' } : null
}

export function requirementsFor(asking: Asking, random: FixedRandom): Requirements {
  const { occupation, text, shifts, away } = asking
  const [firstSkill] = text.skills
  const experienced = text.months !== undefined && random.chance(70)
  return {
    ...NO_REQUIREMENTS,
    latvian: latvianOf(asking, random),
    otherLanguages: otherLanguagesOf(asking, random),
    education: educationOf(asking, random),
    experience: experienced
      ? { months: text.months ?? 0, strength: random.pick(['must', 'negotiable', 'negotiable', 'nice'] as const) }
      : null,
    skills:
      firstSkill !== undefined && random.chance(40)
        ? [{ skill: firstSkill, strength: random.pick(['nice', 'nice', 'negotiable'] as const) }]
        : [],
    driving: drivingOf(asking, random),
    certificates: occupation.certificates.map((certificate) => ({ certificate, strength: certificateStrength(certificate, random) })),
    medicalBook: occupation.medicalBook ? random.pick(['must', 'must', 'negotiable'] as const) : null,
    physical: (text.physical ?? []).slice(0, MOST_PHYSICAL).map((demand, index) => ({
      demand,
      strength: index === 0 ? random.pick(['must', 'must', 'negotiable'] as const) : random.pick(['negotiable', 'nice'] as const),
    })),
    shifts: random.pick(['must', 'must', 'negotiable', null] as const),
    nights: shifts.includes('night') ? random.pick(['must', 'negotiable'] as const) : null,
    away: away ? 'must' : null,
  }
}
