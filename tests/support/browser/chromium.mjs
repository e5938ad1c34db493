// Finds a Chromium for the browser tests, or installs one; plain JavaScript, because the test command runs it too.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** As in a container: no sandbox of its own, and no talk with anybody but the page under test. */
const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** @returns {string | null} the path of a Chromium: the one CHROMIUM_PATH names, the system's, or Playwright's own */
export function findChromium() {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : null
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const places = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC, chromium.executablePath()]
  return places.find((place) => existsSync(place)) ?? null
}

/** What `chromium.launch` of Playwright is given. */
export function launchOptions() {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  return { executablePath, args: LAUNCH_ARGS }
}

export const NO_CHROMIUM =
  'The browser tests need a Chromium: install the package "chromium" of your system, or set CHROMIUM_PATH to a Chromium or Chrome.'

/**
 * Installs a Chromium by Playwright, else by the system's packages when this is allowed to.
 * @param {string} root
 * @returns {string | null} its path
 */
export function installChromium(root) {
  const playwright = join(root, 'node_modules', 'playwright', 'cli.js')
  attempt(process.execPath, [playwright, 'install', 'chromium'])
  if (findChromium() === null && process.getuid?.() === 0) {
    attempt('apt-get', ['update'])
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  return findChromium()
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 5 * 60_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  } catch {
    // The next way is tried; when none works, the caller says what to do.
  }
}
