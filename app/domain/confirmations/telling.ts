// When an answer about a person reaches whoever asked: at a fixed hour, so that the moment of the answer says nothing.
import { addDays, dayOf, endOfDay, instantOfClock, type Day, type Instant } from '#app/domain/shared/day.ts'
import type { ConfirmationAnswer } from './question.ts'

/** Calendar days to answer; whoever does not has said *choose another*. */
export const CONFIRMATION_DAYS = 7

/** On a clock in Latvia. */
const TELLING_HOURS = ['09:00', '15:00'] as const

/** The first fixed hour after the moment. */
export function toldAfter(at: Instant): Instant {
  const today = dayOf(at)
  const hours = [today, addDays(today, 1)].flatMap((day) => TELLING_HOURS.map((hour) => instantOfClock(`${day}T${hour}`) ?? endOfDay(day)))
  return Math.min(...hours.filter((hour) => hour > at))
}

type Asked = { answer: ConfirmationAnswer | null; dueOn: Day; toldAt: Instant | null }

/** What whoever asked may know now; null: it waits, whatever was answered. What was not answered in time is *choose another*. */
export function toldOf({ answer, dueOn, toldAt }: Asked, now: Instant): ConfirmationAnswer | null {
  if (answer === null) return toldAfter(endOfDay(dueOn)) <= now ? 'choose_another' : null
  return toldAt !== null && toldAt <= now ? answer : null
}
