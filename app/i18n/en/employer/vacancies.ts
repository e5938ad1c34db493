// The list of vacancies, one vacancy with its moves, and the summary before publishing, in English.
export const list = {
  title: 'Vacancies',
  filter: 'Show',
  all: 'All',
  empty: 'No vacancies here.',
  vacancy: 'Vacancy',
  place: 'Place',
  state: 'State',
  until: 'Open until',
  proposals: 'Proposals',
  waiting_one: '{{count}} waiting for an answer',
  waiting_other: '{{count}} waiting for an answer',
  closedVisibility: 'non-public vacancy',
}

export const vacancy = {
  untitled: 'Untitled vacancy',
  imported: 'Taken over from the national register.',
  notStated: 'You have not yet said what you accept. Until you do, caseworkers see “the employer has not been asked yet”.',
  updated: 'Changed on {{day}}',
  openUntil: 'Open until {{day}}',
  expiredOn: 'Ended on {{day}}. Nobody can see the vacancy any more. Renew it if the job is still free.',
  sameWork:
    'Other vacancies of yours for the same work rule out something else. A person is proposed only to the one that rules out less; where each rules out something of its own, to none. Answer the same in all of them at “What you accept”:',
  seeAsVisitor: 'See it as others do',
  proposals: 'Proposals',
  proposalsLive_one: '{{count}} open proposal',
  proposalsLive_other: '{{count}} open proposals',
  edit: 'Change part by part',
  toSummary: 'Check and publish',
  continue: 'Continue writing',
  moves: 'What to do with the vacancy',
  pause: 'Pause',
  pauseText: 'Nobody sees the vacancy for a while. Proposals already begun go on.',
  resume: 'Publish again',
  refresh: 'Renew for 90 days',
  refreshText: 'Confirm that the job is still free.',
  fill: 'Mark as filled',
  fillText: 'Nobody sees the vacancy any more. All open proposals are closed, and the people are told.',
  close: 'Close',
  closeText: 'Nobody sees the vacancy any more. All open proposals are closed. You can publish the vacancy again later.',
  duplicate: 'Make a copy',
  duplicateText: 'A new draft with the same content.',
}

export const summary = {
  title: 'Check before publishing',
  lead: 'Read what others will see; only the coordinator will see the client’s name and the explanation of refusals. Each part can be changed.',
  publish: 'Publish',
  unverified: 'You can publish once a coordinator has verified your company. Until then the draft is kept.',
  gapsTitle: 'Before publishing it still needs:',
  gap: {
    title: 'a job title',
    occupation: 'an occupation',
    place: 'a place of work',
    pay: 'pay from and to; the Labour Law requires it in the advertisement',
    payOrder: 'pay in which “from” is not higher than “to”',
    belowMinimum: 'pay that is not below the minimum wage',
    stances: 'for every “Not for this job” a reason that the conditions of work support',
    approval: 'a coordinator’s approval for so many refusals, for the section of the law or for the client’s clearance',
  },
  published: 'The vacancy is published.',
  changePart: 'Change: {{part}}',
}

export const textCheck = {
  title: 'Read the text once more',
  lead: 'The text seems to contain something that does not belong in an advertisement:',
  kind: {
    personal_code: 'a personal code',
    phone: 'a phone number',
    email: 'an e-mail address',
    messenger: 'a link to a messenger or a profile',
    prison: 'the name of a prison',
    past: 'words about a person’s past',
  },
  never: 'A personal code may not be published. Take it out, then you can publish.',
  override: 'Publish anyway. I know that this choice is recorded.',
}

export const stale = {
  title: 'Somebody else changed this while you were writing',
  lead: 'What you wrote is kept in the fields below. This has changed since you started:',
  field: 'What',
  now: 'Now',
  empty: 'empty',
  saveMine: 'Save mine anyway',
}
