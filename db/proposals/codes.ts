// The code of a proposal: random, its own, and never another's.
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { codeFrom } from '#app/domain/shared/code.ts'
import { proposal } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

/** At least 6 fresh random bytes at each call. */
export type RandomBytes = () => Uint8Array

const MOST_TRIES = 20
/** A write stays short. */
const AT_ONCE = 500

export async function freshCode(tx: Tx, random: RandomBytes): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = codeFrom('P', random())
    const taken = await tx.select({ id: proposal.id }).from(proposal).where(eq(proposal.code, code))
    if (taken.length === 0) return code
  }
  throw new Error('No free code was found')
}

/** Gives a code to those that were sent before proposals had codes of their own. */
export async function fillCodes(store: Store, random: RandomBytes): Promise<void> {
  const without = and(isNotNull(proposal.shown), isNull(proposal.code))
  for (;;) {
    const filled = await store.write(async (tx) => {
      const rows = await tx.select({ id: proposal.id }).from(proposal).where(without).limit(AT_ONCE)
      for (const { id } of rows)
        await tx
          .update(proposal)
          .set({ code: await freshCode(tx, random) })
          .where(and(eq(proposal.id, id), without))
      return rows.length
    })
    if (filled < AT_ONCE) return
  }
}
