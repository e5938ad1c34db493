// Two organisations that work with the same people at once, each in a process of its own: no rule breaks between them, and nothing is lost.
import { describe, expect, test } from 'vitest'
import { ENGINES } from '#db/store/migrations.ts'
import { countedIds } from '#tests/support/database.ts'
import { aDatabase, storeAt } from './support/database.ts'
import { brokenRules } from './support/shared/rules.ts'
import { neverDone } from './support/shared/steps.ts'
import { bringTogether } from './support/shared/together.ts'
import { placeWitness } from './support/shared/witness.ts'
import { aSharedPerson, drawnRound, twoOrganisations } from './support/shared/world.ts'

const ROUNDS = 30

describe.each(ENGINES)('on %s', (engine) => {
  test.each(['municipal', 'ngo'] as const)(
    'caseworkers of probation and of another organisation (%s) edit, hand over, propose, answer and erase at once',
    async (second) => {
      const where = await aDatabase(engine)
      const store = await storeAt(where, countedIds())
      await placeWitness(store, engine)
      const { actors, vacancyIds } = await twoOrganisations(store, second)
      const { takeSteps, end } = await bringTogether(where, actors)
      const told = []
      const broken = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const candidateId = await aSharedPerson(store, actors, round % 2 === 0)
        const ofRound = await takeSteps({ candidateId, vacancyIds }, drawnRound(`${second} ${round}`))
        told.push(...ofRound)
        broken.push(...(await brokenRules(store, candidateId, ofRound)))
      }
      expect(broken).toEqual([])
      expect(neverDone(told)).toEqual([])
      expect(await end()).toEqual([0, 0])
    },
  )
})
