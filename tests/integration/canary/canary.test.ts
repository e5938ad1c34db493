// The canary walk: everybody opens every address before and after each thing that happens to a person, and finds exactly what they may read;
// nothing else that leaves the program holds a word of the person.
import { expect, test } from 'vitest'
import { CHANNELS, type ChannelName } from '#app/process/channels.ts'
import { PERSONAL_COLUMNS } from '#app/domain/people/data-classes.ts'
import { mayRead, PERMISSIONS, type Shareable } from '#app/domain/people/permissions.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { CANARIES, CANARY_NAMES, type CanaryName } from '#tests/support/canary/canaries.ts'
import { ACTORS, type Actor } from '#tests/support/canary/cast.ts'
import { READING } from '#tests/support/canary/channels.ts'
import { walkThrough, type Walked } from '#tests/support/canary/look.ts'
import { MOMENT_NAMES, type Moment } from '#tests/support/canary/moments.ts'
import { ROUTES } from '#tests/support/routes.ts'

registerAllMessages()

/** What the organisation of a caseworker is to the person. */
type Relation = { role: 'leads' | 'supports'; shares: Shareable[] }
const LEADS: Relation = { role: 'leads', shares: [] }
const SUPPORTS: Relation = { role: 'supports', shares: ['identity'] }

const UNTIL_HANDED_OVER = { caseworker: LEADS, colleague: LEADS }
const NGO = 'caseworker of the NGO that joins'
const AFTERWARDS = { 'caseworker who takes over': LEADS, [NGO]: SUPPORTS }
const RELATIONS: Readonly<Record<Moment, Partial<Record<Actor, Relation>>>> = {
  registered: UNTIL_HANDED_OVER,
  'joining offered': UNTIL_HANDED_OVER,
  joined: { ...UNTIL_HANDED_OVER, [NGO]: SUPPORTS },
  'handover offered': { ...UNTIL_HANDED_OVER, [NGO]: SUPPORTS },
  'handed over': AFTERWARDS,
  proposed: AFTERWARDS,
  named: AFTERWARDS,
  'consent taken back': AFTERWARDS,
  erased: {},
}
/** Of what a class lets an organisation read only where it is its own. */
const WRITTEN_BY: Partial<Record<CanaryName, readonly Actor[]>> = { label: ['caseworker', 'colleague'], labelOfNgo: [NGO] }

/** Not held from the beginning. */
const SINCE: Partial<Record<CanaryName, Moment>> = {
  labelOfNgo: 'joined',
  saidAtJoining: 'joining offered',
  basisOfJoining: 'joining offered',
  noteAtJoining: 'joining offered',
  saidAtRefusedHandover: 'handover offered',
  noteAtRefusedHandover: 'handover offered',
  saidAtHandover: 'handed over',
  noteAtHandover: 'handed over',
  question: 'proposed',
  answer: 'proposed',
  employersNote: 'proposed',
  interviewPlace: 'named',
}
const WHO_OFFERS = ['caseworker', 'colleague'] as const
const TO_JOIN = { at: 'joining offered', actors: [...WHO_OFFERS, NGO] } as const
const TO_TAKE_OVER = { at: 'handover offered', actors: [...WHO_OFFERS, 'caseworker of an NGO that is asked'] } as const
/**
 * What stands in an offer: read by both sides while it is open. Afterwards by whoever accepted it, and in the file that an authority makes which leads.
 */
const IN_OFFERS: Partial<Record<CanaryName, { at: Moment; actors: readonly Actor[] }>> = {
  saidAtJoining: TO_JOIN,
  basisOfJoining: TO_JOIN,
  noteAtJoining: TO_JOIN,
  saidAtRefusedHandover: TO_TAKE_OVER,
  noteAtRefusedHandover: TO_TAKE_OVER,
}
const ONLY_IN_OFFERS: readonly CanaryName[] = ['saidAtRefusedHandover', 'noteAtRefusedHandover', 'noteAtHandover']
/** Of another relation than the NGO's own: a prison may have said it. */
const NOT_OUTSIDE_AUTHORITY: readonly CanaryName[] = ['saidAtHandover']
/** While the second yes holds. */
const NAMED_TO_THE_EMPLOYER: readonly CanaryName[] = ['givenName', 'familyName', 'phone', 'email', 'interviewPlace']

const isHeld = (name: CanaryName, moment: Moment) =>
  moment !== 'erased' && MOMENT_NAMES.indexOf(moment) >= MOMENT_NAMES.indexOf(SINCE[name] ?? 'registered')

function readsAsOrganisation(name: CanaryName, moment: Moment, actor: Actor): boolean {
  const offer = IN_OFFERS[name]
  if (offer?.at === moment) return offer.actors.includes(actor)
  const relation = RELATIONS[moment][actor]
  if (relation === undefined || !isHeld(name, moment) || (ONLY_IN_OFFERS.includes(name) && relation.role !== 'leads')) return false
  const { class: of } = CANARIES[name]
  const publicAuthority = actor !== NGO
  const permission = PERMISSIONS[of][relation.role][publicAuthority ? 'authority' : 'other']
  const isOwn = permission !== 'own' || WRITTEN_BY[name]?.includes(actor) === true
  return isOwn && mayRead(of, publicAuthority, relation) && (publicAuthority || !NOT_OUTSIDE_AUTHORITY.includes(name))
}

function reads(name: CanaryName, moment: Moment, actor: Actor): boolean {
  // Everything that is held: what is on no page is in the person's file.
  if (actor === 'person') return isHeld(name, moment)
  if (actor === 'employer') return moment === 'named' && NAMED_TO_THE_EMPLOYER.includes(name)
  return readsAsOrganisation(name, moment, actor)
}

const CHANNEL_NAMES = Object.keys(CHANNELS) as ChannelName[]
/** These only take forms, or are nowhere. */
const NEVER_OPENED = ['/sign-out', '/language', '/demo-sign-in', '/*']

/** Who reads what is not theirs, and who does not find what is. */
function differencesOf({ readers }: Walked): { tooMany: string[]; tooFew: string[] } {
  const found = (moment: Moment, name: CanaryName) => readers.get(`${moment}: ${name}`) ?? new Map<Actor, string>()
  const pairs = MOMENT_NAMES.flatMap((moment) => CANARY_NAMES.map((name) => [moment, name] as const))
  const unexpected = pairs.flatMap(([moment, name]) =>
    [...found(moment, name)].flatMap(([actor, path]) =>
      reads(name, moment, actor) ? [] : [`${moment}: ${actor} reads ${name} at ${path}`],
    ),
  )
  const missing = pairs.flatMap(([moment, name]) =>
    ACTORS.filter((actor) => reads(name, moment, actor) && !found(moment, name).has(actor)).map(
      (actor) => `${moment}: ${actor} finds no ${name}`,
    ),
  )
  return { tooMany: unexpected, tooFew: missing }
}

/** The key itself, and what is said when two registrations are merged, which does not happen here. */
const WITHOUT_CANARY = ['vault_key.wrapped', 'duplicate_pair.said']

test('every column that is encrypted holds a canary', () => {
  const encrypted = PERSONAL_COLUMNS.filter(({ kept }) => kept === 'encrypted').flatMap(({ columns }) => columns)
  const held: readonly string[] = CANARY_NAMES.map((name) => CANARIES[name].column)
  expect(encrypted.filter((column) => !held.includes(column)).sort()).toEqual([...WITHOUT_CANARY].sort())
})

test(
  'at every moment everybody finds of a person what they may read and nothing else, and no other channel holds a word of it',
  { timeout: 300_000 },
  async () => {
    const walked = await walkThrough('named')
    const { leaks, leftAfterErasure, opened, channels } = walked
    expect({ ...differencesOf(walked), leaks: [...leaks], leftAfterErasure }).toEqual({
      tooMany: [],
      tooFew: [],
      leaks: [],
      leftAfterErasure: [],
    })
    // The walk did something: it opened every address, and read every channel.
    expect(ROUTES.map(({ address }) => address).filter((one) => !opened.has(one) && !NEVER_OPENED.includes(one))).toEqual([])
    expect(CHANNEL_NAMES.filter((name) => !channels.has(name))).toEqual(CHANNEL_NAMES.filter((name) => typeof READING[name] === 'object'))
  },
)
