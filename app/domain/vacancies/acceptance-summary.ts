// What an employer accepts, counted: for a result's line and the strip of twelve cells.
import { acceptanceStated, inFamilyOrder, type OffenceFamily, type Stance, type StanceRow } from './acceptance.ts'

export type AcceptanceSummary =
  /** Imported: nobody was asked. */
  | { kind: 'not_asked' }
  /** The employer's own, and nothing is said yet. */
  | { kind: 'not_stated' }
  /** `cells`: the twelve families in order. */
  | { kind: 'stated'; accepted: number; yesIf: number; byCase: number; cells: readonly { family: OffenceFamily; stance: Stance }[] }

export function acceptanceSummary(stances: readonly Pick<StanceRow, 'family' | 'stance'>[]): AcceptanceSummary {
  if (!acceptanceStated(stances)) return { kind: stances.some(({ stance }) => stance === 'not_stated') ? 'not_stated' : 'not_asked' }
  const of = (stance: Stance) => stances.filter((row) => row.stance === stance).length
  return {
    kind: 'stated',
    accepted: of('accept'),
    yesIf: of('yes_if'),
    byCase: of('case_by_case'),
    cells: inFamilyOrder(stances).map(({ family, stance }) => ({ family, stance })),
  }
}
