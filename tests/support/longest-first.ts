// The order in which test files are begun: the longest first, so that none of them is left alone at the end while other workers idle.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Each takes more than half a minute. */
const LONGEST = [
  'tests/integration/inference/employer-cannot-tell.test.ts',
  'tests/integration/search/conformance.test.ts',
  'tests/integration/safety/hostile.test.ts',
  'tests/integration/inference/query-log.test.ts',
  'tests/integration/proposals/histories.test.ts',
]

function rankOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((file) => moduleId.endsWith(file))
  return at === -1 ? LONGEST.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}
