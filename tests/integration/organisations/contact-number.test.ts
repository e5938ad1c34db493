// The service's own number, as a coordinator keeps it.
import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/coordinator/contact.tsx'
import { answerOf, asked, cookieOf, testApp } from '#tests/support/app.ts'
import { aMember } from '#tests/support/rows.ts'

const CONTACT = { phone: '+371 20000777', opens: '09:00', closes: '17:00' }

async function aCoordinator() {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  return {
    save: (form: Record<string, string>) => answerOf(action(asked(app, '/coordinator/contact', { cookie, form }))),
    page: () => loader(asked(app, '/coordinator/contact', { cookie })),
  }
}

test('what is saved stands on the page, and can be changed', async () => {
  const { save, page } = await aCoordinator()
  expect((await page()).contact).toBeNull()
  expect((await save({ ...CONTACT, version: '0' })).location).toBe('/coordinator/contact')
  expect((await page()).contact).toEqual({ ...CONTACT, version: 1 })
  await save({ ...CONTACT, closes: '16:00', version: '1' })
  expect((await page()).contact).toEqual({ ...CONTACT, closes: '16:00', version: 2 })
})

test.each(['0', '1'])('of two coordinators the second is told, having read version %s', async (version) => {
  const { save, page } = await aCoordinator()
  await save({ ...CONTACT, version: '0' })
  if (version === '1') await save({ ...CONTACT, opens: '08:00', version })
  const before = await page()
  expect(await save({ ...CONTACT, phone: '+371 20000778', version })).toMatchObject({ status: 422, body: { problems: { form: 'stale' } } })
  expect(await page()).toEqual(before)
})

test.each([
  ['no number', { phone: '' }, 'phone'],
  ['a number that is none', { phone: '123' }, 'phone'],
  ['a time that is none', { opens: '25:00' }, 'opens'],
  ['hours that end before they begin', { closes: '08:00' }, 'closes'],
])('%s is a problem beside its field', async (_case, wrong, field) => {
  const { save } = await aCoordinator()
  const { status, body } = await save({ ...CONTACT, version: '0', ...wrong })
  expect([status, Object.keys((body as { problems: object }).problems)]).toEqual([422, [field]])
})
