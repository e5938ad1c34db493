// What happens to the person, by the forms of the pages: joining, handing over, a proposal, the naming, its withdrawal, erasure.
import { desc, eq } from 'drizzle-orm'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { paths } from '#app/paths.ts'
import * as tables from '#db/schema/index.ts'
import { sqlIn } from '../transfer/copies.ts'
import { sentOf } from '../inference/requests.ts'
import type { Fields } from '../inference/vacancy-fields.ts'
import { aConfirmation, castOf, cookiesOf, type Actor, type Cast } from './cast.ts'
import { CANARIES } from './canaries.ts'
import { canarySite, type CanarySite } from './site.ts'

export type Story = { site: CanarySite; cast: Cast }

export async function beginStory(): Promise<Story> {
  const site = await canarySite()
  return { site, cast: await castOf(site) }
}

/** A form of a page, as it is taken. */
async function press({ site, cast }: Story, actor: Actor, path: string, fields: Fields): Promise<void> {
  const { status, body } = await site.ask(sentOf({ path, fields }, cast.cookies[actor]))
  if (status >= 400) throw new Error(`${actor} at ${path}: ${String(status)} ${body.slice(0, 2000)}`)
}

/** The same once before, while the database takes no row of this table: what the log says of it must not repeat what was typed. */
async function pressTwice(story: Story, table: string, actor: Actor, path: string, fields: Fields): Promise<void> {
  await sqlIn(story.site.place, `create trigger refusing before insert on ${table} begin select raise(abort, 'refused'); end`)
  const { status } = await story.site.ask(sentOf({ path, fields }, story.cast.cookies[actor]))
  if (status < 500) throw new Error(`${actor} at ${path} was answered ${String(status)} by a broken database`)
  await sqlIn(story.site.place, 'drop trigger refusing')
  await press(story, actor, path, fields)
}

const { casework: to, candidate: me } = paths
const textOf = (name: keyof typeof CANARIES) => CANARIES[name].text

async function personVersion({ site, cast }: Story): Promise<string> {
  const { id } = cast.person
  const rows = await site.app.store.read((db) => db.select().from(tables.candidate).where(eq(tables.candidate.id, id)))
  return String(rows[0]?.version)
}

async function lastHandover({ site, cast }: Story): Promise<string> {
  const rows = await site.app.store.read((db) =>
    db.select().from(tables.handover).orderBy(desc(tables.handover.offeredAt), desc(tables.handover.id)),
  )
  const open = rows.find(({ state }) => state === 'offered')?.id ?? ''
  cast.ids = { ...cast.ids, handover: rows.map(({ id }) => id) }
  return open
}

async function label(story: Story, actor: Actor, text: string): Promise<void> {
  const path = `${to.person(story.cast.person.id)}?index`
  await press(story, actor, path, { form: 'label', label: text, language: 'lv', version: await personVersion(story) })
}

async function offer(story: Story, form: 'joining' | 'handover', toOrganisationId: string, told: Fields): Promise<void> {
  const shares = form === 'joining' ? { shares: ['identity'] } : {}
  await pressTwice(story, 'handover', 'caseworker', to.organisations(story.cast.person.id), { form, toOrganisationId, ...shares, ...told })
  await lastHandover(story)
}

async function writtenDown(story: Story): Promise<void> {
  const { id } = story.cast.person
  await label(story, 'caseworker', textOf('label'))
  const readiness = { 'items.housing.state': 'needed', 'items.housing.who': textOf('readinessNote') }
  await pressTwice(story, 'readiness', 'caseworker', to.readiness(id), { ...readiness, version: await personVersion(story) })
  await pressTwice(story, 'correction', 'person', me.about(), { form: 'wrong', text: textOf('correction') })
}

async function offerJoining(story: Story): Promise<void> {
  const told = { basis: 'consent', basisName: textOf('basisOfJoining'), said: textOf('saidAtJoining'), note: textOf('noteAtJoining') }
  await offer(story, 'joining', story.cast.organisations.ngo.id, told)
}

async function join(story: Story): Promise<void> {
  const actor = 'caseworker of the NGO that joins'
  await press(story, actor, to.handover(await lastHandover(story)), { form: 'accept' })
  await label(story, actor, textOf('labelOfNgo'))
  await aConfirmation(story.site, story.cast)
}

async function offerHandover(story: Story): Promise<void> {
  const told = { basis: 'consent', basisName: 'Piekrišana', said: textOf('saidAtRefusedHandover'), note: textOf('noteAtRefusedHandover') }
  await offer(story, 'handover', story.cast.organisations.asked.id, told)
}

async function handOver(story: Story): Promise<void> {
  await press(story, 'caseworker of an NGO that is asked', to.handover(await lastHandover(story)), {
    form: 'refuse',
    refusal: 'no_capacity',
  })
  const told = { basis: 'law', basisName: 'Izdomāts likums', said: textOf('saidAtHandover'), note: textOf('noteAtHandover') }
  await offer(story, 'handover', story.cast.organisations.next.id, told)
  await press(story, 'caseworker who takes over', to.handover(await lastHandover(story)), { form: 'accept' })
}

type ProposalNow = { id: string; version: string }

async function proposalFor({ site, cast }: Story, vacancyId: string): Promise<ProposalNow> {
  const rows = await site.app.store.read((db) => db.select().from(tables.proposal))
  cast.ids = { ...cast.ids, proposal: rows.map(({ id }) => id) }
  const row = rows.find((one) => one.vacancyId === vacancyId)
  return { id: row?.id ?? '', version: String(row?.version) }
}

async function move(story: Story, actor: Actor, vacancyId: string, form: string, fields: Fields = {}): Promise<void> {
  const { id, version } = await proposalFor(story, vacancyId)
  const page = actor === 'person' ? me.proposal(id) : actor.startsWith('caseworker') ? to.proposal(id) : paths.employer.proposal(id)
  await press(story, actor, page, { form, version, ...fields })
}

/** An employer is told of what others did; everybody has signed in again. */
async function nextDay({ site, cast }: Story): Promise<void> {
  site.clock.now += DAY_MS
  cast.cookies = await cookiesOf(site, cast.sessions)
  await site.goOn()
}

async function sendTo(story: Story, vacancyId: string): Promise<void> {
  const caseworker = 'caseworker who takes over'
  await press(story, caseworker, to.propose(story.cast.person.id, vacancyId), { deadlineDays: '14', then: 'ask' })
  await move(story, 'person', vacancyId, 'consent')
  await move(story, caseworker, vacancyId, 'send')
  await nextDay(story)
}

async function propose(story: Story): Promise<void> {
  const { employer, refuser } = story.cast.employers
  await sendTo(story, employer.vacancyId)
  await sendTo(story, refuser.vacancyId)
  await move(story, 'person', employer.vacancyId, 'ask_question', { question: textOf('question') })
  const [question] = await story.site.app.store.read((db) => db.select().from(tables.proposalQuestion))
  await move(story, 'caseworker who takes over', employer.vacancyId, 'answer_question', {
    question: question?.id ?? '',
    answer: textOf('answer'),
  })
  await move(story, 'employer that refuses', refuser.vacancyId, 'refuse', { reason: 'filled', note: textOf('employersNote') })
}

async function name(story: Story): Promise<void> {
  const { vacancyId } = story.cast.employers.employer
  await move(story, 'employer', vacancyId, 'show_interest')
  await move(story, 'person', vacancyId, 'name')
  await nextDay(story)
  const when = { interviewAt: '2026-12-30T10:00', interviewPlace: textOf('interviewPlace') }
  await move(story, 'employer', vacancyId, 'interview', when)
}

async function erase(story: Story): Promise<void> {
  await press(story, 'caseworker who takes over', to.erase(story.cast.person.id), { code: story.cast.person.code })
}

/** In this order; each adds to what was before. */
export const MOMENTS = {
  registered: writtenDown,
  'joining offered': offerJoining,
  joined: join,
  'handover offered': offerHandover,
  'handed over': handOver,
  proposed: propose,
  named: name,
  'consent taken back': (story: Story) => move(story, 'person', story.cast.employers.employer.vacancyId, 'withdraw'),
  erased: erase,
} as const satisfies Record<string, (story: Story) => Promise<void>>
export type Moment = keyof typeof MOMENTS
export const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[]
