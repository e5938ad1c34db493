// Nothing a caseworker outside public authority is answered depends on anybody's record, custody, release or exact stage: two worlds that
// differ in these alone are asked the same, and every byte that leaves is compared.
import { expect, test } from 'vitest'
import { EMPTY_RECORD, NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { compareCasework } from '#tests/support/inference/casework-walk.ts'
import { caseworkWorld, hiddenOf, type Hidden } from '#tests/support/inference/casework-world.ts'
import { ROUTES } from '#tests/support/routes.ts'

const TIMEOUT = 300_000
/** For authorities alone. */
const NOT_THEIRS = ['/casework/people/:id/record', '/casework/confirmations/:id']
const PAGES = ROUTES.map(({ address }) => address).filter((one) => one.startsWith('/casework') && !NOT_THEIRS.includes(one))
const CHANGES = [
  'activity',
  'label',
  'caseworker',
  'readiness',
  'profile',
  'identity',
  'card',
  'keep',
  'file',
  'hide',
  'propose',
  'move',
  'offer',
  'joining',
  'register',
]

const withRecord = (all: readonly Hidden[], restricted: Hidden['restricted']) => all.map((one) => ({ ...one, restricted }))
const atLiberty = (all: readonly Hidden[]) =>
  all.map((one) => ({ ...one, seeking: 'looking' as const, custodyPlaceId: null, plannedReleaseOn: null }))

type Difference = readonly [name: string, left: readonly Hidden[], right: readonly Hidden[]]
const DIFFERENCES: readonly Difference[] = [
  ['another record, another place and another day', hiddenOf(1), hiddenOf(101)],
  ['nothing recorded', hiddenOf(2), withRecord(hiddenOf(2), NOTHING_RECORDED)],
  ['nothing known', hiddenOf(3), withRecord(hiddenOf(3), EMPTY_RECORD)],
  ['everybody at liberty', hiddenOf(4), atLiberty(hiddenOf(4))],
]

test.each(DIFFERENCES.map(([name, left, right], number) => [name, left, right, number + 1] as const))(
  '%s changes no answer to a caseworker outside public authority',
  async (_, left, right, seed) => {
    const told = await compareCasework([await caseworkWorld(seed, left), await caseworkWorld(seed, right)])
    expect(told.difference).toBeNull()
    // The walk did something: every page opened, and every change was made.
    expect(PAGES.filter((address) => !told.addresses.has(address))).toEqual([])
    expect(CHANGES.filter((change) => !told.changes.has(change))).toEqual([])
  },
  TIMEOUT,
)

test(
  'the same walk tells a caseworker of an authority',
  async () => {
    const told = await compareCasework([await caseworkWorld(1, hiddenOf(1), true), await caseworkWorld(1, hiddenOf(101), true)])
    expect(told.difference).not.toBeNull()
  },
  TIMEOUT,
)
