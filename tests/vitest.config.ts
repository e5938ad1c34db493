// The one test configuration: its projects are run one at a time by name or all together by `npm test`.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { sqliteFits } from '../app/commands/node20/install.mjs'
import { LongestFirst } from './support/longest-first.ts'
import { ONLY_ON_SQLITE } from './support/postgres/only-on-sqlite.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
// It would end the process without a word.
if (!sqliteFits(root)) throw new Error('The better-sqlite3 that is installed is for another Node.js: `npm test` puts it right.')

/** However many cores there are: more sites and databases at once would slow each other. After the other projects, which have more. */
const TWO_WORKERS = { maxWorkers: 2, sequence: { groupOrder: 1 } }

type More = TestProjectInlineConfiguration['test'] & { folder?: string; engine?: 'sqlite' | 'postgres' }

function project(
  name: string,
  testTimeout: number,
  { folder = name, engine = 'sqlite', ...more }: More = {},
): TestProjectInlineConfiguration {
  return {
    root,
    test: {
      name,
      include: [`tests/${folder}/**/*.test.{ts,tsx}`],
      environment: 'node',
      // Dates and messages must not depend on the machine; the time zone of the site is set in code, never taken from the environment.
      env: { TZ: 'UTC', NODE_ENV: 'test', TEST_ENGINE: engine },
      setupFiles: ['tests/support/fail-on-console-error.ts'],
      testTimeout,
      hookTimeout: Math.max(testTimeout, 30_000),
      ...more,
    },
  }
}

export default defineConfig({
  root,
  test: {
    // One less than the cores would be one alone on a small machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 30_000),
      // No module here keeps anything that another test could meet: without isolation the code is read once a worker, not once a file.
      project('integration', 60_000, { isolate: false }),
      // The same tests once more on the other engine, but for those that it would tell nothing new.
      project('postgres', 60_000, {
        folder: 'integration',
        engine: 'postgres',
        exclude: ONLY_ON_SQLITE.map((path) => (path.endsWith('/') ? `${path}**` : path)),
        globalSetup: ['tests/support/postgres/postgres.ts'],
        isolate: false,
      }),
      // Processes that are killed, databases that go away; each test starts its own. They wait more than they work: two files at a time.
      project('faults', 300_000, { ...TWO_WORKERS, globalSetup: ['tests/support/postgres/postgres.ts'] }),
      // Two browsers at a time, each with a site of its own; a worker keeps its browser and its sign-ins for all its files.
      project('e2e', 240_000, { ...TWO_WORKERS, isolate: false, globalSetup: ['tests/support/browser/site.ts'] }),
      // The main job once more, on PostgreSQL with two web processes.
      project('e2e-postgres', 240_000, {
        include: ['tests/e2e/main-job.test.ts'],
        ...TWO_WORKERS,
        isolate: false,
        globalSetup: ['tests/support/browser/site-on-postgres.ts'],
      }),
    ],
  },
})
