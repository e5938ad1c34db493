// What is said of an invented employer, and those of them that nobody has verified.

/** How openly the firm answers: 3 takes nearly everybody, 2 looks case by case at the graver, 1 is careful. */
export type Openness = 1 | 2 | 3
/** [name, place, openness, ISCO-08 groups it hires, support it offers, what it says about itself] */
export type EmployerSeed = readonly [name: string, place: string, openness: Openness, occupations: string, support: string, about: string]

export const DEMO_EMPLOYER = 'SIA "Izdomātais Kokzāģis"'

/** What a firm calls its own work, where the usual title would be somebody else's. */
export const TITLES_OF_FIRMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'SIA "Saldus Iedomu Ceļi"': { '8332': 'Autovadītājs pašizgāzējam' },
  'SIA "Talsu Parauga Piens"': { '8332': 'Piena vedēja autovadītājs' },
  'SIA "Piltenes Izdomu Ferma"': { '8341': 'Traktorists lopkopībā' },
  'SIA "Ugāles Parauga Mežs"': { '8341': 'Traktorists kokmateriālu izvešanai' },
  'SIA "Piemēra Autobuss"': { '9122': 'Autobusu mazgātājs' },
  'SIA "Iedomātā Viesnīca"': { '9112': 'Istabu uzkopējs', '5120': 'Pavārs restorānā' },
  'SIA "Iedomu Aprūpe"': { '9112': 'Apkopējs senioru namā' },
}

export const PENDING_EMPLOYERS: readonly EmployerSeed[] = [
  ['SIA "Jaunais Piemērs"', 'Ventspils', 2, '9313 7131', 'clothes', 'Neliels būvuzņēmums, dibināts šogad.'],
  ['SIA "Pasaku Kurjers"', 'Kuldīga', 2, '9621 8322', 'training', 'Paku un pusdienu piegāde Kuldīgā.'],
]

export const REFUSED_EMPLOYER: EmployerSeed = [
  'SIA "Bezadreses Izdoma"',
  'Tukums',
  2,
  '9329',
  '',
  'Sludinājumu ievietošana citu uzņēmumu vārdā.',
]
export const REFUSED_BECAUSE = 'Reģistrā norādītā darbības vieta neatbilst; pārstāvja pilnvara nav iesniegta.'
