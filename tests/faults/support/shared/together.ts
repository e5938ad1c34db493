// Two processes, one of each organisation, that look and then press at the same moment, as often as they are told to.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { aFolder, type DatabaseAddress } from '../database.ts'
import { startWorker } from '../process.ts'
import type { Look, StepName, Told } from './steps.ts'

type Both<Thing> = readonly [Thing, Thing]
type About = Pick<Look, 'candidateId' | 'vacancyIds'>

export async function bringTogether(where: DatabaseAddress, [one, other]: Both<CaseworkerActor>) {
  const folder = aFolder()
  const start = (actor: CaseworkerActor, { organisationId: otherId }: CaseworkerActor) =>
    startWorker({ where, task: { name: 'share', actor, otherId, folder } })
  const processes = [start(one, other), start(other, one)] as const
  const both = async (lines: Both<string>): Promise<string[]> => {
    processes[0].say(lines[0])
    processes[1].say(lines[1])
    return Promise.all(processes.map((process) => process.next()))
  }
  await Promise.all(processes.map((process) => process.next()))
  return {
    /** @returns what each of them was told at each step */
    takeSteps: async (about: About, steps: readonly Both<readonly StepName[]>[]): Promise<Told[]> => {
      const all: Told[] = []
      for (const [nth, [ofOne, ofOther]] of steps.entries()) {
        const look = (wanted: readonly StepName[], { organisationId }: CaseworkerActor) =>
          JSON.stringify({ ...about, steps: wanted, mark: `${organisationId} ${nth}` } satisfies Look)
        await both([look(ofOne, one), look(ofOther, other)])
        all.push(...(await both(['press', 'press'])).map((line) => JSON.parse(line) as Told))
      }
      return all
    },
    /** @returns how the processes ended */
    end: async (): Promise<(number | null)[]> => {
      for (const process of processes) process.say('enough')
      return Promise.all(processes.map(async ({ ended }) => (await ended).code))
    },
  }
}
