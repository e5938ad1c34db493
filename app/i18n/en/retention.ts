// For how long data is kept, and what is erased soon: in English.

export const retention = {
  title: 'How long we keep it',
  months_one: '{{count}} month',
  months_other: '{{count}} months',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  what: {
    finished: 'Everything about somebody who settled in work or left',
    unused: 'Everything about somebody with whom nobody works any more',
    proposalWords: 'What an employer saw of the person, the place of the interview, questions and answers',
    labels: 'An organisation’s own label beside a person’s code',
    corrections: 'What the person said was wrong in their data',
    tasks: 'What was done in the list of things to do',
    searches: 'Words searched for among vacancies; who searched is not kept at all',
    rareSearches: 'Words that few people searched for',
    sessions: 'Being signed in',
  },
  after: {
    lastWorkedOn: '{{time}} after the last day of work with the person',
    over: '{{time}} after the proposal ended',
    ended: '{{time}} after the organisation stopped working with the person',
    dealtWith: '{{time}} after it was done',
    searched: '{{time}} after the search',
    expired: '{{time}} after it expired',
  },
  why: {
    finished: 'The last follow-up is 26 weeks after the start; a replacement or a question may still come up after it.',
    unused: 'The person may need help again. After two years a profile is no longer true.',
    proposalWords: 'What one employer may learn of one person is counted over twelve months; it is not needed for longer.',
    labels: 'If work with the person begins again, the caseworker knows them.',
    corrections: 'To see what was put right.',
    tasks: 'To see what was done and when.',
    searches: 'To compare a year with the year before.',
    rareSearches: 'Rare words might be about one person.',
    sessions: 'So that a wrong clock signs nobody out for good.',
  },
  stays: 'After the erasing numbers without words stay: how many proposals there were and how they went.',
  own: {
    title: 'Whose data will be erased soon',
    lead_one:
      'When nobody works with a person for a long time, everything about them is erased. You are warned {{count}} day before. If the data is still needed, say so here, and the term begins anew.',
    lead_other:
      'When nobody works with a person for a long time, everything about them is erased. You are warned {{count}} days before. If the data is still needed, say so here, and the term begins anew.',
    empty: 'Nobody’s term ends in the near future.',
    until: { finished: 'The work is finished. Erased after {{day}}', unused: 'Nobody has worked with them for long. Erased after {{day}}' },
    needed: 'The data is still needed',
    why: 'Why',
    keep: 'Keep it',
  },
  job: {
    title: 'Terms of keeping',
    lead_one:
      'Once a day, what has reached its term is erased. Everything about a person is erased only when the organisation that leads was warned {{count}} day before and did not say that it is still needed.',
    lead_other:
      'Once a day, what has reached its term is erased. Everything about a person is erased only when the organisation that leads was warned {{count}} days before and did not say that it is still needed.',
    now: 'Now',
    ran: 'Last erased',
    never: 'not yet',
    warned: 'People about whom organisations are warned',
    erased: 'People whose data was erased by its term in the last year',
    next: 'Next time',
    toErase: 'People whose data will be erased',
    toWarn: 'People of whom will be warned',
    none: 'none',
  },
}
