// How well an engine answers: the sixty labelled queries, and six hundred that nobody has looked at.
import type { HeldOutQuery } from '#tests/support/search/corpus/held-out.ts'
import type { Judge } from '#tests/support/search/corpus/judging.ts'
import { LABELLED } from '#tests/support/search/corpus/labelled.ts'
import { ANYWHERE, type Peer } from './peers/peer.ts'

export type Quality = {
  labelledSolved: number
  labelled: number
  precisionAt10: number
  heldOutSolved: number
  heldOut: number
  zeroHit: number
  /** Labelled ones that are not. */
  notSolved: string[]
}

export type QualityWithMisses = Quality & { heldOutNotSolved: string[] }

export async function qualityOf(peer: Peer, judge: Judge, heldOut: readonly HeldOutQuery[]): Promise<QualityWithMisses> {
  const answered = async (words: string) => (await peer.search({ ...ANYWHERE, words })).ids
  let precision = 0
  let zeroHit = 0
  const notSolved: string[] = []
  const heldOutNotSolved: string[] = []
  // Few vacancies may hold no answer to some.
  const labelled = LABELLED.filter((query) => judge.rightOnes(query) > 0)
  for (const query of labelled) {
    const ids = await answered(query.words)
    precision += judge.precision(query, ids)
    if (!judge.isSolved(query, ids)) notSolved.push(query.words)
  }
  for (const query of heldOut) {
    const ids = await answered(query.words)
    if (ids.length === 0) zeroHit += 1
    if (!judge.isSolved(query, ids)) heldOutNotSolved.push(query.words)
  }
  return {
    labelledSolved: labelled.length - notSolved.length,
    labelled: labelled.length,
    precisionAt10: Math.round((precision / labelled.length) * 1000) / 1000,
    heldOutSolved: heldOut.length - heldOutNotSolved.length,
    heldOut: heldOut.length,
    zeroHit,
    notSolved,
    heldOutNotSolved,
  }
}
