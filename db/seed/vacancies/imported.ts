// Vacancies as they stand after an import from the national register: their employers have not been asked yet.
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { endOfDay } from '#app/domain/shared/day.ts'
import { occupationByIsco } from '#app/domain/occupations/occupations.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { fixedId, fixedRandom } from '../fixed-random.ts'
import { placeNamed } from '#db/seed/employers/members.ts'
import type { Calendar } from '../time.ts'
import type { Vacancies } from '../world.ts'

/** [title as the register writes it, ISCO-08, firm, place, euros from, euros to, text] */
type Row = readonly [title: string, isco: string, firm: string, place: string, from: number, to: number, text: string]

/** The register's own numbers are far lower. */
const FIRST_SOURCE_ID = 990_000_001
/** Past its day already. */
const EXPIRED_EVERY = 12

const ROWS: readonly Row[] = [
  [
    'KOKZĀĢĒTAVAS operators',
    '8172',
    'Izdomātais Kokzāģis, SIA',
    'Liepāja',
    1050,
    1350,
    'Baļķu padeve un dēļu šķirošana. Darbs divās maiņās.',
  ],
  [
    'Ražošanas PALĪGSTRĀDNIEKS',
    '9329',
    'Izdomātais Kokzāģis, SIA',
    'Liepāja',
    900,
    1100,
    'Dēļu kraušana paketēs, ceha uzkopšana. Pieredze nav nepieciešama.',
  ],
  ['BŪVSTRĀDNIEKS', '9313', 'Jaunais Piemērs, SIA', 'Ventspils', 950, 1300, 'Palīgdarbi būvobjektos Ventspilī.'],
  [
    'Mazumtirdzniecības veikala PĀRDEVĒJS',
    '5223',
    'Piektdienas Izdomu Veikals, SIA',
    'Kuldīga',
    900,
    1100,
    'Pircēju apkalpošana, preču izlikšana, kases darbs.',
  ],
  [
    'Kravas automobiļa VADĪTĀJS',
    '8332',
    'Iedomu Ceļavējš, SIA',
    'Saldus',
    1500,
    1900,
    'Kravu pārvadājumi Baltijas valstīs. CE kategorija, 95. kods.',
  ],
  ['PAVĀRS', '5120', 'Parauga Pusdienas, SIA', 'Talsi', 1000, 1300, 'Ēdienu gatavošana ēdnīcā, darba laiks 7.00–15.30.'],
  ['APKOPĒJS', '9112', 'Nosacītais Spožums, SIA', 'Tukums', 780, 850, 'Biroja telpu uzkopšana darbdienu vakaros.'],
  ['METINĀTĀJS', '7212', 'Uzmetuma Dzelzis, SIA', 'Ventspils', 1300, 1800, 'Metināšana ar pusautomātu, rasējumu lasīšana.'],
  ['MEŽSTRĀDNIEKS', '6210', 'Iedomātā Cirsma, SIA', 'Skrunda', 1200, 1600, 'Darbs ar motorzāģi, jaunaudžu kopšana.'],
  ['Zivju APSTRĀDĀTĀJS', '7511', 'Izdomu Reņģe, SIA', 'Roja', 850, 1100, 'Zivju filēšana un fasēšana.'],
  ['KURINĀTĀJS', '8182', 'Piemēra Katls, SIA', 'Aizpute', 850, 950, 'Katla uzraudzība apkures sezonā, darbs maiņās.'],
  ['Autoiekrāvēja VADĪTĀJS', '8344', 'Parauga Palete, SIA', 'Liepāja', 1050, 1350, 'Kravu pārvietošana noliktavā.'],
  ['KRĀVĒJS', '9333', 'Parauga Palete, SIA', 'Liepāja', 950, 1200, 'Preču izkraušana un kraušana.'],
  ['SĒTNIEKS', '9613', 'Nosacītais Pagalms, SIA', 'Ventspils', 780, 850, 'Teritorijas uzkopšana, ziemā sniega tīrīšana.'],
  [
    'Lauksaimniecības TRAKTORISTS',
    '8341',
    'Iedomu Druva, ZS',
    'Jaunpils',
    1200,
    1600,
    'Lauku apstrāde un tehnikas apkope. TR1 kategorija.',
  ],
  ['SLAUCĒJS', '6121', 'Skiču Ferma, ZS', 'Vaiņode', 1000, 1250, 'Govju slaukšana, telpu uzkopšana. Iespēja dzīvot uz vietas.'],
  ['ŠUVĒJS', '8153', 'Izdomu Vīle, SIA', 'Kuldīga', 850, 1100, 'Apģērbu šūšana, darbs vienā maiņā.'],
  ['Automobiļu MEHĀNIĶIS', '7231', 'Tukšais Dzinējs, SIA', 'Saldus', 1100, 1500, 'Vieglo automašīnu remonts un apkope.'],
  ['GALDNIEKS', '7115', 'Pasaku Ēvele, SIA', 'Kandava', 1050, 1400, 'Durvju un logu izgatavošana.'],
  ['Noliktavas DARBINIEKS', '4321', 'Makets Serviss, SIA', 'Tukums', 900, 1200, 'Pasūtījumu komplektēšana, preču pieņemšana.'],
  ['Ceļu būves STRĀDNIEKS', '9312', 'Vārdiņa Ceļi, SIA', 'Grobiņa', 1000, 1350, 'Ceļu uzturēšanas darbi novadā.'],
  ['Virtuves STRĀDNIEKS', '9412', 'Parauga Pusdienas, SIA', 'Talsi', 780, 900, 'Trauku mazgāšana un dārzeņu sagatavošana.'],
  ['APRŪPĒTĀJS', '5321', 'Iedomu Saulriets, SIA', 'Dundaga', 900, 1100, 'Senioru aprūpe, darbs maiņās.'],
  ['ELEKTRIĶIS', '7411', 'Nosacītā Strāva, SIA', 'Piltene', 1250, 1700, 'Elektroinstalācijas montāža un remonts.'],
  ['Dārza STRĀDNIEKS', '9214', 'Iedomu Stādi, SIA', 'Durbe', 800, 950, 'Stādu kopšana un laistīšana, sezonas darbs.'],
]

export function makeImported(calendar: Calendar): Omit<Vacancies, 'approvals'> {
  const made = ROWS.map(([title, isco, firm, placeName, from, to, text], index) => {
    const sourceId = String(FIRST_SOURCE_ID + index)
    const random = fixedRandom(`imported ${sourceId}`)
    const place = placeNamed(placeName)
    const publishedAt = calendar.at(random.between(2, 28), 8)
    const expired = index % EXPIRED_EVERY === EXPIRED_EVERY - 1
    const row = {
      id: fixedId(`imported ${sourceId}`),
      employerId: null,
      source: 'nva' as const,
      sourceId,
      sourceEmployer: firm,
      sourceEmployerKey: companyNameKey(firm),
      sourceHash: fixedId(`hash ${sourceId}`),
      state: 'published' as const,
      visibility: 'public' as const,
      title,
      occupation: isco,
      description: text,
      municipality: place.municipality,
      place: place.name,
      lat: place.coordinates.lat,
      lon: place.coordinates.lon,
      payFromCents: from * 100,
      payToCents: to * 100,
      payPeriod: 'month' as const,
      shifts: [],
      contexts: [...(occupationByIsco(isco)?.contexts ?? [])],
      requirements: NO_REQUIREMENTS,
      terms: TERMS_NOT_ASKED,
      supportOffered: [],
      supportWanted: [],
      publishedAt,
      expiresAt: endOfDay(calendar.day(expired ? -1 : random.between(8, 55))),
      createdAt: publishedAt,
      updatedAt: publishedAt,
    }
    return { row, stances: stancesOf('not_asked').map((stance) => ({ vacancyId: row.id, ...stance })) }
  })
  return { vacancies: made.map(({ row }) => row), stances: made.flatMap(({ stances }) => stances) }
}
