// How far the work is from where the person's travel starts, and what bridges it: transport, a dormitory, working from home.
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { answer, phrase } from '../answer.ts'
import type { Answer, EvaluateOpen, Phrase } from '../criterion.ts'

/** Without any means of travel a person gets about so far on foot. */
const ON_FOOT_KM = 5

function hasOf({ maxKm, travelFrom }: OpenProfile): Phrase | null {
  if (travelFrom === null) return null
  return maxKm === null ? phrase('has_place', { place: travelFrom.place }) : phrase('has', { place: travelFrom.place, km: maxKm })
}

/** Beyond reach: what the employer offers may bridge it. */
function bridged(
  { dormitory }: OpenProfile,
  { supportOffered }: VacancyFacts,
  facts: { asked: Phrase; has: Phrase | null },
): Answer | null {
  if (supportOffered.includes('transport')) return answer('distance', 'meets', { reason: phrase('transport'), ...facts })
  if (!supportOffered.includes('dormitory')) return null
  if (dormitory === true) return answer('distance', 'meets', { reason: phrase('dormitory'), ...facts })
  return dormitory === false
    ? null
    : answer('distance', 'check', { reason: phrase('ask_dormitory'), ...facts, change: phrase('ask_person') })
}

export const distance: EvaluateOpen = (vacancy, { open }) => {
  const { travelFrom, travelMeans, maxKm } = open
  if (vacancy.remote) return answer('distance', 'meets', { reason: phrase('remote') })
  const has = hasOf(open)
  if (vacancy.coordinates === null)
    return answer('distance', 'unknown', { reason: phrase('place_not_known'), has, change: phrase('ask_employer') })
  if (travelFrom === null) return answer('distance', 'unknown', { reason: phrase('travel_not_known'), change: phrase('ask_person') })

  const km = distanceKm(travelFrom.coordinates, vacancy.coordinates)
  const facts = { asked: phrase('asked', { km }), has }
  const within = maxKm !== null && km <= maxKm
  const noMeans = travelMeans === 'none' && km > ON_FOOT_KM
  if (within && !noMeans) return answer('distance', 'meets', { reason: phrase('within', { km }), ...facts })

  const bridge = bridged(open, vacancy, facts)
  if (bridge !== null) return bridge
  if (within) return answer('distance', 'check', { reason: phrase('no_means', { km }), ...facts, change: phrase('means') })
  if (maxKm === null)
    return answer('distance', 'unknown', { reason: phrase('reach_not_known', { km }), ...facts, change: phrase('ask_person') })
  return answer('distance', 'fails', {
    reason: phrase('too_far', { km: km - maxKm }),
    ...facts,
    change: phrase('transport_or_dormitory', { km }),
  })
}
