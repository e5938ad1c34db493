// The national register's records come in while people are on the site, and are found at once.
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { somebody } from '#tests/support/browser/browser.ts'
import { presses, sees, seesHeading } from '#tests/support/browser/journey.ts'
import { ownSite } from '#tests/support/browser/own-site.ts'
import { lv } from '#tests/support/browser/words.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TITLE = 'Vējrādītāju gaiļu krāsotājs'
const NEXT_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** As `npm run import` does, beside the running site. */
async function imports(records: readonly unknown[]): Promise<unknown> {
  const { dataFolder } = ownSite()
  const file = join(dataFolder, 'register.json')
  await writeFile(file, JSON.stringify(records))
  const env: NodeJS.ProcessEnv = { ...process.env, TILTS_DATA: dataFolder, TILTS_MODE: 'demo', NODE_ENV: 'production' }
  const command = ['--import', 'tsx', 'app/commands/import.ts', 'nva', file, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env })
  await rm(file)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

test('an imported vacancy is found on the running site at once, with a word on where it comes from', async () => {
  const visitor = await somebody()
  await visitor.goto('/')
  const [record, ...others] = makeRecords(6).map((one) => ({ ...one, aktuala_lidz: NEXT_MONTH }))
  const result = await imports([{ ...record, profesija: TITLE }, ...others, { id: 'nothing' }])
  expect(result).toEqual({ created: 6, updated: 0, unchanged: 0, rejected: [expect.objectContaining({ record: 7 })] })

  await visitor.getByLabel(lv('pages.search.what')).fill('gaiļu krāsotājs')
  await presses(visitor, lv('pages.search.submit'), '**/vacancies?**')
  const line = visitor.getByRole('article').filter({ hasText: TITLE })
  await sees(line, lv('pages.search.fromRegister'))
  await line.getByRole('link').click()
  await seesHeading(visitor, TITLE)
  await sees(visitor, lv('pages.vacancy.register'))
  const register = visitor.getByRole('link', { name: lv('pages.vacancy.registerLink') })
  expect(await register.getAttribute('href')).toContain('#/pub/vakances/900000000')
})
