// What an employer accepts, as sentences, in English.
export const acceptance = {
  heading: 'What the employer accepts',
  notAsked: 'This employer has not yet been asked what it accepts. That is neither yes nor no: a caseworker can ask.',
  notStated: 'The employer has not stated what it accepts. That is neither yes nor no: a caseworker can ask.',
  allAccepted: 'No kind of offence is an obstacle to this job.',
  allCaseByCase: 'Decides about each person individually; nothing is ruled out in advance.',
  accepted: 'Accepts people even if their past includes any of these: {{families}}.',
  yesIf: 'Accepts on conditions ({{conditions}}) if a person’s past includes any of these: {{families}}.',
  familiesNotStated: 'The employer has said nothing about these: {{families}}.',
  caseByCase: 'Decides individually, after talking with the person, if their past includes any of these: {{families}}.',
  othersCaseByCase: 'Decides about everything else individually, after talking with the person.',
  refused: 'Not for this job if a person’s past includes any of these: {{families}}. The reason: {{reason}}.',
  refusedByLaw: 'Not for this job if a person’s past includes any of these: {{families}}. The reason: {{reason}} ({{article}}).',
  monthsSinceRelease: '{{words}}.',
  supervision: {
    yes: 'Accepts people under probation supervision too.',
    with_conditions: 'Accepts people under probation supervision too, if the times of appointments are agreed beforehand.',
    no: 'This job cannot be combined with probation supervision.',
  },
  appointments_one: 'Up to {{count}} appointment a month may be in working time.',
  appointments_other: 'Up to {{count}} appointments a month may be in working time.',
  noAppointments: 'Appointments have to be outside working time.',
  monitoring: {
    yes: 'Works with electronic monitoring too: the site and the hours are fixed.',
    no: 'This job cannot be combined with electronic monitoring.',
  },
  openPrison: {
    yes: 'If the person still awaits release, work can start before it.',
    no: 'If the person still awaits release, work can start only after it.',
  },
  firstJobOrGap: { yes: 'A first job or a long break from work is fine.', no: 'Recent work experience is needed.' },
  wageDeductions: { yes: 'Deductions from pay are no obstacle.', no: 'Deductions from pay are an obstacle to this job.' },
  sobriety: {
    no_alcohol_at_work: 'Nobody may be under the influence of alcohol at work.',
    test_at_gate: 'Sobriety is checked before work.',
  },
  whoKnows: {
    owner: 'Only the head of the company will know that the person came through Tilts.',
    hr: 'The head of the company and the personnel office will know that the person came through Tilts.',
    line_manager: 'The line manager too will know that the person came through Tilts.',
    team: 'Colleagues too will know that the person came through Tilts.',
  },
}
