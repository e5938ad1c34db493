// Fixed numbers instead of chance: the same name gives the same sequence, so each start makes the same Kurzeme.
import { createHash } from 'node:crypto'
import { codeFrom } from '#app/domain/shared/code.ts'

export type FixedRandom = {
  /** From 0 up to, not including, `end`. */
  below: (end: number) => number
  /** Both ends included. */
  between: (from: number, to: number) => number
  /** True `percent` times of a hundred. */
  chance: (percent: number) => boolean
  /** Throws when there is nothing to pick from. */
  pick: <T>(all: readonly T[]) => T
  /** `count` different ones, in the order of the list. */
  some: <T>(all: readonly T[], count: number) => T[]
  shuffled: <T>(all: readonly T[]) => T[]
}

const ID_LETTERS = 12

function digestOf(name: string): Buffer {
  return createHash('sha256').update(name).digest()
}

/** As long as a store's public id, but the same each time for the same name. */
export function fixedId(name: string): string {
  return digestOf(name).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y').slice(0, ID_LETTERS)
}

export function fixedCode(kind: 'K' | 'P', name: string): string {
  return codeFrom(kind, digestOf(name))
}

/** mulberry32, begun from the name's digest. */
export function fixedRandom(name: string): FixedRandom {
  let state = digestOf(name).readInt32LE(0)
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
  const pick = <T>(all: readonly T[]): T => {
    if (all.length === 0) throw new Error(`Nothing to pick from for ${name}`)
    return all[below(all.length)] as T
  }
  const some = <T>(all: readonly T[], count: number): T[] => {
    const left = all.map((_, index) => index)
    const taken = Array.from({ length: Math.min(count, all.length) }, () => left.splice(below(left.length), 1)[0] ?? 0)
    return taken.sort((a, b) => a - b).map((index) => all[index] as T)
  }
  const shuffled = <T>(all: readonly T[]): T[] => {
    const left = [...all]
    return all.map(() => left.splice(below(left.length), 1)[0] as T)
  }
  return { below, between: (from, to) => from + below(to - from + 1), chance: (percent) => below(100) < percent, pick, some, shuffled }
}
