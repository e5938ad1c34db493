// What an employer does who wants to learn more than it may: a long script of requests, made from a seed and from what the answers before told.
import { fieldsOf } from '#app/forms/field-names.ts'
import { VACANCY_STEPS, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { movesFor, PROPOSAL_MOVES, reasonsFor, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { formMove, type FormMove } from '#app/domain/proposals/next-step.ts'
import { paths } from '#app/paths.ts'
import { fixedRandom, type FixedRandom } from '#db/seed/fixed-random.ts'
import type { Store } from '#db/store/store.ts'
import { HOSTILE_FORMS } from '../hostile.ts'
import { anyPage, anyPath, isPage, type Known } from './addresses.ts'
import { dataOf, type Asker, type Wanted } from './requests.ts'
import type { Answer } from './site.ts'
import { companyVersion, invitationIds, proposalsNow, vacancyVersion } from './stored.ts'
import { SOUND_STEPS, stepFields, type Fields } from './vacancy-fields.ts'
import { OWN_COMPANY, OWN_VACANCY_IDS } from './world.ts'

const MOVES = Object.keys(PROPOSAL_MOVES).filter((name): name is FormMove => formMove(name, 'employer') !== null)
const VACANCY_CHANGES = ['pause', 'fill', 'close', 'refresh', 'duplicate'] as const
export const CHANGES: readonly string[] = [
  ...MOVES,
  ...VACANCY_CHANGES,
  ...VACANCY_STEPS,
  'draft',
  'publish',
  'company',
  'invite',
  'withdraw',
  'take over',
  'rename',
  'language',
]

const NEWEST = 40

export class Script {
  readonly #random: FixedRandom
  readonly #store: Store
  readonly #known: Known
  /** Requests that follow from one that was made. */
  readonly #next: (() => Promise<Wanted>)[] = []

  /** @param store of one of the worlds: a browser would have read the version in the page that it has open. */
  constructor(seed: number, store: Store, ids: Pick<Known, 'proposals' | 'unknown'>) {
    this.#random = fixedRandom(`script ${String(seed)}`)
    this.#store = store
    this.#known = { vacancies: [...OWN_VACANCY_IDS], cursors: [], ...ids }
  }

  /** Seconds until the next request. */
  pause(): number {
    return this.#random.between(1, 40)
  }

  async next(): Promise<Wanted> {
    const following = this.#next.shift()
    if (following) return following()
    const kind = this.#random.below(100)
    if (kind < 22) return this.#page(this.#member())
    if (kind < 38) return this.#page('visitor')
    if (kind < 58) return this.#step(this.#vacancy(), this.#random.pick(VACANCY_STEPS))
    if (kind < 63) return this.#draft()
    if (kind < 66) return this.#publish(this.#vacancy())
    if (kind < 71) return this.#vacancyMove()
    if (kind < 82) return this.#proposalMove()
    if (kind < 88) return this.#aboutCompany()
    return this.#odd()
  }

  /** What somebody would note down from an answer. */
  learn({ change }: Wanted, { status, headers, body }: Answer): void {
    const id = /\/employer\/vacancies\/([^/]+)/.exec(headers[headers.findIndex((name) => name === 'location') + 1] ?? '')?.[1]
    if (status === 303 && id !== undefined && (change === 'draft' || change === 'duplicate')) {
      this.#known.vacancies.push(id)
      if (change === 'draft' && this.#random.chance(60)) this.#finish(id)
    }
    for (const [, cursor] of body.matchAll(/[?&;]at=([\w-]{8,})/g)) if (cursor !== undefined) this.#known.cursors.push(cursor)
    this.#known.cursors.splice(0, this.#known.cursors.length - NEWEST)
  }

  #member(): Asker {
    return this.#random.pick(['boss', 'boss', 'boss', 'colleague', 'colleague', 'other', 'unverified'])
  }

  #vacancy(): string {
    const { vacancies } = this.#known
    return this.#random.chance(50) ? this.#random.pick(vacancies.slice(-NEWEST)) : this.#random.pick(vacancies)
  }

  #page(by: Asker): Wanted {
    const page = anyPage(by, this.#random, this.#known)
    if (!isPage(page)) return { by, path: page }
    if (this.#random.chance(92)) return { by, path: dataOf(page) }
    return {
      by,
      path: page,
      headers: { 'Accept-Language': this.#random.pick(['lv', 'ru', 'en']), 'Accept-Encoding': this.#random.pick(['gzip', 'identity']) },
    }
  }

  /** Most as the page's own script sends a form. */
  #form(path: string, fields: Fields, change: string, by: Asker = this.#random.pick(['boss', 'colleague'])): Wanted {
    return { by, path: this.#random.chance(90) ? dataOf(path) : path, fields, change }
  }

  async #versionOf(id: string): Promise<string> {
    if (this.#random.chance(10)) return this.#random.pick(['', '1', '999', 'x'])
    return String(await vacancyVersion(this.#store, id))
  }

  async #step(id: string, step: VacancyStep, fields: Fields = stepFields(step, this.#random)): Promise<Wanted> {
    const meta = {
      version: await this.#versionOf(id),
      base: this.#random.pick(['', '{}', 'x']),
      exit: this.#random.pick(['next', 'later', 'summary']),
    }
    return this.#form(paths.employer.step(id, step), { ...meta, override: this.#random.pick(['', 'on']), ...fields }, step)
  }

  #draft(): Wanted {
    const fields = this.#random.chance(80)
      ? { title: 'Noliktavas darbinieks', occupation: '4321', description: '', positions: '2', contract: 'permanent' }
      : stepFields('job', this.#random)
    return { by: this.#random.pick(['boss', 'colleague']), path: paths.employer.newVacancy(), fields, change: 'draft' }
  }

  /** The rest of a draft up to its publication. */
  #finish(id: string): void {
    for (const step of ['place', 'pay', 'acceptance'] as const) this.#next.push(() => this.#step(id, step, SOUND_STEPS[step]))
    this.#next.push(() => this.#publish(id))
  }

  async #publish(id: string): Promise<Wanted> {
    return this.#form(paths.employer.summary(id), { version: await this.#versionOf(id), override: 'on' }, 'publish')
  }

  #vacancyMove(): Wanted {
    const move = this.#random.pick(VACANCY_CHANGES)
    // A vacancy that is over leads nowhere: what ends one comes seldom to those that the proposals are for.
    const id = move === 'fill' || move === 'close' ? this.#random.pick(this.#known.vacancies.slice(-NEWEST)) : this.#vacancy()
    return { by: this.#random.pick(['boss', 'colleague']), path: paths.employer.vacancy(id), fields: { move }, change: move }
  }

  async #proposalMove(): Promise<Wanted> {
    const { proposals, unknown } = this.#known
    if (this.#random.chance(10))
      return this.#form(paths.employer.proposal(this.#random.pick(unknown)), this.#moveFields(this.#random.pick(MOVES), 1), 'foreign')
    const rows = await proposalsNow(this.#store, proposals)
    const open = rows.filter(({ state }) => this.#movesFrom(state).length > 0)
    const { id, state, version } = this.#random.pick(open.length > 0 && this.#random.chance(55) ? open : rows)
    const right = this.#movesFrom(state)
    const move = this.#random.pick(right.length > 0 && this.#random.chance(70) ? right : MOVES)
    return this.#form(paths.employer.proposal(id), this.#moveFields(move, this.#random.chance(90) ? version : 999), move)
  }

  #movesFrom(state: ProposalState): FormMove[] {
    return movesFor(state, 'employer').filter((move): move is FormMove => formMove(move, 'employer') !== null)
  }

  #moveFields(form: FormMove, version: number): Fields {
    if (this.#random.chance(8)) return { ...this.#random.pick(HOSTILE_FORMS), form }
    const reason = this.#random.pick([...(reasonsFor(form, 'employer') ?? []), ''])
    const day = this.#random.pick(['2026-12-07', '2027-01-04', ''])
    const place = this.#random.pick(['Noliktavas iela 1', 'pie vārtiem, 20000001'])
    return {
      form,
      version: String(version),
      reason,
      note: this.#random.pick(['', 'Paldies.', 'Zvaniet: 20000001.']),
      startOn: day,
      interviewAt: '2026-12-08T10:00',
      interviewPlace: place,
      override: 'on',
    }
  }

  async #aboutCompany(): Promise<Wanted> {
    const place = { municipality: 'liepaja', place: 'Liepāja' }
    const contact = { contactName: 'Anna Paraugs', contactEmail: 'anna@example.test', contactPhone: '+371 20000000' }
    const version = String((await companyVersion(this.#store, OWN_COMPANY)) - (this.#random.chance(20) ? 1 : 0))
    const invited = await invitationIds(this.#store)
    const email = `kolege${String(this.#random.below(9))}@example.test`
    return this.#random.pick<() => Wanted>([
      () => this.#form(paths.employer.company(), { version, ...place, ...contact, about: this.#random.pick(['', 'Par mums.']) }, 'company'),
      () => this.#form(paths.employer.company(), { form: 'rename', name: 'SIA Cits' }, 'rename', 'unverified'),
      () => this.#form(paths.employer.colleagues(), { form: 'invite', name: 'Līga Paraugs', email }, 'invite'),
      () => this.#form(paths.employer.colleagues(), { form: 'withdraw', id: this.#random.pick([...invited, 'nobody']) }, 'withdraw'),
      () => this.#form(paths.employer.takeOver(), { vacancy: this.#random.pick(['n1', 'n2', 'n3', 'n4', 'w1', 'x']) }, 'take over'),
      () => this.#form(paths.account.language(), { language: this.#random.pick(['lv', 'ru', 'en', 'xx']), to: '/employer' }, 'language'),
    ])()
  }

  /** Whatever no page leads to. */
  #odd(): Wanted {
    const by = this.#member()
    const path = anyPath(this.#random, this.#known)
    return this.#random.pick<() => Wanted>([
      () => ({ by, method: this.#random.pick(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']), path, fields: fieldsOf({ form: 'refuse' }) }),
      () => ({ by, method: 'HEAD', path }),
      () => ({ by, path, fields: this.#random.pick(HOSTILE_FORMS), headers: this.#random.pick([{}, { 'Sec-Fetch-Site': 'cross-site' }]) }),
      () => ({ by, path: dataOf(path) }),
      () => ({ by: 'visitor' as const, path: paths.account.signOut(), fields: {} }),
      () => ({ by: 'visitor' as const, path: dataOf(paths.account.signIn()), fields: { email: 'm1@example.test', password: 'wrong' } }),
      () => ({ by: 'visitor' as const, path: dataOf(paths.candidate.signIn()), fields: { number: '20000001', pin: '246810' } }),
    ])()
  }
}
