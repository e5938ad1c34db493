// What an employer is told about people: published figures, in Latvian.
export const figures = {
  participation_zero: 'Reģionā Tiltā piedalās {{count}} cilvēku ({{report}}, {{day}}).',
  participation_one: 'Reģionā Tiltā piedalās {{count}} cilvēks ({{report}}, {{day}}).',
  participation_other: 'Reģionā Tiltā piedalās {{count}} cilvēki ({{report}}, {{day}}).',
  convictions: 'Spriedumu daļas: {{source}}, {{year}}. gads. Tās ir noapaļotas un nerāda, cik liels ir risks.',
  elsewhere: 'Atvērtajās vakancēs: {{accept}} no {{of}} pieņem, {{yesIf}} ar nosacījumiem, {{byCase}} lemj individuāli.',
  share: 'Aptuveni {{percent}} % no visiem spriedumiem.',
  smallShare: 'Mazāk nekā 3 % no visiem spriedumiem.',
}
