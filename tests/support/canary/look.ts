// Opens the site's addresses as everybody, reads every channel, and says where which canary was found.
import { CHANNELS, type ChannelName } from '#app/process/channels.ts'
import { BARE, isPage } from '../inference/addresses.ts'
import { dataOf, sentOf } from '../inference/requests.ts'
import type { Answer } from '../inference/site.ts'
import { paramsOf, type RouteIds } from '../route-params.ts'
import { addressOf, routeAt, ROUTES } from '../routes.ts'
import { ACTORS, type Actor } from './cast.ts'
import { canariesAnyhow, canariesInPage, ENCRYPTED_CANARIES, type CanaryName } from './canaries.ts'
import { channelsOf, READING, type Text } from './channels.ts'
import { beginStory, MOMENT_NAMES, MOMENTS, type Moment, type Story } from './moments.ts'
import { filesIn, METRICS_TOKEN } from './site.ts'

type Wanted = { path: string; fields?: Record<string, string>; headers?: Record<string, string> }

/** Lists that show more when they are asked for it. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/casework': ['?whose=all', '?whose=all&stage=finished', '?q=K-'],
  '/casework/proposals': ['?filter=over', '?filter=candidate', '?filter=employer'],
  '/employer/proposals': ['?filter=live', '?filter=over'],
  '/api/suggestions': ['?q=nol'],
}
/** Pages that open what is encrypted by a form, which changes nothing but the access log. */
const OPENED_BY_A_FORM: Readonly<Record<string, Wanted['fields']>> = {
  '/casework/people/:id/identity': { form: 'open' },
  '/casework/people/:id/record': { form: 'open' },
  '/casework/people/:id/file': { more: 'on' },
  '/casework/people/:id/file.json': {},
}
/** Where a value is shown for its own sake, whoever the person is. */
const SHOWN_ANYWAY: Partial<Record<CanaryName, readonly string[]>> = { custodyPlace: ['/coordinator/custody', '/coordinator/custody/:id'] }

function pathsOf(address: string, ids: RouteIds): string[] {
  const paths = paramsOf(address, ids).map((params) => addressOf(address, params))
  return paths.flatMap((path) => ['', ...(QUERIES[address] ?? [])].map((query) => path + query))
}

/** Whose addresses begin so. */
const SECTIONS = ['casework', 'employer', 'me', 'coordinator'] as const
type Section = (typeof SECTIONS)[number] | 'everybody'

const sectionOf = (path: string): Section => SECTIONS.find((one) => new RegExp(`^/${one}(/|\\?|$)`).test(path)) ?? 'everybody'

function sectionFor(actor: Actor): Section {
  if (actor === 'visitor') return 'everybody'
  if (actor === 'colleague') return 'casework'
  return SECTIONS.find((section) => actor.startsWith(section)) ?? (actor.startsWith('caseworker') ? 'casework' : 'me')
}

/**
 * `own`: the addresses of the actor's role, as data. `all`: those of everybody else too, and the own ones as pages: a page is made of its data and
 * of nothing else, so that once is enough.
 */
type Extent = 'own' | 'all'

function wantedBy(actor: Actor, ids: RouteIds, extent: Extent): Wanted[] {
  const isOwn = (path: string) => sectionOf(path) === sectionFor(actor)
  const addresses = [...new Set(ROUTES.map(({ address }) => address))]
  const paths = [...new Set([...addresses.flatMap((address) => pathsOf(address, ids)), ...BARE])]
  const asked = paths.filter((path) => extent === 'all' || isOwn(path))
  // What is no page answers with a file of its own.
  const hasData = (path: string) => isPage(path) && routeAt(path)?.file.endsWith('.tsx') === true
  const way = (path: string) => (hasData(path) && !(extent === 'all' && isOwn(path)) ? dataOf(path) : path)
  const opens = Object.entries(OPENED_BY_A_FORM).flatMap(([address, fields = {}]) =>
    pathsOf(address, ids).map((path) => ({ path, fields })),
  )
  return [
    ...asked.map((path) => ({ path: way(path) })),
    ...opens.filter(({ path }) => asked.includes(path)).map(({ path, fields }) => ({ path: way(path), fields })),
    { path: '/metrics', headers: { Authorization: `Bearer ${METRICS_TOKEN}` } },
  ]
}

/** What was found of the canaries, and what was looked at. */
export class Walked {
  /** In what may hold it for some: `moment: canary`, who read it, and where first. */
  readonly readers = new Map<string, Map<Actor, string>>()
  /** In channels that may not hold it. */
  readonly leaks = new Set<string>()
  /** In any file, though the person is erased. */
  leftAfterErasure: string[] = []
  readonly opened = new Set<string>()
  readonly channels = new Set<ChannelName>()

  answered(moment: Moment, actor: Actor, { path }: Wanted, answer: Answer): void {
    if (answer.status === 200) this.opened.add(routeAt(path)?.address ?? path)
    for (const [channel, bytes] of channelsOf(path, answer)) {
      this.channels.add(channel)
      if (CHANNELS[channel].ofPeople === 'permitted') this.#permitted(moment, actor, path, bytes)
      else this.elsewhere(moment, channel, { where: `${path} as ${actor}`, bytes })
    }
  }

  #permitted(moment: Moment, actor: Actor, path: string, bytes: string): void {
    for (const name of canariesInPage(bytes)) {
      if (SHOWN_ANYWAY[name]?.includes(routeAt(path)?.address ?? '')) continue
      const readers = this.readers.get(`${moment}: ${name}`) ?? new Map<Actor, string>()
      if (!readers.has(actor)) readers.set(actor, path)
      this.readers.set(`${moment}: ${name}`, readers)
    }
  }

  elsewhere(moment: Moment, channel: ChannelName, { where, bytes }: Text): void {
    this.channels.add(channel)
    const mayHoldClear = CHANNELS[channel].ofPeople === 'encrypted'
    const forbidden = canariesAnyhow(bytes).filter((name) => !mayHoldClear || ENCRYPTED_CANARIES.includes(name))
    for (const name of forbidden) this.leaks.add(`${moment}: ${name} in ${channel}, ${where}`)
  }
}

async function look({ site, cast }: Story, walked: Walked, moment: Moment, extent: Extent): Promise<void> {
  for (const actor of ACTORS)
    for (const wanted of wantedBy(actor, cast.ids, extent))
      walked.answered(moment, actor, wanted, await site.ask(sentOf(wanted, cast.cookies[actor])))
  await site.goOn()
  for (const [channel, reading] of Object.entries(READING) as [ChannelName, (typeof READING)[ChannelName]][])
    if (typeof reading === 'function') for (const text of await reading(site)) walked.elsewhere(moment, channel, text)
}

/** @param most the moment at which there is most to read */
export async function walkThrough(most: Moment): Promise<Walked> {
  const story = await beginStory()
  const walked = new Walked()
  for (const moment of MOMENT_NAMES) {
    await MOMENTS[moment](story)
    await look(story, walked, moment, moment === most ? 'all' : 'own')
  }
  walked.leftAfterErasure = filesIn(story.site.folder).flatMap(({ path, bytes }) =>
    canariesAnyhow(bytes).flatMap((name) => (name in SHOWN_ANYWAY ? [] : [`${name} in ${path}`])),
  )
  return walked
}
