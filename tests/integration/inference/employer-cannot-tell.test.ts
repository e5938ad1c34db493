import { test, expect } from 'vitest'
import { worldOf, peopleOf } from '#tests/support/inference/world.ts'
import { compare } from '#tests/support/inference/compared.ts'
test('w', async () => {
  const people = peopleOf(1)
  const left = await worldOf(1, people)
  const right = await worldOf(1, { ...people, others: [] })
  const cpu = process.cpuUsage()
  const start = performance.now()
  const tally = await compare([left, right], 1, Number(process.env.N ?? 300))
  console.log(performance.now() - start, process.cpuUsage(cpu), tally)
  expect(tally.difference).toBe(null)
})
