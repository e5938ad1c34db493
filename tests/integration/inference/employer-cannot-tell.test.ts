// Nothing an employer or a visitor is answered is computed from people it was not sent, nor from anybody's record: two worlds that differ in
// nothing else are asked the same, and every byte that leaves is compared.
import { expect, test } from 'vitest'
import { THEIRS } from '#tests/support/routes.ts'
import { compare } from '#tests/support/inference/compared.ts'
import { CHANGES } from '#tests/support/inference/script.ts'
import { EMPTY_RECORD, NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { peopleOf, recordsOf, withRecords, worldOf, type People } from '#tests/support/inference/world.ts'

const LONG = { requests: 5000, timeout: 600_000 }
const SHORT = { requests: 300, timeout: 120_000 }

async function told(seed: number, left: People, right: People, requests: number) {
  return compare([await worldOf(seed, left), await worldOf(seed, right)], seed, requests)
}

/** Pages that answer nobody of these: for a token that the operator holds, in the demo alone, or not at all. */
const CLOSED = ['routes/api/metrics.ts', 'routes/account/demo-sign-in.ts', 'routes/account/invitation.tsx', 'routes/public/missing.tsx']

test(
  `${String(LONG.requests)} requests tell an employer neither whose record is which nor whether people it was not sent are there`,
  async () => {
    const people = peopleOf(1)
    const { difference, asked, answered, routes, changes } = await told(
      1,
      people,
      { ...withRecords(people, recordsOf(101)), others: [] },
      LONG.requests,
    )
    expect(difference).toBeNull()
    // The script did something: it was answered, it opened every page and made every change that there is.
    expect(answered / asked).toBeGreaterThan(0.4)
    expect(THEIRS.map(({ file }) => file).filter((file) => !routes.has(file) && !CLOSED.includes(file))).toEqual([])
    expect(CHANGES.filter((change) => !changes.has(change))).toEqual([])
  },
  LONG.timeout,
)

type Difference = readonly [name: string, made: (people: People, seed: number) => People]
const DIFFERENCES: readonly Difference[] = [
  ['another record', (people, seed) => withRecords(people, recordsOf(seed))],
  ['nothing recorded', (people) => withRecords(people, () => NOTHING_RECORDED)],
  ['nothing known', (people) => withRecords(people, () => EMPTY_RECORD)],
  ['another open profile', (people, seed) => ({ ...people, others: peopleOf(seed).others })],
  ['one person less', (people) => ({ ...people, others: people.others.slice(0, -1) })],
]

test.each(DIFFERENCES.map(([name, made], number) => [name, made, 2 + number] as const))(
  '%s changes no answer',
  async (_, made, seed) => {
    const people = peopleOf(seed)
    expect((await told(seed, people, made(people, 100 + seed), SHORT.requests)).difference).toBeNull()
  },
  SHORT.timeout,
)
