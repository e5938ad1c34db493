// What a caseworker of one of two organisations does with a person both work with: each step looks at what a page shows, and gives back the pressing.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { HandoverKind } from '#app/domain/involvement/handover.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import type { TaskKind } from '#app/domain/tasks/task.ts'
import { answerConfirmation } from '#db/confirmations/answer.ts'
import { askConfirmation } from '#db/confirmations/ask.ts'
import { acceptHandover, listHandovers, offerHandover, refuseHandover, takeHandoverBack } from '#db/involvement/handover.ts'
import { endSupport, listRelations } from '#db/involvement/relations.ts'
import { closeCorrection, listCorrections } from '#db/people/corrections.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { leadsPerson, findPerson, updateProfile } from '#db/people/people.ts'
import { reportWrong } from '#db/people/self/self.ts'
import { answerConsent, withdraw } from '#db/proposals/answer.ts'
import { askCandidate, createProposal } from '#db/proposals/ask.ts'
import type { Moved } from '#db/proposals/move-types.ts'
import { answerQuestion, askQuestion } from '#db/proposals/questions.ts'
import { ownProposals, type ProposalActor } from '#db/proposals/scope.ts'
import { proposal, proposalQuestion } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { listTasks } from '#db/tasks/list.ts'

const MASTER = Buffer.alloc(32, 7)
const WORDS = { basis: 'law', basisName: 'Izdomāts likums', said: 'Turpmāk palīdz arī otra iestāde.', note: 'Izdomāta piezīme.' } as const

/** @param folder where the erasure list is. @param otherId the other organisation */
export type Colleague = { actor: CaseworkerActor; otherId: string; folder: string }
/** @param mark of this step alone: what it writes is found by it */
type Acting = Colleague & { store: Store; candidateId: string; vacancyIds: readonly string[]; mark: string }

/** `late`: somebody else had been there. */
type Answer = 'done' | 'late' | `saved ${number}`
/** Null when the page shows nothing to press. */
type Press = (() => Promise<Answer>) | null
type Step = (acting: Acting) => Promise<Press>

const told = (done: boolean): Answer => (done ? 'done' : 'late')

/** The row it is about. */
async function waiting({ store, actor, candidateId }: Acting, kinds: readonly TaskKind[]): Promise<string | null> {
  const { rows } = await listTasks(store, MASTER, actor, { show: 'open', whose: 'all' }, '', Date.now())
  return rows.find((row) => row.candidateId === candidateId && kinds.includes(row.kind))?.aboutId ?? null
}

async function works({ store, actor, candidateId }: Acting) {
  return findPerson(store, MASTER, actor, candidateId)
}

async function proposalsOf({ store, candidateId }: Acting, actor: ProposalActor) {
  const of = and(eq(proposal.candidateId, candidateId), ownProposals(actor))
  return store.read((db) => db.select().from(proposal).where(of).orderBy(asc(proposal.id)))
}

function offers(kind: HandoverKind): Step {
  return async (acting) => {
    const { store, actor, candidateId, otherId } = acting
    const wanted = { kind, toOrganisationId: otherId, shares: ['record' as const], ...WORDS }
    if (!(await works(acting))?.leads) return null
    return async () => told((await offerHandover(store, MASTER, actor, candidateId, wanted, Date.now()))?.ok === true)
  }
}

function answersOffer(answer: (acting: Acting, id: string) => Promise<boolean>): Step {
  return async (acting) => {
    const id = await waiting(acting, ['handover', 'joining'])
    return id === null ? null : async () => told(await answer(acting, id))
  }
}

function prepares(nth: number): Step {
  return async (acting) => {
    const { store, actor, candidateId, vacancyIds } = acting
    if (!(await works(acting))) return null
    return async () => told((await createProposal(store, actor, candidateId, vacancyIds[nth] ?? '', Date.now()))?.ok === true)
  }
}

type Moving = (acting: Acting, seen: { id: string; version: number }) => Promise<Moved>

function moves(is: (state: ProposalState) => boolean, move: Moving): Step {
  return async (acting) => {
    const seen = (await proposalsOf(acting, acting.actor)).find(({ state }) => is(state))
    return seen ? async () => told((await move(acting, seen))?.ok === true) : null
  }
}

async function edit(acting: Acting): Promise<Press> {
  const { store, actor, candidateId, mark } = acting
  const seen = await works(acting)
  if (!seen) return null
  const profile = { ...seen.profile, skills: [...seen.profile.skills, mark] }
  return async () => {
    const saved = await updateProfile(store, actor, candidateId, { version: seen.version, profile }, Date.now())
    return saved?.ok ? `saved ${seen.version + 1}` : 'late'
  }
}

async function takeBack({ store, actor, candidateId }: Acting): Promise<Press> {
  const [open] = await listHandovers(store, MASTER, actor, candidateId)
  return open ? async () => told(await takeHandoverBack(store, actor, open.id, Date.now())) : null
}

async function endsSupport({ store, actor, candidateId }: Acting): Promise<Press> {
  const relations = await listRelations(store, MASTER, actor, candidateId)
  const support = relations?.find(({ role, until }) => role === 'supports' && until === null)
  return support ? async () => told(await endSupport(store, actor, candidateId, support.id, Date.now())) : null
}

/** The person themself, from a phone. */
async function personAsks(acting: Acting): Promise<Press> {
  const self = { kind: 'candidate', candidateId: acting.candidateId } as const
  const live = (await proposalsOf(acting, self)).find(({ state }) => !isFinal(state))
  if (!live) return null
  return async () =>
    told((await askQuestion(acting.store, MASTER, self, { id: live.id, question: 'Vai ir ģērbtuve?' }, Date.now()))?.ok === true)
}

async function answersPerson(acting: Acting): Promise<Press> {
  const { store, actor, candidateId } = acting
  const [open] = await store.read((db) =>
    db
      .select({ id: proposal.id, questionId: proposalQuestion.id })
      .from(proposalQuestion)
      .innerJoin(proposal, eq(proposal.id, proposalQuestion.proposalId))
      .where(and(eq(proposal.candidateId, candidateId), isNull(proposalQuestion.answer), ownProposals(actor))),
  )
  return open ? async () => told(await answerQuestion(store, MASTER, actor, { ...open, answer: 'Jā, ir.' }, Date.now())) : null
}

async function personCorrects(acting: Acting): Promise<Press> {
  const { store, candidateId, mark } = acting
  return Promise.resolve(async () =>
    told(await reportWrong(store, MASTER, { kind: 'candidate', candidateId }, `Nav pareizi: ${mark}`, Date.now())),
  )
}

async function closesCorrection({ store, actor, candidateId }: Acting): Promise<Press> {
  const [open] = await listCorrections(store, MASTER, actor, candidateId)
  return open ? async () => told(await closeCorrection(store, actor, candidateId, open.id, Date.now())) : null
}

async function asksAuthority(acting: Acting): Promise<Press> {
  const { store, actor, candidateId, vacancyIds } = acting
  if (actor.publicAuthority || !(await works(acting))) return null
  return async () => told((await askConfirmation(store, actor, candidateId, vacancyIds[0] ?? '', Date.now()))?.ok === true)
}

async function answersAsAuthority(acting: Acting): Promise<Press> {
  const id = await waiting(acting, ['confirmation'])
  return id === null ? null : async () => told(await answerConfirmation(acting.store, acting.actor, id, 'choose_another', Date.now()))
}

async function beginsErasure({ store, actor, candidateId }: Acting): Promise<Press> {
  if (!(await leadsPerson(store, actor, candidateId))) return null
  return async () => told(await beginErasure(store, actor, candidateId, Date.now()))
}

/** As the next start does what was begun. */
async function endsErasure({ store, folder }: Acting): Promise<Press> {
  return Promise.resolve(async () => told((await finishErasures(store, openErasureList(folder), Date.now())) > 0))
}

const byPhone = { channel: 'phone' } as const

export const STEPS = {
  edit,
  offerHandover: offers('handover'),
  offerJoining: offers('joining'),
  accept: answersOffer(async ({ store, actor }, id) => (await acceptHandover(store, actor, id, Date.now())) !== null),
  refuse: answersOffer(({ store, actor }, id) => refuseHandover(store, actor, id, 'no_capacity', Date.now())),
  takeBack,
  endSupport: endsSupport,
  prepareOne: prepares(0),
  prepareOther: prepares(1),
  ask: moves(
    (state) => state === 'draft',
    ({ store, actor }, { id, version }) => askCandidate(store, actor, { id, version, deadlineDays: 7 }, Date.now()),
  ),
  yes: moves(
    (state) => state === 'asked',
    ({ store, actor }, { id, version }) => answerConsent(store, actor, { id, version, ...byPhone, move: 'consent' }, Date.now()),
  ),
  no: moves(
    (state) => state === 'asked',
    ({ store, actor }, { id, version }) => answerConsent(store, actor, { id, version, ...byPhone, move: 'decline' }, Date.now()),
  ),
  withdraw: moves(
    (state) => !isFinal(state),
    ({ store, actor }, { id, version }) => withdraw(store, actor, { id, version }, Date.now()),
  ),
  personAsks,
  answersPerson,
  personCorrects,
  closesCorrection,
  asksAuthority,
  answersAsAuthority,
  beginErasure: beginsErasure,
  endErasure: endsErasure,
} satisfies Record<string, Step>

export type StepName = keyof typeof STEPS
/** @param steps the first of them for which the page shows something to press is taken */
export type Look = Omit<Acting, keyof Colleague | 'store'> & { steps: readonly StepName[] }
export type Told = { step: StepName; mark: string; answer: Answer | 'nothing' }

/** @returns the pressing, for the moment at which both press */
export async function look(store: Store, colleague: Colleague, { steps, ...about }: Look): Promise<() => Promise<Told>> {
  for (const step of steps) {
    const press = await STEPS[step]({ ...colleague, ...about, store })
    if (press) return async () => ({ step, mark: about.mark, answer: await press() })
  }
  return () => Promise.resolve({ step: steps[0] ?? 'edit', mark: about.mark, answer: 'nothing' })
}

/** What happens many times in every run; a run without one of these would show less than it seems to. */
const USUAL: readonly StepName[] = [
  'edit',
  'offerHandover',
  'offerJoining',
  'accept',
  'refuse',
  'endSupport',
  'prepareOther',
  'ask',
  'withdraw',
  'personAsks',
  'beginErasure',
  'endErasure',
]

export function neverDone(told: readonly Told[]): string[] {
  return USUAL.filter((usual) => !told.some(({ step, answer }) => step === usual && answer !== 'late' && answer !== 'nothing'))
}
