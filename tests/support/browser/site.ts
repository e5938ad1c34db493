// The built site with its invented Kurzeme, on a free port and in a folder of its own, for all browser tests of one run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    /** The site's own folder: for commands that run beside it. */
    dataFolder: string
  }
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const START_MS = 60_000

type Started = { baseUrl: string; dataFolder: string; stop(): Promise<void> }

/** @param args after `npm start --`. */
export async function startSite({ args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {}): Promise<Started> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tilts-site-'))
  const site = spawn(process.execPath, ['--import', 'tsx', 'app/process/main.ts', ...args], {
    cwd: ROOT,
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
  const ended = new Promise<void>((resolve) =>
    site.once('exit', () => {
      resolve()
    }),
  )
  const baseUrl = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
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

export default async function startSiteForTests(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, dataFolder, stop } = await startSite()
  project.provide('baseUrl', baseUrl)
  project.provide('dataFolder', dataFolder)
  return stop
}
