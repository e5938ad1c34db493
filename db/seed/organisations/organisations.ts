// The invented organisations people are helped by, and how many caseworkers each has.
import type { OrganisationKind } from '#app/domain/organisations/organisation.ts'

export type OrganisationSeed = { name: string; kind: OrganisationKind; municipality: string; caseworkers: number }

export const DEMO_PROBATION = 'Izdomātā Liepājas probācijas nodaļa'
export const DEMO_NGO = 'Biedrība "Piemēra Atspēriens"'

export const ORGANISATION_SEEDS: readonly OrganisationSeed[] = [
  { name: DEMO_PROBATION, kind: 'probation', municipality: 'liepaja', caseworkers: 3 },
  { name: 'Izdomātā Ventspils probācijas nodaļa', kind: 'probation', municipality: 'ventspils', caseworkers: 2 },
  { name: 'Izdomātā Kuldīgas probācijas nodaļa', kind: 'probation', municipality: 'kuldiga', caseworkers: 2 },
  { name: 'Izdomātā Saldus probācijas nodaļa', kind: 'probation', municipality: 'saldus', caseworkers: 2 },
  { name: 'Izdomātā Talsu probācijas nodaļa', kind: 'probation', municipality: 'talsi', caseworkers: 2 },
  { name: 'Parauga Liepājas sociālais dienests', kind: 'municipal', municipality: 'liepaja', caseworkers: 2 },
  { name: 'Parauga Dienvidkurzemes sociālais dienests', kind: 'municipal', municipality: 'dienvidkurzeme', caseworkers: 1 },
  { name: 'Parauga Kuldīgas sociālais dienests', kind: 'municipal', municipality: 'kuldiga', caseworkers: 1 },
  { name: 'Parauga Tukuma sociālais dienests', kind: 'municipal', municipality: 'tukums', caseworkers: 2 },
  { name: 'Parauga Ventspils novada sociālais dienests', kind: 'municipal', municipality: 'ventspils-novads', caseworkers: 1 },
  { name: 'Izdomātā Kurzemes cietuma resocializācijas daļa', kind: 'prison', municipality: 'liepaja', caseworkers: 3 },
  { name: DEMO_NGO, kind: 'ngo', municipality: 'liepaja', caseworkers: 2 },
  { name: 'Biedrība "Nosacītais Krasts"', kind: 'ngo', municipality: 'ventspils', caseworkers: 1 },
  { name: 'Nodibinājums "Iedomu Durvis"', kind: 'ngo', municipality: 'saldus', caseworkers: 1 },
]
