// What an employer is told about people: published figures, in English.
export const figures = {
  participation_one: '{{count}} person takes part in Tilts in the region ({{report}}, {{day}}).',
  participation_other: '{{count}} people take part in Tilts in the region ({{report}}, {{day}}).',
  convictions: 'Shares of convictions: {{source}}, {{year}}. They are rounded and are no measure of risk.',
  elsewhere: 'In open vacancies: {{accept}} of {{of}} accept, {{yesIf}} with conditions, {{byCase}} decide case by case.',
  share: 'About {{percent}} % of all convictions.',
  smallShare: 'Less than 3 % of all convictions.',
}
