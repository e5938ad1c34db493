// What may stand for each parameter of the site map. A route whose parameter has no value here fails whatever opens every address.
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'

/** Ids that exist, by what they are of; the first is enough for who opens each route once. */
export type RouteIds = Readonly<
  Record<
    | 'vacancy'
    | 'proposal'
    | 'person'
    | 'handover'
    | 'confirmation'
    | 'duplicate'
    | 'employer'
    | 'organisation'
    | 'restriction'
    | 'custodyPlace'
    | 'synonym'
    | 'invitation',
    readonly string[]
  >
>

/** The address up to the parameter → of what it is the id. */
const NAMED: Readonly<Record<string, keyof RouteIds | 'step'>> = {
  '/vacancies/:id': 'vacancy',
  '/invitation/:token': 'invitation',
  '/employer/vacancies/:id': 'vacancy',
  '/employer/vacancies/:id/:step': 'step',
  '/employer/proposals/:id': 'proposal',
  '/casework/people/:id': 'person',
  '/casework/people/:id/propose/:vacancyId': 'vacancy',
  '/casework/vacancies/:id': 'vacancy',
  '/casework/proposals/:id': 'proposal',
  '/casework/confirmations/:id': 'confirmation',
  '/casework/handovers/:id': 'handover',
  '/me/proposals/:id': 'proposal',
  '/coordinator/employers/:id': 'employer',
  '/coordinator/organisations/:id': 'organisation',
  '/coordinator/restrictions/:id': 'restriction',
  '/coordinator/duplicates/:id': 'duplicate',
  '/coordinator/custody/:id': 'custodyPlace',
  '/coordinator/synonyms/:id': 'synonym',
}

function valuesOf(address: string, parameter: string, ids: RouteIds): readonly string[] {
  const upTo = address.slice(0, address.indexOf(parameter) + parameter.length)
  const named = NAMED[upTo]
  if (named === undefined) throw new Error(`${upTo} has no value in tests/support/route-params.ts`)
  return named === 'step' ? VACANCY_STEPS : ids[named]
}

/** Every combination of values of the parameters of an address; one without any for an address that has none. */
export function paramsOf(address: string, ids: RouteIds): Record<string, string>[] {
  return [...address.matchAll(/:(\w+)/g)].reduce<Record<string, string>[]>(
    (all, [parameter, name = '']) =>
      all.flatMap((params) => valuesOf(address, parameter, ids).map((value) => ({ ...params, [name]: value }))),
    [{}],
  )
}
