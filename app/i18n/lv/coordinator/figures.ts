// Published figures, as a coordinator keeps them, in Latvian.
export const figures = {
  title: 'Publicētie skaitļi',
  lead: 'To un neko citu par cilvēkiem uzzina darba devēji, visi vienu un to pašu. Skaitļus ierakstiet tikai no publicēta pārskata vai oficiālas statistikas.',
  participationTitle: 'Cik cilvēku piedalās reģionā',
  participationLead: 'Viens skaitlis no pēdējā publicētā gada pārskata.',
  people: 'Cilvēki',
  report: 'Pārskats',
  reportHint: 'Piemēram, „Tilta gada pārskats 2026”.',
  publishedOn: 'Publicēts',
  convictionsTitle: 'Spriedumu daļas pa nodarījumu veidiem',
  convictionsLead:
    'Procentos no visiem gada notiesājošajiem spriedumiem. Saglabājot noapaļosim līdz tuvākajiem 5 %. Ko statistikā nevar atrast, atstājiet tukšu.',
  source: 'Avots',
  sourceHint: 'Piemēram, „Tiesu administrācija, spriedumi pēc panta”.',
  year: 'Gads',
  none: 'Nekas nav ierakstīts: darba devēji šo skaitli neredz.',
  shown: 'Darba devēji tagad redz',
  entered: 'Ierakstīts {{day}}',
  withdraw: 'Vairs nerādīt',
  save: 'Publicēt',
}
