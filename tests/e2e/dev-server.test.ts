// `npm run dev`: what somebody changes in the code is in the page that is open, without loading it again.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { somebody } from '#tests/support/browser/browser.ts'
import { sees, seesHeading } from '#tests/support/browser/journey.ts'
import { ROOT, startSite } from '#tests/support/browser/site.ts'
import { lv } from '#tests/support/browser/words.ts'

const COPIED = ['app', 'db', 'search', 'package.json', 'tsconfig.json', 'vite.config.ts', 'remix.config.js']
/** For the first page everything is compiled, with nothing kept from before. */
const FIRST_PAGE_MS = 200_000
const FRONT = 'app/routes/public/front.tsx'
const DEV = ['--import', 'tsx', 'app/commands/dev.ts']

const SECRETS = ['data/keys/vault.key', 'data/tilts.sqlite', '.env']

/** A copy of the project that may be edited, with the packages of the original, and with files that nobody may read. */
function copyOfTheProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'tilts-dev-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'data', 'keys'), { recursive: true })
  for (const path of SECRETS) writeFileSync(join(root, path), 'izdomāts noslēpums')
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  })
  return root
}

function edit(file: string, before: string, after: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(before)
  writeFileSync(file, text.replace(before, after))
}

/** Vite serves files of the project: of a data folder, a key or the settings none. */
async function servesNothingElse(root: string, baseUrl: string): Promise<void> {
  mkdirSync(join(root, 'data', 'keys'), { recursive: true })
  const secrets = ['data/keys/vault.key', 'data/tilts.sqlite', '.env', 'db/store/store.ts']
  for (const path of secrets.slice(0, 3)) writeFileSync(join(root, path), 'izdomāts noslēpums')
  const paths = [
    ...SECRETS.map((path) => `/${path}`),
    ...SECRETS.map((path) => `/@fs${join(root, path)}`),
    ...SECRETS.map((path) => `/${path}?raw`),
  ]
  const answers = await Promise.all(paths.map(async (path) => [path, (await fetch(baseUrl + path)).status] as const))
  expect(answers.filter(([, status]) => status !== 403 && status !== 404)).toEqual([])
}

test('it does not start in production, where it would serve the source code', () => {
  const { status, stderr } = spawnSync(process.execPath, DEV, {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      TILTS_MODE: 'production',
      TILTS_URL: 'https://tilts.example.test',
      TILTS_KEY: Buffer.alloc(32, 7).toString('base64'),
      TILTS_SESSION_SECRET: 'izdomāts noslēpums kas ir gana garš',
      TILTS_DATA: join(tmpdir(), 'tilts-never-made'),
    },
  })
  expect([status, stderr.trim()]).toEqual([1, 'npm run dev is for developing, on demo data: start without TILTS_MODE.'])
})

test('a changed component and a changed loader are in the open page at once', { timeout: 360_000 }, async () => {
  const root = copyOfTheProject()
  const site = await startSite({ command: DEV, root, env: { TILTS_DEMO: 'off' } })
  onTestFinished(site.stop)
  const page = await somebody()
  await Promise.all([
    page.waitForEvent('console', { predicate: (message) => message.text().includes('[vite] connected'), timeout: FIRST_PAGE_MS }),
    page.goto(site.baseUrl, { timeout: FIRST_PAGE_MS }),
  ])
  await seesHeading(page, lv('pages.front.sentence'))
  // The page stands before its scripts have run, and an update that comes between finds nothing to update.
  await page.waitForFunction(() => '__remixRouter' in globalThis, null, { timeout: FIRST_PAGE_MS })
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))

  edit(join(root, FRONT), "{t('pages.front.sentence')}", '{`Cits virsraksts`}')
  await seesHeading(page, 'Cits virsraksts')
  edit(
    join(root, FRONT),
    'await countOpen(context.store, context.now())',
    '{ ...(await countOpen(context.store, context.now())), vacancies: 987 }',
  )
  // A change that comes while the one before is still being taken in is lost: whoever develops saves once more.
  const savingAgain = setInterval(() => {
    utimesSync(join(root, FRONT), new Date(), new Date())
  }, 10_000)
  onTestFinished(() => {
    clearInterval(savingAgain)
  })
  await sees(page, '987')

  expect(loads).toEqual([])
  await servesNothingElse(root, site.baseUrl)
})
