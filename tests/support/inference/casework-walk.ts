// Every address that a caseworker has, and every form on it, wrong and right: asked of two worlds, one after the other, until an answer differs.
import { eq } from 'drizzle-orm'
import { GROUPS } from '#app/domain/matching/criterion.ts'
import { ACTIVITIES, READINESS_ITEMS, STAGES } from '#app/domain/people/candidate.ts'
import { WAITING_PARTIES } from '#app/domain/people/person-line.ts'
import { formMove } from '#app/domain/proposals/next-step.ts'
import { movesFor, PROPOSAL_MOVE_NAMES, reasonsFor, type ProposalMove } from '#app/domain/proposals/proposal.ts'
import { CASEWORK_FILTERS } from '#app/domain/shared/lists.ts'
import { paths } from '#app/paths.ts'
import { candidate, proposal } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { HOSTILE_FORMS } from '../hostile.ts'
import { addressOf, ROUTES, routeAt } from '../routes.ts'
import type { CaseworkWorld } from './casework-world.ts'
import { differenceOf, written } from './compared.ts'
import { dataOf, type Wanted } from './requests.ts'
import { Side } from './side.ts'
import type { Answer } from './site.ts'
import type { Fields } from './vacancy-fields.ts'

type Ask = () => Promise<Wanted> | Wanted
const SIGN_IN_EVERY = 300
/** The lists. */
const PAGES_AGAIN = 40

function personPages(id: string, vacancies: readonly string[]): string[] {
  const { casework: to } = paths
  return [
    ...[
      to.person(id),
      to.editProfile(id),
      to.identity(id),
      to.readiness(id),
      to.personProposals(id),
      to.record(id),
      to.history(id),
      to.organisations(id),
      to.card(id),
      to.file(id),
    ],
    ...[to.match(id), ...GROUPS.map((group) => to.match(id, { group })), to.match(id, { hidden: true }), to.match(id, { page: 9 })],
    ...vacancies.map((vacancy) => to.propose(id, vacancy)),
  ]
}

function casePages({ others, vacancies, proposals }: CaseworkWorld): string[] {
  const { casework: to } = paths
  return [
    ...[to.people(), to.people({ whose: 'all' }), to.people({ q: 'K-' }), to.newPerson(), to.colleagues(), to.vacancies(), to.proposals()],
    ...[to.retention(), to.tasks(), to.tasks({ show: 'done', whose: 'all' })],
    ...[...STAGES, ...ACTIVITIES].map((stage) => to.people({ stage })),
    ...[...WAITING_PARTIES, 'nobody'].map((waitingOn) => to.people({ waitingOn, whose: 'all' })),
    ...READINESS_ITEMS.map((missing) => to.people({ missing })),
    ...CASEWORK_FILTERS.map((filter) => to.proposals({ filter })),
    ...vacancies.flatMap((id) => [to.vacancy(id), ...GROUPS.map((group) => to.vacancy(id, { group })), paths.vacancy(id)]),
    ...proposals.flatMap((id) => [to.proposal(id), to.paper(id)]),
    ...others.flatMap((id) => personPages(id, vacancies)),
  ]
}

const look = (path: string, number: number): Wanted => ({ by: 'caseworker', path: number % 5 === 0 ? path : dataOf(path) })
const send = (path: string, fields: Fields, change: string): Wanted => ({ by: 'caseworker', path: dataOf(path), fields, change })

async function versionOf(store: Store, id: string): Promise<string> {
  const [row] = await store.read((db) => db.select({ version: candidate.version }).from(candidate).where(eq(candidate.id, id)))
  return String(row?.version ?? 0)
}

const WHERE = { custodyPlaceId: 'cp1', plannedReleaseOn: '24.12.2026' }
const IDENTITY = { givenName: 'Anna', familyName: 'Paraugs', personalCode: '', birthDate: '', phone: '', email: '', address: '' }

/** Each wrong in some way, and then right. */
function personForms(store: Store, id: string, { colleague, vacancies }: CaseworkWorld): Ask[] {
  const { casework: to } = paths
  // The page inside the person's frame, which shares its address.
  const profile = `${to.person(id)}?index`
  const saved = (path: string, fields: Fields, change: string): Ask[] => [
    () => send(path, { ...fields, version: '999' }, change),
    async () => send(path, { ...fields, version: await versionOf(store, id) }, change),
  ]
  const stages = ACTIVITIES.flatMap((stage) => saved(profile, { form: 'activity', stage }, 'activity'))
  return [
    ...stages,
    ...saved(profile, { form: 'activity', stage: 'seeking' }, 'activity'),
    ...[...STAGES].flatMap((stage) => saved(profile, { form: 'stage', stage, ...WHERE }, 'stage')),
    ...saved(profile, { form: 'label', label: 'Garais', language: 'ru' }, 'label'),
    ...saved(profile, { form: 'caseworker', caseworkerId: colleague }, 'caseworker'),
    ...saved(to.readiness(id), Object.fromEntries(READINESS_ITEMS.map((item) => [`items.${item}.state`, 'in_place'])), 'readiness'),
    ...saved(to.editProfile(id), {}, 'profile'),
    () => send(profile, { form: 'correction', correctionId: 'x' }, 'correction'),
    () => send(to.identity(id), { form: 'open' }, 'identity'),
    () => send(to.identity(id), { ...IDENTITY, version: '1' }, 'identity'),
    () => send(to.record(id), { form: 'open' }, 'record'),
    () => send(to.retention(), { candidateId: id, reason: 'wished' }, 'keep'),
    () => send(to.file(id), { form: 'print', more: 'on' }, 'file'),
    () => ({ by: 'caseworker', path: to.fileJson(id), fields: {}, change: 'file' }),
    () => send(to.card(id), { form: 'unlock' }, 'card'),
    () => send(to.card(id), { form: 'card' }, 'card'),
    ...vacancies.flatMap((vacancyId): Ask[] => [
      () => send(to.match(id), { vacancyId, hide: 'yes' }, 'hide'),
      () => send(to.match(id), { vacancyId, hide: 'no' }, 'hide'),
      () => send(to.propose(id, vacancyId), { deadlineDays: '9', then: 'ask' }, 'propose'),
      () => send(to.propose(id, vacancyId), { deadlineDays: '7', then: 'ask' }, 'propose'),
    ]),
  ]
}

function moveFields(move: ProposalMove): Fields {
  return {
    form: move,
    deadlineDays: '7',
    answer: 'yes',
    channel: 'phone',
    reason: reasonsFor(move, 'caseworker')?.[0] ?? '',
    startOn: '30.11.2026',
    interviewAt: '2026-12-10T10:00',
    interviewPlace: 'Noliktavas iela 1',
    week: '6',
    outcome: 'in_work',
    evidence: 'caseworker',
  }
}

function proposalForms(store: Store, id: string): Ask[] {
  const path = paths.casework.proposal(id)
  const standing = async () => {
    const rows = await store.read((db) =>
      db.select({ state: proposal.state, version: proposal.version }).from(proposal).where(eq(proposal.id, id)),
    )
    return rows[0] ?? { state: 'draft' as const, version: 0 }
  }
  const possible: Ask = async () => {
    const { state, version } = await standing()
    const move = movesFor(state, 'caseworker').find((name) => formMove(name, 'caseworker') !== null) ?? 'withdraw'
    return send(path, { ...moveFields(move), version: String(version) }, 'move')
  }
  const wrong = PROPOSAL_MOVE_NAMES.map(
    (move): Ask =>
      () =>
        send(path, { ...moveFields(move), version: '999' }, 'move'),
  )
  return [...wrong, possible, possible, possible, () => send(path, { form: 'answer_question', answer: 'Jā.' }, 'question')]
}

/** An authority's person: before the organisation joins, and when it supports them. */
function offerForms({ offer, others }: CaseworkWorld): Ask[] {
  const { casework: to } = paths
  const [own = ''] = others
  const told = { basis: 'consent', basisName: 'Piekrišana', said: 'Izstāstīts.', note: '' }
  return [
    () => look(to.handover(offer.id), 0),
    () => send(to.handover(offer.id), { form: 'refuse', refusal: '' }, 'offer'),
    () => send(to.handover(offer.id), { form: 'accept' }, 'offer'),
    () => send(to.handover(offer.id), { form: 'accept' }, 'offer'),
    () => send(to.organisations(own), { form: 'joining', toOrganisationId: '', shares: ['record'], ...told }, 'joining'),
    () => send(to.organisations(own), { form: 'joining', toOrganisationId: offer.from, shares: ['record'], ...told }, 'joining'),
    () => send(to.organisations(own), { form: 'takeBack', handoverId: 'x' }, 'joining'),
  ]
}

/** The rest of the site map, with a person's id where one may stand. */
function elsewhere({ others, vacancies }: CaseworkWorld): Wanted[] {
  const [id = ''] = others
  // Whoever signs out is asked to sign in from then on.
  const addresses = ROUTES.filter(({ address }) => address !== '/sign-out').map(({ address }) =>
    addressOf(address, { id, vacancyId: vacancies[0] ?? '', step: 'job', token: 'x' }),
  )
  return addresses.flatMap((path, number) => [
    look(path, number),
    send(path, HOSTILE_FORMS[number % HOSTILE_FORMS.length] ?? {}, 'hostile'),
  ])
}

/** @param store of one of the worlds: a browser would have read the versions in the pages that it has open. */
function caseScript(world: CaseworkWorld, store: Store): Ask[] {
  const pages = casePages(world).map(
    (path, number): Ask =>
      () =>
        look(path, number),
  )
  const newPerson = { ...IDENTITY, label: 'Jaunais', language: 'lv' }
  return [
    ...pages,
    ...world.others.flatMap((id) => personForms(store, id, world)),
    ...world.proposals.flatMap((id) => proposalForms(store, id)),
    ...pages,
    ...offerForms(world),
    ...personPages(world.offer.candidateId, world.vacancies).map(
      (path, number): Ask =>
        () =>
          look(path, number),
    ),
    ...personForms(store, world.offer.candidateId, world),
    ...pages.slice(0, PAGES_AGAIN),
    ...elsewhere(world).map(
      (wanted): Ask =>
        () =>
          wanted,
    ),
    () => send(paths.casework.newPerson(), { ...newPerson, label: '' }, 'register'),
    () => send(paths.casework.newPerson(), { ...newPerson, stage: 'in_custody', ...WHERE }, 'register'),
    ...[paths.casework.people(), paths.casework.people({ stage: 'in_custody' })].map(
      (path): Ask =>
        () =>
          look(path, 0),
    ),
  ]
}

/** Codes and secrets that the site draws by chance; who is meant stands in the links. */
function withoutCodes(answer: Answer): Answer {
  const body = answer.body.replace(/\b[KP]-[2-9A-Z]{4}-[2-9A-Z]{2}\b/g, 'K-XXXX-XX').replace(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'XXXX-XXXX')
  return { ...answer, body }
}

type Tally = { difference: string | null; asked: number; addresses: Set<string>; changes: Set<string> }

export async function compareCasework(worlds: readonly [CaseworkWorld, CaseworkWorld]): Promise<Tally> {
  const [left, right] = await Promise.all([Side.open(worlds[0]), Side.open(worlds[1])])
  const tally: Tally = { difference: null, asked: 0, addresses: new Set(), changes: new Set() }
  for (const [number, ask] of caseScript(worlds[0], left.app.store).entries()) {
    if (number % SIGN_IN_EVERY === 0) await Promise.all([left.signIn(), right.signIn()])
    const wanted = await ask()
    await Promise.all([left.app.index.catchUp(), right.app.index.catchUp()])
    const [one, other] = await Promise.all([left.ask(wanted, number), right.ask(wanted, number)])
    tally.asked += 1
    const found = differenceOf(withoutCodes(one), withoutCodes(other))
    if (found !== null) return { ...tally, difference: `Request ${String(number)}, ${written(wanted)}: ${found}` }
    // Single fetch says that it would redirect by 202.
    if (one.status < 400) {
      tally.addresses.add(routeAt(wanted.path)?.address ?? '')
      if (wanted.change !== undefined) tally.changes.add(wanted.change)
    }
    for (const side of [left, right]) side.app.clock.now += 5_000
  }
  return tally
}
