// What reaches an employer of a proposal, state by state: the answers of its pages are read as text.
import { describe, expect, test } from 'vitest'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { accessLog } from '#db/schema/index.ts'
import { aDesk, byCaseworker, byEmployer, employerSees, leaksIn, PERSON, walkTo } from '#tests/support/proposals/casework-desk.ts'

const BEFORE_THE_NAME = ['sent', 'interested'] as const satisfies readonly ProposalState[]
const WITH_THE_NAME = ['named', 'interview', 'offered', 'accepted', 'started'] as const satisfies readonly ProposalState[]
const { givenName, familyName, personalCode } = PERSON.identity

describe('before it is sent', () => {
  test.each(['asked', 'consented'] as const)('an employer knows nothing of a proposal that is %s', async (state) => {
    const desk = await aDesk()
    const id = await walkTo(desk, state)
    expect(await employerSees(desk, id)).toEqual({ status: 404, text: '' })
  })

  test('an employer never learns of one the person said no to', async () => {
    const desk = await aDesk()
    const id = await walkTo(desk, 'asked')
    await byCaseworker(desk, id, 'consent', { answer: 'no', channel: 'phone' })
    expect(await employerSees(desk, id)).toEqual({ status: 404, text: '' })
  })

  test('an employer never learns of one that was withdrawn before it was sent', async () => {
    const desk = await aDesk()
    const id = await walkTo(desk, 'consented')
    await byCaseworker(desk, id, 'withdraw')
    expect(await employerSees(desk, id)).toEqual({ status: 404, text: '' })
    expect((await byEmployer(desk, id, 'show_interest')).status).toBe(404)
  })
})

describe('before the second yes', () => {
  test.each(BEFORE_THE_NAME)('%s: the code and the open part, no name, nothing of the past, nothing of who helps', async (state) => {
    const desk = await aDesk()
    const id = await walkTo(desk, state)
    const { status, text } = await employerSees(desk, id)
    expect(status).toBe(200)
    expect(text).toContain(desk.person.code)
    expect(leaksIn(text)).toEqual([])
    expect(text).not.toMatch(new RegExp([givenName, familyName, desk.organisation.name, '20000001', 'janis@'].join('|'), 'i'))
  })
})

describe('after the second yes', () => {
  test.each(WITH_THE_NAME)('%s: the name and how to get in touch, still nothing else of the vault', async (state) => {
    const desk = await aDesk()
    const id = await walkTo(desk, state)
    const { text } = await employerSees(desk, id)
    expect(text).toContain(familyName)
    expect(leaksIn(text)).toEqual([])
    expect(text).not.toContain(personalCode)
  })

  test('each look at the name is written down', async () => {
    const desk = await aDesk()
    const id = await walkTo(desk, 'named')
    await employerSees(desk, id)
    const [look] = await desk.store.read((db) => db.select().from(accessLog))
    expect(look).toMatchObject({ candidateId: desk.person.id, membershipId: desk.boss.membershipId, purpose: 'employer_named' })
  })

  test.each(['withdraw', 'turn_down'])('after %s the name is closed again, and why stays with the caseworker', async (form) => {
    const desk = await aDesk()
    const id = await walkTo(desk, 'named')
    await byCaseworker(desk, id, form, { reason: 'pay' })
    const { status, text } = await employerSees(desk, id)
    expect(status).toBe(200)
    expect(text).not.toContain(familyName)
    expect(text).not.toContain('"pay"')
  })

  test('what came before the sending is not told to the employer', async () => {
    const desk = await aDesk()
    const { text } = await employerSees(desk, await walkTo(desk, 'offered'))
    expect(text).not.toMatch(/"(draft|asked|consented)"/)
  })
})
