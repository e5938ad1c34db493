// People of the demo whom several organisations work with, and what waits in between: made by the same functions as the pages use.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Shareable } from '#app/domain/people/permissions.ts'
import type { Stage } from '#app/domain/people/candidate.ts'
import type { HandoverKind } from '#app/domain/involvement/handover.ts'
import { findDuplicates } from '#db/involvement/duplicates.ts'
import { acceptHandover, offerHandover, refuseHandover } from '#db/involvement/handover.ts'
import { reportWrong } from '#db/people/self/self.ts'
import type { MasterKey } from '#db/people/vault.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { fixedId } from '../fixed-random.ts'
import type { PersonPlan } from '../people/people-plan.ts'
import type { Calendar } from '../time.ts'
import type { VacancyRow } from '../world.ts'
import { caseworkerOf, NGO, PROBATION } from './actors.ts'
import { askAuthority } from './confirmations.ts'

const PRISON = 'Izdomātā Kurzemes cietuma resocializācijas daļa'
const MUNICIPAL = 'Parauga Liepājas sociālais dienests'
const OTHER_NGO = 'Biedrība "Nosacītais Krasts"'
const LAW = { basis: 'law', basisName: 'Izdomāts likums (demonstrācija)' } as const
const CONSENT = { basis: 'consent', basisName: 'Rakstiska piekrišana (demonstrācija)' } as const
const JOINS = {
  ...CONSENT,
  said: 'Biedrība palīdzēs sagatavoties darba intervijai. Tās palīdzību var pārtraukt jebkurā laikā.',
  note: 'Vislabāk zvanīt pēc pulksten 16.',
}
const PASSED_ON = {
  ...LAW,
  said: 'Turpmāk darbu meklēt palīdzēs nodaļa Liepājā.',
  note: 'Jāpabeidz dokumentu kārtošana; bankas konts ir atvērts.',
}

/** What the demo's own functions are handed: one transaction of the filling, and ids that are the same at every start. */
export function storeWithin(store: Store, tx: Tx): Store {
  let made = 0
  const newId = () => {
    made += 1
    return fixedId(`shared ${String(made)}`)
  }
  return { ...store, newId, read: (ask) => ask(tx), write: (work) => work(tx) }
}

type Offer = {
  from: CaseworkerActor
  to: CaseworkerActor
  kind: HandoverKind
  shares?: Shareable[]
  words: typeof JOINS | typeof PASSED_ON
  daysAgo: number
}

/** The demo's people by who leads them and where they stand. @param nth from 0 */
function personOf(plans: readonly PersonPlan[], { membershipId }: CaseworkerActor, stage: Stage, nth: number): string {
  const found = plans.filter((plan) => plan.caseworkerId === membershipId && plan.stage === stage)[nth]
  if (!found) throw new Error(`No ${stage} person ${String(nth)}`)
  return found.id
}

function offering(store: Store, master: MasterKey, calendar: Calendar) {
  const offer = async (candidateId: string, { from, to, kind, shares = [], words, daysAgo }: Offer): Promise<string> => {
    const wanted = { kind, toOrganisationId: to.organisationId, shares, ...words }
    const offered = await offerHandover(store, master, from, candidateId, wanted, calendar.at(daysAgo, 11))
    if (!offered?.ok) throw new Error('The demo offers a person who cannot be offered')
    return offered.id
  }
  return {
    offer,
    agree: async (candidateId: string, wanted: Offer): Promise<void> => {
      await acceptHandover(store, wanted.to, await offer(candidateId, wanted), calendar.at(wanted.daysAgo - 1, 10))
    },
    refuse: async (candidateId: string, wanted: Offer): Promise<void> => {
      await refuseHandover(store, wanted.to, await offer(candidateId, wanted), 'other_area', calendar.at(wanted.daysAgo - 1, 10))
    },
  }
}

/** Of every page about several organisations something is seen by each of the demo's sign-ins. */
export async function shareDemo(
  store: Store,
  master: MasterKey,
  { plans, vacancies }: { plans: readonly PersonPlan[]; vacancies: readonly VacancyRow[] },
  calendar: Calendar,
): Promise<void> {
  const { offer, agree, refuse } = offering(store, master, calendar)
  const [prison, municipal, otherNgo] = [caseworkerOf(PRISON), caseworkerOf(MUNICIPAL), caseworkerOf(OTHER_NGO)]
  const supported = [0, 1, 3].map((nth) => personOf(plans, PROBATION, 'looking', nth))
  const [own = '', second = '', third = ''] = supported
  const ngoJoins = { from: PROBATION, to: NGO, kind: 'joining', shares: ['identity'] as Shareable[], words: JOINS } as const
  for (const [nth, id] of supported.entries()) await agree(id, { ...ngoJoins, daysAgo: 40 - nth })
  await offer(personOf(plans, PROBATION, 'looking', 4), { ...ngoJoins, daysAgo: 2 })
  await refuse(personOf(plans, PROBATION, 'looking', 5), { ...ngoJoins, to: otherNgo, daysAgo: 3 })
  await offer(personOf(plans, PROBATION, 'in_work', 0), { from: PROBATION, to: municipal, kind: 'handover', words: PASSED_ON, daysAgo: 1 })

  const fromPrison = { from: prison, to: PROBATION, kind: 'handover', words: PASSED_ON } as const
  await agree(personOf(plans, prison, 'preparing_release', 0), { ...fromPrison, daysAgo: 4 })
  await offer(personOf(plans, prison, 'preparing_release', 1), { ...fromPrison, daysAgo: 2 })

  const ofMunicipal = personOf(plans, municipal, 'looking', 0)
  const support = { from: municipal, kind: 'joining', words: JOINS } as const
  await agree(ofMunicipal, { ...support, to: PROBATION, shares: ['identity', 'situation', 'record'], daysAgo: 30 })
  await agree(ofMunicipal, { ...support, to: NGO, daysAgo: 25 })

  await reportWrong(store, master, { kind: 'candidate', candidateId: second }, 'Man jau ir medicīniskā grāmatiņa.', calendar.at(1, 18))
  await askAuthority(store, { own, second, third }, vacancies, calendar)
  await findDuplicates(store, calendar.at(1, 6))
}
