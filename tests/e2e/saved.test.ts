// With scripts, the pages change without being loaded: what says "saved" must not stand there for what comes next.
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { signedInAs } from '#tests/support/browser/browser.ts'
import { follows, presses, sees, seesHeading, types } from '#tests/support/browser/journey.ts'
import { lv } from '#tests/support/browser/words.ts'

test('a saved change says so until something else is sent or opened', async () => {
  const coordinator = await signedInAs('coordinator')
  const said = coordinator.getByText(lv('common.saved'))
  await coordinator.goto(paths.coordinator.contact())
  await presses(coordinator, lv('common.save'))
  await said.waitFor()
  await types(coordinator, lv('coordinator.contact.phone'), '')
  await presses(coordinator, lv('common.save'))
  await sees(coordinator, lv('problems.required'))
  await said.waitFor({ state: 'detached' })
  await coordinator.goto(paths.coordinator.contact())
  await presses(coordinator, lv('common.save'))
  await said.waitFor()
  await follows(coordinator, lv('account.nav.coordinator.custody'))
  await seesHeading(coordinator, lv('coordinator.custody.title'))
  expect(await said.count()).toBe(0)
  await coordinator.goBack()
  await coordinator.getByRole('button', { name: lv('common.save') }).waitFor()
  expect(await said.count()).toBe(0)
})
