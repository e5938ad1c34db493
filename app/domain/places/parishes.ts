// Parishes in the genitive, as addresses write them ("Medzes pag."), by the municipality of today: from memory, compared with two public lists.

/** Two namesakes are here twice: Pilskalnes and Salas; the first in this order is meant unless the municipality is named beside it. */
const BY_MUNICIPALITY: Record<string, string> = {
  dienvidkurzeme: `
    Aizputes Bārtas Bunkas Cīravas Dunalkas Dunikas Durbes Embūtes Gaviezes Gramzdas Grobiņas Kalētu Kalvenes Kazdangas
    Lažas Medzes Nīcas Otaņķu Priekules Rucavas Sakas Tadaiķu Vaiņodes Vecpils Vērgales Virgas`,
  kuldiga: `
    Alsungas Ēdoles Gudenieku Īvandes Kabiles Kurmāles Laidu Nīkrāces Padures Pelču Raņķu Rendas Rudbāržu Rumbas Skrundas
    Snēpeles Turlavas Vārmes`,
  saldus: `
    Blīdenes Cieceres Ezeres Gaiķu Jaunauces Jaunlutriņu Kursīšu Lutriņu Nīgrandes Novadnieku Pampāļu Remtes Rubas Saldus
    Šķēdes Vadakstes Zaņas Zirņu Zvārdes`,
  talsi: `
    Abavas Ārlavas Balgales Dundagas Ģibuļu Īves Kolkas Ķūļciema Laidzes Laucienes Lībagu Lubes Mērsraga Rojas Strazdes
    Valdgales Vandzenes Virbu`,
  tukums: `
    Cēres Degoles Džūkstes Engures Irlavas Jaunpils Jaunsātu Kandavas Lapmežciema Lestenes Matkules Pūres Sēmes Slampes
    Smārdes Tumes Vānes Viesatu Zantes Zemītes Zentenes`,
  'ventspils-novads': 'Ances Jūrkalnes Piltenes Popes Puzes Tārgales Ugāles Usmas Užavas Vārves Ziru Zlēku',
  aizkraukle: `
    Aiviekstes Aizkraukles Bebru Daudzeses Iršu Jaunjelgavas Klintaines Kokneses Mazzalves Neretas Pilskalnes Seces Sērenes
    Skrīveru Staburaga Sunākstes Vietalvas Zalves`,
  bauska: `
    Bārbeles Brunavas Ceraukstes Codes Dāviņu Gailīšu Iecavas Īslīces Kurmenes Mežotnes Rundāles Skaistkalnes Stelpes
    Svitenes Valles Vecsaules Vecumnieku Viesturu`,
  dobele: `
    Annenieku Augstkalnes Auru Bēnes Bērzes Bikstu Bukaišu Dobeles Īles Jaunbērzes Krimūnu Lielauces Naudītes Penkules
    Tērvetes Ukru Vecauces Vītiņu Zebrenes`,
  'jelgavas-novads': `
    Cenu Elejas Glūdas Jaunsvirlaukas Kalnciema Lielplatones Līvbērzes Ozolnieku Platones Salgales Sesavas Svētes Valgundes
    Vilces Vircavas Zaļenieku`,
  jekabpils: `
    Aknīstes Asares Atašienes Ābeļu Dignājas Dunavas Elkšņu Gārsenes Kalna Krustpils Kūku Leimaņu Mežāres Rites Rubenes
    Salas Saukas Sēlpils Variešu Viesītes Vīpes Zasas`,
  aluksne: `
    Alsviķu Annas Ilzenes Jaunalūksnes Jaunannas Jaunlaicenes Kalncempju Liepnas Malienas Mālupes Mārkalnes Pededzes
    Veclaicenes Zeltiņu Ziemera`,
  cesis: `
    Amatas Drabešu Dzērbenes Inešu Jaunpiebalgas Kaives Liepas Līgatnes Mārsnēnu Nītaures Priekuļu Raiskuma Skujenes Stalbes
    Straupes Taurenes Vaives Vecpiebalgas Veselavas Zaubes Zosēnu`,
  gulbene: 'Beļavas Daukstu Druvienas Galgauskas Jaungulbenes Lejasciema Litenes Lizuma Līgo Rankas Stāmerienas Stradu Tirzas',
  limbazi: `
    Ainažu Alojas Braslavas Brīvzemnieku Katvaru Liepupes Limbažu Pāles Salacgrīvas Skultes Staiceles Umurgas Vidrižu
    Viļķenes`,
  madona: `
    Aronas Barkavas Bērzaunes Cesvaines Dzelzavas Ērgļu Indrānu Jumurdas Kalsnavas Lazdonas Liezēres Ļaudonas Mārcienas
    Mētrienas Murmastienes Ošupes Praulienas Sarkaņu Sausnējas Varakļānu Vestienas`,
  ogre: `
    Birzgales Jumpravas Krapes Ķeipenes Lauberes Lēdmanes Lielvārdes Madlienas Mazozolu Meņģeles Ogresgala Rembates Suntažu
    Taurupes Tīnūžu Tomes`,
  smiltene: 'Apes Bilskas Blomes Brantu Drustu Gaujienas Grundzāles Launkalnes Palsmanes Raunas Smiltenes Trapenes Variņu Virešu',
  valka: 'Ērģemes Kārķu Valkas Vijciema Zvārtavas',
  valmiera: `
    Bērzaines Brenguļu Burtnieku Dikļu Ēveles Ipiķu Jeru Jērcēnu Kauguru Kocēnu Ķoņu Lodes Matīšu Naukšēnu Plāņu Ramatas
    Rencēnu Sēļu Skaņkalnes Trikātas Vaidavas Valmieras Vecates Vilpulkas Zilākalna`,
  augsdaugava: `
    Ambeļu Bebrenes Biķernieku Demenes Dubnas Dvietes Eglaines Kalkūnes Kalupes Laucesas Līksnas Maļinovas Medumu Naujenes
    Nīcgales Pilskalnes Prodes Salienas Skrudalienas Sventes Šēderes Tabores Vaboles Vecsalienas Višķu`,
  balvi: `
    Baltinavas Balvu Bērzkalnes Bērzpils Briežuciema Krišjāņu Kubulu Kupravas Lazdukalna Lazdulejas Medņevas Rugāju Susāju
    Šķilbēnu Tilžas Vectilžas Vecumu Vīksnas Žīguru`,
  kraslava: `
    Andrupenes Andzeļu Asūnes Aulejas Bērziņu Dagdas Ezernieku Grāveru Indras Izvaltas Kalniešu Kaplavas Kastuļinas Kombuļu
    Konstantinovas Krāslavas Ķepovas Piedrujas Robežnieku Skaistas Svariņu Šķaunes Šķeltovas Ūdrīšu`,
  livani: 'Jersikas Līvānu Rožupes Rudzātu Sutru Turku',
  ludza: `
    Blontu Briģu Ciblas Cirmas Goliševas Isnaudas Istras Lauderu Līdumnieku Malnavas Mežvidu Mērdzenes Nirzas Ņukšu Pasienes
    Pildas Pureņu Pušmucovas Rundēnu Salnavas Zaļesjes Zvirgzdenes`,
  preili: 'Aglonas Aizkalnes Galēnu Pelēču Preiļu Riebiņu Rožkalnu Rušonas Saunas Silajāņu Sīļukalna Stabulnieku Upmalas Vārkavas',
  'rezeknes-novads': `
    Audriņu Bērzgales Čornajas Dekšāres Dricānu Feimaņu Gaigalavas Griškānu Ilzeskalna Kantinieku Kaunatas Lendžu Lūznavas
    Maltas Mākoņkalna Nagļu Nautrēnu Ozolaines Ozolmuižas Pušas Rikavas Sakstagala Silmalas Sokolku Stoļerovas Stružānu
    Vērēmu Viļānu`,
  adazi: 'Ādažu Carnikavas',
  kekava: 'Baldones Daugmales Ķekavas',
  marupe: 'Babītes Mārupes Salas',
  olaine: 'Olaines',
  ropazi: 'Garkalnes Ropažu Stopiņu',
  salaspils: 'Salaspils',
  saulkrasti: 'Saulkrastu Sējas',
  sigulda: 'Allažu Inčukalna Krimuldas Lēdurgas Mālpils Mores Siguldas',
}

/** Genitive → code. */
export const PARISHES: readonly (readonly [genitive: string, code: string])[] = Object.entries(BY_MUNICIPALITY).flatMap(([code, names]) =>
  names
    .trim()
    .split(/\s+/u)
    .map((name) => [name, code] as const),
)
