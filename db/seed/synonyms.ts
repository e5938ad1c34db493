// The words people use every day, and those that adverts and the list of occupations use: the synonym rules a new site begins with.
import type { Instant } from '#app/domain/shared/day.ts'
import { phrasesIn, ruleProblem, type SynonymText } from '#app/domain/search/synonym.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import { searchSynonym } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'
import { liveSynonyms, synonymColumns } from '#db/search/synonyms.ts'

/**
 * `=` is two-way; `>` one-way: whoever looks for the left also finds the right. One step only, so the right says all that is meant. A feminine
 * that has the same stem needs no rule.
 */
type Row = readonly [key: string, from: string, means: '=' | '>', to: string]

const LATVIAN: readonly Row[] = [
  ['lv-driver', 'šoferis', '=', 'autovadītājs'],
  ['lv-lorry', 'kravas auto vadītājs, kravas automašīnas vadītājs', '=', 'kravas automobiļa vadītājs'],
  ['lv-long-haul', 'fūrists, tālbraucējs, fūres vadītājs', '>', 'kravas automobiļa vadītājs, kravas auto vadītājs'],
  ['lv-category-c', 'C kategorija, CE kategorija', '>', 'kravas automobiļa vadītājs, kravas auto vadītājs'],
  ['lv-category-d', 'D kategorija', '>', 'autobusa vadītājs'],
  ['lv-category-b', 'B kategorija', '>', 'autovadītājs'],
  ['lv-code-95', '95. kods, kods 95', '>', 'kravas automobiļa vadītājs, autobusa vadītājs'],
  ['lv-taxi', 'taksists', '=', 'taksometra vadītājs'],
  ['lv-courier', 'piegādātājs', '=', 'kurjers'],
  ['lv-welder', 'TIG metinātājs, MIG metinātājs, MAG metinātājs, MIG MAG, pusautomāts, elektrometinātājs', '>', 'metinātājs'],
  ['lv-welder-spoken', 'svarščiks', '>', 'metinātājs'],
  ['lv-plumber', 'santehniķis', '=', 'cauruļu montētājs, ūdensvada montētājs'],
  ['lv-car-mechanic', 'autoslēdznieks, auto atslēdznieks', '=', 'automehāniķis'],
  ['lv-fitter', 'atslēdznieks', '=', 'remontatslēdznieks'],
  ['lv-fitter-spoken', 'slēsars', '>', 'atslēdznieks, remontatslēdznieks'],
  ['lv-tyres', 'riepu montētājs', '=', 'riepu maiņas meistars'],
  ['lv-turner', 'tokārs', '>', 'virpotājs'],
  ['lv-electrician', 'elektromontieris, elektroinstalāciju montētājs', '=', 'elektriķis'],
  ['lv-assembler', 'montieris', '=', 'montētājs'],
  ['lv-cleaner', 'apkopēja', '=', 'uzkopējs, uzkopšanas darbinieks, telpu uzkopējs'],
  ['lv-yard', 'ielu slaucītājs, teritorijas uzkopējs, labiekārtošanas strādnieks', '=', 'sētnieks'],
  ['lv-yard-spoken', 'dvorņiks', '>', 'sētnieks'],
  ['lv-handyman', 'mājas meistars, saimniecības strādnieks', '=', 'remontstrādnieks'],
  ['lv-refuse', 'atkritumu vācējs, atkritumu izvedējs', '=', 'atkritumu savācējs'],
  ['lv-boiler', 'katlu mājas operators', '=', 'kurinātājs'],
  ['lv-car-wash', 'automazgātavas darbinieks', '=', 'auto mazgātājs'],
  ['lv-guard', 'sargs, apsardzes darbinieks', '=', 'apsargs'],
  ['lv-waiter', 'oficiants', '=', 'viesmīlis'],
  ['lv-kitchen', 'virtuves palīgs, trauku mazgātājs', '>', 'virtuves strādnieks'],
  ['lv-baker', 'beķeris, maizes cepējs', '=', 'maiznieks'],
  ['lv-butcher', 'miesnieks', '=', 'gaļas apstrādātājs, gaļas izcirtējs'],
  ['lv-fish', 'zivju apstrādes strādnieks, zivju pārstrādes darbinieks', '=', 'zivju apstrādātājs'],
  ['lv-loader', 'lādētājs', '=', 'krāvējs'],
  ['lv-loader-spoken', 'grūzčiks', '>', 'krāvējs'],
  ['lv-forklift', 'kārists, kāras vadītājs, kāra vadītājs, elektrokāra vadītājs', '>', 'autoiekrāvēja vadītājs, autoiekrāvējs'],
  ['lv-forklift-machine', 'iekrāvējs, iekrāvēja vadītājs', '=', 'autoiekrāvējs, autoiekrāvēja vadītājs'],
  ['lv-warehouse', 'noliktavnieks, noliktavas strādnieks', '=', 'noliktavas darbinieks'],
  ['lv-picker', 'komplektētājs', '=', 'pasūtījumu atlasītājs, preču atlasītājs'],
  ['lv-packer', 'pakotājs', '=', 'fasētājs, iepakotājs, iesaiņotājs'],
  ['lv-shop', 'veikala darbinieks, tirgotājs', '=', 'pārdevējs'],
  ['lv-shelves', 'plauktu kārtotājs, preču kārtotājs', '=', 'preču izlicējs'],
  ['lv-petrol', 'benzīntanka darbinieks, DUS darbinieks', '=', 'degvielas uzpildes stacijas darbinieks'],
  ['lv-builder', 'celtnieks', '=', 'būvstrādnieks, būvnieks'],
  ['lv-labourer', 'melnais darbs, melnstrādnieks, gadījuma darbs, haltūra, palīgs', '>', 'palīgstrādnieks'],
  ['lv-factory', 'rūpnīcas strādnieks, fabrikas strādnieks, konveijera strādnieks', '>', 'ražošanas palīgstrādnieks'],
  ['lv-painter', 'maļars', '>', 'krāsotājs'],
  ['lv-plasterer', 'špaktelētājs', '>', 'apmetējs'],
  ['lv-plasterboard', 'reģipša montētājs, sausās būves montētājs', '=', 'ģipškartona montētājs'],
  ['lv-tiler', 'flīžu licējs', '=', 'flīzētājs'],
  ['lv-roofer', 'jumta klājējs, jumtu meistars', '=', 'jumiķis'],
  ['lv-concrete', 'betonists', '=', 'betonētājs'],
  ['lv-road', 'ceļinieks', '>', 'ceļu būves strādnieks'],
  ['lv-excavator', 'ekskavatorists, ekskavatora operators', '=', 'ekskavatora vadītājs'],
  ['lv-crane', 'krānists, celtņa operators', '=', 'celtņa vadītājs'],
  ['lv-tractor', 'traktora vadītājs, traktortehnikas vadītājs', '=', 'traktorists'],
  ['lv-carpenter', 'plotņiks', '>', 'namdaris'],
  ['lv-furniture', 'mēbeļnieks', '=', 'mēbeļu galdnieks'],
  ['lv-sawmill', 'gaterists, gatera strādnieks', '>', 'kokzāģētavas operators'],
  ['lv-chainsaw', 'zāģeris', '=', 'motorzāģa operators, motorzāģētājs'],
  ['lv-forest', 'mežstrādnieks, mežcirtējs', '=', 'meža strādnieks'],
  ['lv-gardener', 'dārznieks, apzaļumotājs', '=', 'dārza strādnieks'],
  ['lv-field', 'ogu lasītājs, ražas vācējs, sezonas strādnieks', '>', 'laukstrādnieks'],
  ['lv-sewer', 'drēbnieks, skroderis', '>', 'šuvējs'],
  ['lv-sailor', 'jūrnieks', '=', 'matrozis'],
  ['lv-care', 'slimnieku kopējs', '=', 'aprūpētājs'],
  ['lv-part-time', 'pusslodze, nepilna slodze', '=', 'nepilns darba laiks'],
]

const RUSSIAN: readonly Row[] = [
  ['ru-driver', 'шофёр', '=', 'водитель'],
  ['ru-long-haul', 'дальнобойщик, водитель фуры', '>', 'водитель грузовика'],
  ['ru-lorry', 'водитель грузового автомобиля', '=', 'водитель грузовика'],
  // Typed with Latin or with Cyrillic letters: they look the same.
  ['ru-category-c', 'категория C, категория CE, категория С, категория СЕ', '>', 'водитель грузовика'],
  ['ru-category-d', 'категория D, категория Д', '>', 'водитель автобуса'],
  ['ru-courier', 'доставщик, разносчик', '=', 'курьер'],
  ['ru-welder', 'электросварщик, сварной, аргонщик, полуавтомат', '>', 'сварщик'],
  ['ru-labourer', 'разнорабочий, подсобник', '=', 'подсобный рабочий'],
  ['ru-labourer-spoken', 'чернорабочий', '>', 'подсобный рабочий, разнорабочий'],
  ['ru-builder', 'строитель', '=', 'строительный рабочий, рабочий на стройке'],
  ['ru-electrician', 'электромонтёр', '=', 'электрик'],
  ['ru-plumber', 'водопроводчик', '=', 'сантехник'],
  ['ru-car-mechanic', 'автослесарь', '=', 'автомеханик'],
  ['ru-cleaner', 'уборщица, техничка, клинер', '=', 'уборщик'],
  ['ru-yard', 'уборщик территории', '=', 'дворник'],
  ['ru-refuse', 'мусорщик', '>', 'рабочий по вывозу мусора'],
  ['ru-boiler', 'истопник, оператор котельной', '=', 'кочегар'],
  ['ru-dishes', 'посудомойка, посудомойщик', '=', 'мойщик посуды'],
  ['ru-kitchen', 'посудомойка, посудомойщик, мойщик посуды', '>', 'кухонный рабочий'],
  ['ru-cook', 'повариха', '=', 'повар'],
  ['ru-waiter', 'официантка', '=', 'официант'],
  ['ru-warehouse', 'кладовщик, складской рабочий', '=', 'работник склада'],
  ['ru-forklift', 'карщик, водитель кары', '>', 'водитель погрузчика'],
  ['ru-forklift-machine', 'водитель автопогрузчика', '=', 'водитель погрузчика'],
  ['ru-packer', 'упаковщик', '=', 'фасовщик'],
  ['ru-shop', 'продавщица', '=', 'продавец'],
  ['ru-guard', 'сторож, вахтёр', '=', 'охранник'],
  ['ru-finisher', 'отделочник', '>', 'маляр, штукатур, плиточник'],
  ['ru-excavator', 'машинист экскаватора, водитель экскаватора', '=', 'экскаваторщик'],
  ['ru-crane', 'машинист крана', '=', 'крановщик'],
  ['ru-forest', 'лесоруб, вальщик леса', '=', 'лесной рабочий'],
  ['ru-gardener', 'садовник, озеленитель', '=', 'рабочий в саду'],
  ['ru-milker', 'доярка', '=', 'дояр'],
  ['ru-sewer', 'портной, портниха', '>', 'швея'],
  ['ru-sailor', 'моряк', '=', 'матрос'],
  ['ru-care', 'сиделка', '>', 'работник по уходу'],
  ['ru-part-time', 'неполная занятость, полставки', '=', 'неполный рабочий день'],
]

const ENGLISH: readonly Row[] = [
  ['en-driver', 'chauffeur', '=', 'driver'],
  ['en-lorry', 'truck', '=', 'lorry'],
  ['en-lorry-driver', 'trucker, HGV driver, category C', '>', 'lorry driver'],
  ['en-forklift', 'fork lift', '=', 'forklift'],
  ['en-cleaner', 'janitor, cleaning lady', '>', 'cleaner'],
  ['en-mason', 'mason', '=', 'bricklayer'],
  ['en-handyman', 'odd job man', '=', 'handyman'],
  ['en-labourer', 'construction worker, laborer', '=', 'building labourer'],
  ['en-carpenter', 'carpenter', '>', 'joiner, house carpenter'],
  ['en-car-mechanic', 'auto mechanic', '=', 'car mechanic'],
  ['en-guard', 'watchman', '>', 'security guard'],
  ['en-shop', 'sales assistant, salesperson', '=', 'shop assistant'],
  ['en-warehouse', 'storekeeper, warehouse operative', '=', 'warehouse worker'],
  ['en-kitchen', 'dishwasher, kitchen porter', '>', 'kitchen helper'],
  ['en-waiter', 'waitress', '=', 'waiter'],
  ['en-excavator', 'digger driver', '>', 'excavator operator'],
  ['en-forest', 'logger, lumberjack', '>', 'forestry worker'],
  ['en-refuse', 'bin man, garbage collector', '=', 'refuse collector'],
  ['en-gardener', 'gardener, landscaper', '=', 'garden worker'],
  ['en-sewer', 'seamstress, tailor', '>', 'sewing machine operator'],
  ['en-sailor', 'sailor, seaman', '=', 'deckhand'],
]

export const SYNONYMS: readonly (SynonymText & { seedKey: string })[] = [...LATVIAN, ...RUSSIAN, ...ENGLISH].map(
  ([seedKey, from, means, to]) => ({ seedKey, from: phrasesIn(from), to: phrasesIn(to), twoWay: means === '=' }),
)

/**
 * Puts in those that were never there: what a coordinator changed or retired stays so. One that cannot stand beside a coordinator's own
 * rules waits for a later start.
 */
export async function seedSynonyms(tx: Tx, now: Instant): Promise<void> {
  const known = new Set((await tx.select({ key: searchSynonym.seedKey }).from(searchSynonym)).map(({ key }) => key))
  const live: SynonymText[] = await liveSynonyms(tx)
  // The list itself is sound (a test sees to it): only somebody's own rules can stand in its way.
  const alone = live.length === 0
  const added: string[] = []
  for (const { seedKey, ...rule } of SYNONYMS) {
    if (known.has(seedKey) || (!alone && ruleProblem(rule, live) !== null)) continue
    await tx.insert(searchSynonym).values({ id: seedKey, ...synonymColumns(rule), seedKey, updatedAt: now })
    live.push(rule)
    added.push(seedKey)
  }
  await recordChanges(tx, 'search_synonym', added)
}
