// Every address of the site map in every way that a program may ask for it, and the forms that a visitor fills in once.
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'
import { paths } from '#app/paths.ts'
import { HOSTILE_FORMS } from '../hostile.ts'
import { KNOWN_PASSWORD } from '../rows.ts'
import { addressOf, ROUTES, THEIRS } from '../routes.ts'
import { BARE, isPage } from './addresses.ts'
import { dataOf, type Asker, type Wanted } from './requests.ts'
import type { World } from './world.ts'

/** Of the employer that the world is about every row; whoever else asks has none there. */
function paramsFor(by: Asker, address: string, { proposals, unknown }: World): Record<string, string>[] {
  const [proposal = ''] = proposals
  const [nobody = ''] = unknown
  const id = address.includes('/proposals/') ? proposal : 'v1'
  const one = { id, step: 'job', token: 'x', vacancyId: 'w1' }
  if (by !== 'boss') return [one]
  if (address === '/employer/proposals/:id') return [...proposals, nobody].map((each) => ({ id: each }))
  if (address.startsWith('/employer/') && address.includes(':step')) return VACANCY_STEPS.map((step) => ({ id, step }))
  return address.startsWith('/employer/') ? ['v1', 'vdraft', 'w1'].map((each) => ({ id: each })) : [one]
}

/** The first of the hostile forms is empty. */
function waysTo(path: string, by: Asker, number: number): Wanted[] {
  const ways = [{ by, path }, ...(isPage(path) ? [{ by, path: dataOf(path) }] : []), { by, path, fields: {} }]
  if (by !== 'boss' && by !== 'visitor') return ways
  const hostile = HOSTILE_FORMS[number % HOSTILE_FORMS.length] ?? {}
  return [...ways, { by, method: 'HEAD', path }, { by, path, fields: hostile }, { by, method: 'PUT', path, fields: {} }]
}

export function walkOf(world: World): Wanted[] {
  return (['visitor', 'boss', 'other', 'unverified'] as const).flatMap((by) => {
    const routes = by === 'visitor' || by === 'boss' ? ROUTES : THEIRS
    const addresses = routes.flatMap(({ address }) => paramsFor(by, address, world).map((params) => addressOf(address, params)))
    return [...new Set([...addresses, ...BARE])].flatMap((path, number) => waysTo(path, by, number))
  })
}

const PASSWORD = 'gara parole ar vārdiem'
const SOMEBODY = { name: 'Anna Paraugs', phone: '+371 20000000', municipality: 'liepaja' }
/** Warned of, and let out all the same: that is written down. */
const ABOUT = { about: 'Zvanīt 20000001', override: 'on' }
const COMPANY = { company: 'SIA "Izdomātais Kokzāģis"', registrationNo: '40000000017', place: 'liepaja', terms: 'on', ...ABOUT }

/** What a visitor does once, each as it is taken. @param token of an open invitation. */
export function entriesOf(token: string): Wanted[] {
  const ask = (path: string, fields: Record<string, string>) => ({ by: 'visitor' as const, path, fields })
  return [
    ask(paths.account.signIn(), { email: 'm1@example.test', password: KNOWN_PASSWORD }),
    ask(paths.account.signOut(), {}),
    ask(paths.account.language(), { language: 'ru', to: '/' }),
    ask(paths.account.registerEmployer(), { ...SOMEBODY, ...COMPANY, email: 'anna@example.test', password: PASSWORD }),
    ask(paths.account.registerOrganisation(), { ...SOMEBODY, organisation: 'Izdomāts dienests', kind: 'ngo', email: 'b@example.test' }),
    ask(paths.account.invitation(token), { ...SOMEBODY, password: PASSWORD }),
  ]
}
