// The one test configuration: three projects, run one at a time by name or all together by `npm test`.
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

function project(name: string, testTimeout: number, more: TestProjectInlineConfiguration['test'] = {}): TestProjectInlineConfiguration {
  return {
    root,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      environment: 'node',
      // Dates and messages must not depend on the machine; the house time zone is set in code, never taken from the environment.
      env: { TZ: 'UTC', NODE_ENV: 'test' },
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
    projects: [
      project('unit', 10_000),
      project('integration', 20_000),
      // One browser on two cores: the files take turns, or the timings of one become the failures of another.
      project('e2e', 120_000, { fileParallelism: false, globalSetup: ['tests/support/site.ts'] }),
    ],
  },
})
