// What a row of the occupations' texts holds: what an advert for this work says, pays and asks.
import type { PhysicalDemand, Shift } from '#app/domain/vacancies/job-terms.ts'

export type WorkText = {
  /** Titles an advert carries. */
  titles: readonly string[]
  /** Duties, without a full stop. */
  tasks: readonly string[]
  /** One sentence about how the work goes. */
  note: string
  /** Euros a month, gross: the lowest and the highest an advert names. Believable, not researched. */
  pay: readonly [from: number, to: number]
  shifts: readonly Shift[]
  physical?: readonly PhysicalDemand[]
  /** Words people use of themselves too; the first is the one most asked for. */
  skills: readonly string[]
  /** Months an employer would like; absent where anybody can begin. */
  months?: number
  /** Work of a season: field, fish, garden. */
  seasonal?: true
}
export type WorkTexts = Readonly<Record<string, WorkText>>
