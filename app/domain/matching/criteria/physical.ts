// Physical demands of the work against the limits the person named.
import { phrase, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { answerForItems } from '../items.ts'
import type { ItemState } from '../items.ts'

export const physical: EvaluateOpen = ({ requirements }, { open: { limits } }) => {
  const stateOf = (limited: boolean | undefined): ItemState => (limited === undefined ? 'unknown' : limited ? 'unmet' : 'met')
  const items = requirements.physical.map(({ demand, strength }) => ({
    name: word(`physical.${demand}`),
    strength,
    state: stateOf(limits?.includes(demand)),
  }))
  if (limits === null) return answerForItems('physical', items, null)
  return answerForItems(
    'physical',
    items,
    limits.length === 0 ? phrase('has_none') : phrase('has', { items: limits.map((limit) => word(`physical.${limit}`)) }),
  )
}
