// What a line in the list of people says: whom somebody waits for, and what comes next.
import { describe, expect, test } from 'vitest'
import { nextDate, waitingOf, type LiveProposal } from '#app/domain/people/person-line.ts'

const TODAY = '2026-11-23'
const at = (day: string) => Date.parse(`${day}T10:00:00Z`)

function live(more: Partial<LiveProposal>): LiveProposal {
  return { state: 'sent', stateSince: at('2026-11-20'), deadlineAt: null, interviewAt: null, startOn: null, followedWeeks: [], ...more }
}

describe('waiting', () => {
  test('a person without proposals waits for nobody', () => {
    expect(waitingOf([])).toBeNull()
  })

  test('what the caseworker has to do is told before what others have to', () => {
    const proposals = [live({ state: 'sent', stateSince: at('2026-10-01') }), live({ state: 'consented', stateSince: at('2026-11-22') })]
    expect(waitingOf(proposals)).toEqual({ on: 'caseworker', since: at('2026-11-22') })
  })

  test('of two employers the one waited for longest is told', () => {
    expect(waitingOf([live({ stateSince: at('2026-11-20') }), live({ stateSince: at('2026-11-10') })])).toEqual({
      on: 'employer',
      since: at('2026-11-10'),
    })
  })

  test('a person at work is not waited for', () => {
    expect(waitingOf([live({ state: 'started', startOn: '2026-11-02' })])).toBeNull()
  })
})

describe('the next date', () => {
  const line = { proposals: [], readinessDueOn: [], plannedReleaseOn: null }

  test('nothing planned, nothing told', () => {
    expect(nextDate(line, TODAY)).toBeNull()
  })

  test('the earliest of what is planned comes first', () => {
    const proposals = [live({ state: 'interview', interviewAt: at('2026-11-30') })]
    expect(nextDate({ proposals, readinessDueOn: ['2026-11-25'], plannedReleaseOn: '2026-12-24' }, TODAY)).toEqual({
      what: 'readiness',
      day: '2026-11-25',
      overdue: false,
    })
  })

  test('a paper that should be there already is overdue', () => {
    expect(nextDate({ ...line, readinessDueOn: ['2026-11-01'] }, TODAY)).toEqual({ what: 'readiness', day: '2026-11-01', overdue: true })
  })

  test('an interview that has been is nothing to prepare for', () => {
    expect(nextDate({ ...line, proposals: [live({ state: 'interview', interviewAt: at('2026-11-20') })] }, TODAY)).toBeNull()
  })

  test('at work the next follow-up is six weeks after the start, then thirteen', () => {
    const started = live({ state: 'started', startOn: '2026-11-02' })
    expect(nextDate({ ...line, proposals: [started] }, TODAY)).toEqual({ what: 'follow_up', day: '2026-12-14', overdue: false })
    const followed = live({ state: 'followed', startOn: '2026-11-02', followedWeeks: [6] })
    expect(nextDate({ ...line, proposals: [followed] }, TODAY)).toEqual({ what: 'follow_up', day: '2027-02-01', overdue: false })
  })
})
