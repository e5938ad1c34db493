// Invented records in both forms of the national register, the same every time; for tests and for measuring the import.

type Row = readonly [title: string, field: string, pay: string, duties: readonly string[]]

const JOBS: readonly Row[] = [
  ['PALĪGSTRĀDNIEKS', 'Ražošana', '900-1200', ['materiālu pienešana', 'darba vietas sakārtošana', 'palīdzība meistariem']],
  [
    'Mazumtirdzniecības veikala PĀRDEVĒJS',
    'Tirdzniecība / Mārketings',
    '5.50-6.50',
    ['pircēju apkalpošana', 'preču izlikšana', 'kases darbs'],
  ],
  ['Kravas automobiļa VADĪTĀJS', 'Transports / Loģistika', '1400-2100', ['kravu pārvadāšana Baltijā', 'kravas dokumentu kārtošana']],
  ['BŪVSTRĀDNIEKS', 'Būvniecība / Nekustamais īpašums', 'No 1000 līdz 1600 EUR', ['veidņu montāža', 'betonēšanas darbi']],
  ['PAVĀRS', 'Ēdināšana / Pārtikas rūpniecība', '1100 - 1400', ['ēdienu gatavošana', 'virtuves kārtība']],
  ['APKOPĒJS', 'Pakalpojumi', '780', ['telpu uzkopšana', 'inventāra kārtošana']],
  ['METINĀTĀJS', 'Ražošana', '1 300,00 - 1 900,00', ['metināšana ar MIG/MAG', 'rasējumu lasīšana']],
  ['MEŽSTRĀDNIEKS', 'Lauksaimniecība / Vide', '1200-1700', ['jaunaudžu kopšana', 'darbs ar motorzāģi']],
  ['Zivju APSTRĀDĀTĀJS', 'Ēdināšana / Pārtikas rūpniecība', '900-1150', ['zivju filēšana', 'fasēšana']],
  ['KURINĀTĀJS', 'Elektronika / Enerģētika / Elektroenerģija', '850 - 950', ['katla uzraudzība', 'šķeldas padeve']],
  ['Veselības aprūpes MĀSA', 'Veselības aprūpe / Sociālā aprūpe', '1400-1800', ['pacientu aprūpe']],
  ['PROGRAMMĒTĀJS', 'Informācijas tehnoloģijas / Telekomunikācijas', '2500-3500', ['sistēmu izstrāde']],
]

const ADDRESSES = [
  'LATVIJA, Izdomu iela 12, Liepāja',
  'LATVIJA, Izdomu iela 3, LV-3601, Ventspils',
  'LATVIJA, Parauga iela 7, Kuldīga, Kuldīgas nov.',
  'LATVIJA, "Izdomas", Medzes pag., Dienvidkurzemes nov., LV-3461',
  'LATVIJA, Parauga iela 1, Saldus, Saldus nov.',
  'Brocēnu nov., Brocēni',
  'LATVIJA, Parauga iela 19, Talsi, Talsu nov.',
  'LATVIJA, Rojas novads, Roja',
  'LATVIJA, Izdomu iela 44, Tukums, Tukuma nov.',
  'LATVIJA, "Paraugi", Tārgales pag., Ventspils nov.',
  'LATVIJA, Parauga iela 5, Grobiņa, Grobiņas nov.',
  'LATVIJA, Jumaras iela 195, Valmiera, Valmieras nov.',
  'LATVIJA, Izdomu iela 100, Rīga',
]

const EMPLOYERS = [
  'Kokzāģis',
  'Zivju Nams',
  'Ceļinieks',
  'Maiznīca',
  'Metāls',
  'Lauku Sēta',
  'Osta',
  'Veikaliņš',
  'Būve',
  'Meža Taka',
  'Siltums',
  'Kravas Ceļš',
]

/** A fixed sequence of numbers (mulberry32), so that every run makes the same records. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function wordHtml(title: string, duties: readonly string[], phone: string): string {
  const point = (text: string) =>
    `<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="font-family:Symbol">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text};<o:p></o:p></p>`
  return [
    '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0cm;mso-pagination:widow-orphan}</style>',
    `<p class="MsoNormal"><b><span lang="LV" style="font-size:12.0pt;line-height:107%">Aicinām darbā: ${title}</span></b><o:p></o:p></p><p class="MsoNormal">Darba pienākumi:</p>`,
    ...duties.map(point),
    '<p>&nbsp;</p><p class="MsoNormal">Piedāvājam darba apģērbu un samaksu laikā. Darba laiks 08:00&ndash;17:00.</p>',
    `<p class="MsoNormal">CV sūtīt uz <a href="mailto:darbs@izdomats.example">darbs@izdomats.example</a> vai zvanīt pa tālr. ${phone}.</p><p>Kontaktpersona: Anna Paraudziņa</p>`,
  ].join('\n')
}

/** `n` records: two of three in the detail form, every third in the list form. Published in the 60 days before 1 November 2026. */
export function makeRecords(n: number): Record<string, unknown>[] {
  const next = sequence(2026)
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[], fallback: T): T => all[next(all.length)] ?? fallback
  const day = (offset: number) => new Date(Date.UTC(2026, 8, 2) + offset * 86_400_000).toISOString().slice(0, 10)
  return Array.from({ length: n }, (_, index) => {
    const [title, field, pay, duties] = pick(JOBS, ['PALĪGSTRĀDNIEKS', 'Cita', '', []])
    const published = next(60)
    const id = 900_000_000 + index
    const employer = `SIA "Izdomātais ${pick(EMPLOYERS, 'Kokzāģis')} ${1 + next(60)}"`
    const phone = `+371 2${String(1_000_000 + next(8_999_999))}`
    const shared = { id, alga_no_lidz: next(20) === 0 ? null : pay, aktuala_lidz: day(published + 30 + next(60)) }
    const address = pick(ADDRESSES, 'LATVIJA')
    return index % 3 === 2
      ? {
          ...shared,
          kla_profesija_nosaukums: title,
          uzn_uznemums_nosaukums: employer,
          vieta: address.replace('LATVIJA, ', ''),
          publicesanas_laiks: `${day(published)} 0${next(10)}:15:00`,
        }
      : {
          ...shared,
          profesija: title,
          uznemums: employer,
          adrese: address,
          darba_apraksts: wordHtml(title, duties, phone),
          darb_joma: field,
          publicesanas_datums: day(published),
          ir_attalinati_veicams_darbs: next(15) === 0,
          kontaktpersona: 'Anna Paraudziņa',
          kontaktpersonas_epasts: 'anna.paraudzina@izdomats.example',
          kontaktpersonas_talrunis: phone,
        }
  })
}
