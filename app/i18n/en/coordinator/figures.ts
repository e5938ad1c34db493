// Published figures, as a coordinator keeps them, in English.
export const figures = {
  title: 'Published figures',
  lead: 'This and nothing else about people is told to employers, the same to all. Enter only what a published report or official statistics say.',
  participationTitle: 'How many people take part in the region',
  participationLead: 'The one figure of the last published yearly report.',
  people: 'People',
  report: 'Report',
  reportHint: 'For example, “Tilts yearly report 2026”.',
  publishedOn: 'Published on',
  convictionsTitle: 'Shares of convictions by family of offences',
  convictionsLead:
    'In percent of all convictions of the year. They are rounded to the nearest 5 % when saved. Leave empty what the statistics do not say.',
  source: 'Source',
  sourceHint: 'For example, “Court Administration, convictions by article”.',
  year: 'Year',
  none: 'Nothing is entered: employers do not see this figure.',
  shown: 'Employers see now',
  entered: 'Entered on {{day}}',
  withdraw: 'No longer show',
  save: 'Publish',
}
