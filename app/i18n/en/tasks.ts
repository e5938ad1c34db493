// Lists of things to do, in English.

export const tasks = {
  title: 'To do',
  waiting: 'To do: {{number}}',
  show: { label: 'Show', open: 'To do', done: 'Done' },
  whose: { label: 'Whose', mine: 'My people', all: 'The whole organisation' },
  empty: { open: 'Nothing is waiting.', done: 'Nothing was done in the last {{count}} days.' },
  since: 'since {{day}}',
  until: 'by {{day}}',
  late: 'overdue, it was due on {{day}}',
  doneBy: 'done on {{day}} by {{who}}',
  endedByItself: 'ended on {{day}}',
  read: 'Read',
  what: {
    question: 'Answer the person’s question: {{vacancy}}',
    correction: 'The person says that something in the data is wrong',
    withdrawal: 'The person wants to stop everything: talk with them',
    handover: '{{organisation}} asks you to take a person on',
    joining: '{{organisation}} asks you to join',
    offer_declined: '{{organisation}} refused or did not answer: look for another way',
    approval: 'Decide about refusals: {{vacancy}}',
    approval_answer: 'The coordinator answered about the refusals: {{vacancy}}',
    duplicate: 'One personal code in two registrations',
    code_check: 'Check the personal code: somebody else has the same',
    merged: 'Other organisations work with the person too: see which',
  },
}
