// Where something is, as two fields: the municipality, and a place in it whose coordinates are known.
import type { z } from 'zod'
import { findPlace, municipalityByCode, type Place } from '#app/domain/places/places.ts'
import { text } from '../fields.ts'
import { problem } from '../parse-form.ts'

export const placeFields = {
  municipality: text({ max: 40 }).refine((code) => municipalityByCode(code) !== undefined, problem('unknownPlace')),
  place: text({ max: 80 }),
}

/** The place meant, with its official name; adds the problem of its field when there is none. */
export function knownPlace({ municipality, place }: { municipality: string; place: string }, context: z.RefinementCtx): Place {
  const found = findPlace(place, municipality)
  if (!found) context.addIssue({ code: 'custom', path: ['place'], message: problem('unknownPlace') })
  return found ?? { name: place, municipality, coordinates: { lat: 0, lon: 0 } }
}
