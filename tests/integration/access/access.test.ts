// The access matrix: every route × every kind of person → what they are answered. A route that is missing here fails the first test.
import { expect, test } from 'vitest'
import { answerOf, asked, testApp } from '#tests/support/app.ts'
import { routesWith, type Handler } from '#tests/support/route-modules.ts'
import { paramsOf, type RouteIds } from '#tests/support/route-params.ts'
import { addressOf, ROUTES } from '#tests/support/routes.ts'
import { accessFixture, PEOPLE, type Person, type AccessFixture } from '#tests/support/access-fixture.ts'

/** `own` routes lead to a row: a stranger of the right role gets 404 there. */
type Rule = { for: 'everybody' | 'employer' | 'caseworker' | 'authority' | 'candidate' | 'coordinator'; own?: true; gone?: 404 }

const RULES: Record<string, Rule> = {
  '/': { for: 'everybody' },
  '/vacancies': { for: 'everybody' },
  '/vacancies/:id': { for: 'everybody' },
  '/for-employers': { for: 'everybody' },
  '/for-specialists': { for: 'everybody' },
  '/find-help': { for: 'everybody' },
  '/privacy': { for: 'everybody' },
  '/sign-in': { for: 'everybody' },
  '/sign-out': { for: 'everybody', gone: 404 },
  '/language': { for: 'everybody', gone: 404 },
  '/demo-sign-in': { for: 'everybody', gone: 404 },
  '/register/employer': { for: 'everybody' },
  '/register/organisation': { for: 'everybody' },
  '/invitation/:token': { for: 'everybody' },
  '/employer': { for: 'employer' },
  '/employer/company': { for: 'employer' },
  '/employer/colleagues': { for: 'employer' },
  '/employer/tasks': { for: 'employer' },
  '/employer/take-over': { for: 'employer' },
  '/employer/vacancies': { for: 'employer' },
  '/employer/vacancies/new': { for: 'employer' },
  '/employer/vacancies/:id': { for: 'employer', own: true },
  '/employer/vacancies/:id/summary': { for: 'employer', own: true },
  '/employer/vacancies/:id/:step': { for: 'employer', own: true },
  '/employer/proposals': { for: 'employer' },
  '/employer/proposals/:id': { for: 'employer', own: true },
  '/casework': { for: 'caseworker' },
  '/casework/tasks': { for: 'caseworker' },
  '/casework/people/new': { for: 'caseworker' },
  '/casework/people/:id': { for: 'caseworker', own: true },
  '/casework/people/:id/edit': { for: 'caseworker', own: true },
  '/casework/people/:id/identity': { for: 'caseworker', own: true },
  '/casework/people/:id/readiness': { for: 'caseworker', own: true },
  '/casework/people/:id/match': { for: 'caseworker', own: true },
  '/casework/people/:id/proposals': { for: 'caseworker', own: true },
  '/casework/people/:id/record': { for: 'authority', own: true },
  '/casework/people/:id/organisations': { for: 'caseworker', own: true },
  '/casework/people/:id/history': { for: 'caseworker', own: true },
  '/casework/people/:id/card': { for: 'caseworker', own: true },
  '/casework/people/:id/erase': { for: 'caseworker', own: true },
  '/casework/people/:id/file': { for: 'caseworker', own: true },
  '/casework/people/:id/file.json': { for: 'caseworker', own: true },
  '/casework/people/:id/propose/:vacancyId': { for: 'caseworker', own: true },
  '/casework/vacancies': { for: 'caseworker' },
  '/casework/vacancies/:id': { for: 'caseworker' },
  '/casework/proposals': { for: 'caseworker' },
  '/casework/proposals/:id': { for: 'caseworker', own: true },
  '/casework/proposals/:id/paper': { for: 'caseworker', own: true },
  '/casework/confirmations/:id': { for: 'caseworker', own: true },
  '/casework/handovers/:id': { for: 'caseworker', own: true },
  '/casework/colleagues': { for: 'caseworker' },
  '/casework/retention': { for: 'caseworker' },
  '/me': { for: 'candidate' },
  '/me/sign-in': { for: 'everybody' },
  '/me/card': { for: 'everybody' },
  '/me/proposals/:id': { for: 'candidate', own: true },
  '/me/about': { for: 'candidate' },
  '/me/file': { for: 'candidate' },
  '/me/file.json': { for: 'candidate' },
  '/coordinator': { for: 'coordinator' },
  '/coordinator/tasks': { for: 'coordinator' },
  '/coordinator/employers': { for: 'coordinator' },
  '/coordinator/employers/:id': { for: 'coordinator' },
  '/coordinator/organisations': { for: 'coordinator' },
  '/coordinator/organisations/new': { for: 'coordinator' },
  '/coordinator/organisations/:id': { for: 'coordinator' },
  '/coordinator/restrictions': { for: 'coordinator' },
  '/coordinator/restrictions/new': { for: 'coordinator' },
  '/coordinator/restrictions/:id': { for: 'coordinator' },
  '/coordinator/figures': { for: 'coordinator' },
  '/coordinator/approvals': { for: 'coordinator' },
  '/coordinator/duplicates': { for: 'coordinator' },
  '/coordinator/duplicates/:id': { for: 'coordinator' },
  '/coordinator/contact': { for: 'coordinator' },
  '/coordinator/retention': { for: 'coordinator' },
  '/coordinator/custody': { for: 'coordinator' },
  '/coordinator/custody/new': { for: 'coordinator' },
  '/coordinator/custody/:id': { for: 'coordinator' },
  '/coordinator/searches': { for: 'coordinator' },
  '/coordinator/synonyms': { for: 'coordinator' },
  '/coordinator/synonyms/new': { for: 'coordinator' },
  '/coordinator/synonyms/:id': { for: 'coordinator' },
  '/coordinator/refused': { for: 'coordinator' },
  '/api/suggestions': { for: 'everybody' },
  '/api/vacancies': { for: 'everybody' },
  '/healthz': { for: 'everybody' },
  '/readyz': { for: 'everybody' },
  '/metrics': { for: 'everybody', gone: 404 },
  '/*': { for: 'everybody', gone: 404 },
}

/** Who passes the guard of each role, and of them who owns the rows of this fixture. */
const ADMITTED: Record<Exclude<Rule['for'], 'everybody'>, readonly Person[]> = {
  employer: ['employer', 'another employer', 'an unverified employer'],
  caseworker: ['caseworker', 'another caseworker', 'an NGO caseworker'],
  authority: ['caseworker', 'another caseworker'],
  candidate: ['candidate', 'another candidate'],
  coordinator: ['coordinator'],
}
const OWNERS: readonly Person[] = ['employer', 'caseworker', 'candidate', 'coordinator']

const ruleOf = (address: string): Rule => RULES[address] ?? { for: 'everybody' }

function expectedOf(rule: Rule, person: Person): 'open' | 302 | 403 | 404 {
  if (rule.gone) return rule.gone
  if (rule.for === 'everybody') return 'open'
  if (person === 'visitor') return 302
  if (!ADMITTED[rule.for].includes(person)) return 403
  return rule.own && !OWNERS.includes(person) ? 404 : 'open'
}

const idsOf = (fixture: AccessFixture): RouteIds => ({
  vacancy: [fixture.vacancy.id],
  proposal: [fixture.proposal.id],
  person: [fixture.person.id],
  handover: [fixture.handover.id],
  confirmation: [fixture.confirmation.id],
  duplicate: [fixture.duplicate.id],
  employer: [fixture.employer.id],
  organisation: [fixture.office.id],
  restriction: [fixture.restriction.id],
  custodyPlace: [fixture.custody.id],
  synonym: [fixture.synonym.id],
  invitation: ['an-open-invitation'],
})

/** One of each. */
const oneOf = (address: string, fixture: AccessFixture): Record<string, string> => paramsOf(address, idsOf(fixture))[0] ?? {}

const call = async (handler: Handler, args: ReturnType<typeof asked>) => answerOf(Promise.resolve().then(() => handler(args)))

test('every route of the site map is on this list, and nothing else is', () => {
  expect([...new Set(ROUTES.map((route) => route.address))].sort()).toEqual(Object.keys(RULES).sort())
})

test.each(await routesWith('loader'))('$address ($file) is shown to those it is for, and to nobody else', async ({ address, handler }) => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const params = oneOf(address, fixture)
  const answers: Record<string, unknown> = {}
  for (const person of PEOPLE) {
    const { status } = await call(handler, asked(app, addressOf(address, params), { params, cookie: fixture.cookies[person] }))
    answers[person] = status < 400 && status !== 302 ? 'open' : status
  }
  expect(answers).toEqual(Object.fromEntries(PEOPLE.map((person) => [person, expectedOf(ruleOf(address), person)])))
})

test.each(await routesWith('action'))(
  '$address ($file) is changed by those it is for, and by nobody else; an empty form breaks nothing',
  async ({ address, handler }) => {
    const rule = ruleOf(address)
    const app = await testApp()
    const fixture = await accessFixture(app)
    const params = oneOf(address, fixture)
    for (const person of PEOPLE) {
      const { status } = await call(handler, asked(app, addressOf(address, params), { params, cookie: fixture.cookies[person], form: {} }))
      const expected = rule.for === 'everybody' ? 'open' : expectedOf(rule, person)
      expect(expected === 'open' ? [200, 303, 404, 422] : [expected], person).toContain(status)
    }
  },
)
