// Published figures, as a coordinator enters them.
import { z } from 'zod'
import { STATISTIC_YEARS, type FamilyShares } from '#app/domain/figures/published.ts'
import { FEWEST_SHOWN } from '#app/domain/shared/small-numbers.ts'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { named } from '../field-rows.ts'
import { day, id, optionalWhole, text, whole } from '../fields.ts'
import { problem } from '../parse-form.ts'

export const participationForm = z.object({
  people: whole({ min: FEWEST_SHOWN, max: 1_000_000 }),
  report: text({ max: 200 }),
  publishedOn: day,
})

export const convictionStatisticForm = z
  .object({
    source: text({ max: 200 }),
    year: whole(STATISTIC_YEARS),
    shares: named(OFFENCE_FAMILIES, optionalWhole({ min: 0, max: 100 })),
  })
  .transform(({ shares, ...statistic }) => {
    const known: FamilyShares = {}
    for (const family of OFFENCE_FAMILIES) if (shares[family] !== null) known[family] = shares[family]
    return { ...statistic, shares: known }
  })
  .superRefine(({ shares }, context) => {
    const sum = Object.values(shares).reduce((all, percent) => all + percent, 0)
    const [first] = Object.keys(shares)
    const problemOf = first === undefined ? problem('required') : sum > 100 ? problem('sharesOver', { sum }) : null
    if (problemOf !== null) context.addIssue({ code: 'custom', path: ['shares', first ?? OFFENCE_FAMILIES[0]], message: problemOf })
  })

export const withdrawFigureForm = z.object({ id })
