// What an employer is told about people: published figures, in Russian.
export const figures = {
  participation_one: 'В регионе в Tilts участвует {{count}} человек ({{report}}, {{day}}).',
  participation_few: 'В регионе в Tilts участвуют {{count}} человека ({{report}}, {{day}}).',
  participation_many: 'В регионе в Tilts участвуют {{count}} человек ({{report}}, {{day}}).',
  participation_other: 'В регионе в Tilts участвуют {{count}} человека ({{report}}, {{day}}).',
  convictions: 'Доли приговоров: {{source}}, {{year}} год. Они округлены и не показывают, насколько велик риск.',
  elsewhere: 'В открытых вакансиях: {{accept}} из {{of}} принимают, {{yesIf}} с условиями, {{byCase}} решают индивидуально.',
  share: 'Примерно {{percent}} % всех приговоров.',
  smallShare: 'Меньше 3 % всех приговоров.',
}
