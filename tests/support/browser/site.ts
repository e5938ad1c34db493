// The built site with its demo data, on a free port and in a folder of its own: one for each worker of the browser tests.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker; `ownSite` picks it. */
    sites: Site[]
  }
}

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** On a machine that does much else at the same time. */
const START_MS = 180_000

/** `dataFolder`: for commands that run beside the site. */
export type Site = { baseUrl: string; dataFolder: string }
type StartedSite = Site & { stop: () => Promise<void> }

type Options = {
  /** What Node runs. */
  command?: readonly string[]
  /** After `npm start --`. */
  args?: readonly string[]
  /** The project's folder, or a copy of it. */
  root?: string
  env?: Record<string, string>
}

const START = ['--import', 'tsx', 'app/process/main.ts']

export async function startSite({ command = START, args = [], root = ROOT, env = {} }: Options = {}): Promise<StartedSite> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tilts-site-'))
  const site = spawn(process.execPath, [...command, ...args], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      TILTS_DATA: dataFolder,
      TILTS_MODE: 'demo',
      TILTS_LOG: 'error',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // A run that is broken off leaves no site behind.
  process.once('exit', () => {
    site.kill('SIGKILL')
  })
  const ended = new Promise<void>((resolve) =>
    site.once('exit', () => {
      resolve()
    }),
  )
  const baseUrl = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      site.kill('SIGKILL')
      reject(new Error('The site did not start in time'))
    }, START_MS)
    let said = ''
    site.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    })
    void ended.then(() => {
      reject(new Error('The site ended before it was open'))
    })
  })
  return {
    baseUrl,
    dataFolder,
    stop: async () => {
      site.kill('SIGTERM')
      await ended
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export default async function startSitesForTests(project: TestProject): Promise<() => Promise<void>> {
  const sites = await Promise.all(Array.from({ length: project.config.maxWorkers }, () => startSite()))
  project.provide(
    'sites',
    sites.map(({ baseUrl, dataFolder }) => ({ baseUrl, dataFolder })),
  )
  return async () => {
    await Promise.all(sites.map((site) => site.stop()))
  }
}
