// Which municipality of today an old address lies in: the novadi of 2009–2021 (and Varakļāni to 2025) with their centres, and the districts before.

/**
 * By the code of today’s municipality, the former ones in it: the name in the genitive and the centre. Only the 78 of 110 whose names are no longer
 * in use; written from memory, the names compared with a public list of 2009.
 */
export const FORMER_ROWS: Record<string, readonly [genitive: string, centre: string][]> = {
  dienvidkurzeme: [
    ['Aizputes', 'Aizpute'],
    ['Durbes', 'Durbe'],
    ['Grobiņas', 'Grobiņa'],
    ['Nīcas', 'Nīca'],
    ['Pāvilostas', 'Pāvilosta'],
    ['Priekules', 'Priekule'],
    ['Rucavas', 'Rucava'],
    ['Vaiņodes', 'Vaiņode'],
  ],
  kuldiga: [
    ['Alsungas', 'Alsunga'],
    ['Skrundas', 'Skrunda'],
  ],
  saldus: [['Brocēnu', 'Brocēni']],
  talsi: [
    ['Dundagas', 'Dundaga'],
    ['Mērsraga', 'Mērsrags'],
    ['Rojas', 'Roja'],
  ],
  tukums: [
    ['Engures', 'Engure'],
    ['Jaunpils', 'Jaunpils'],
    ['Kandavas', 'Kandava'],
  ],
  aizkraukle: [
    ['Jaunjelgavas', 'Jaunjelgava'],
    ['Kokneses', 'Koknese'],
    ['Neretas', 'Nereta'],
    ['Pļaviņu', 'Pļaviņas'],
    ['Skrīveru', 'Skrīveri'],
  ],
  bauska: [
    ['Iecavas', 'Iecava'],
    ['Rundāles', 'Pilsrundāle'],
    ['Vecumnieku', 'Vecumnieki'],
  ],
  dobele: [
    ['Auces', 'Auce'],
    ['Tērvetes', 'Tērvete'],
  ],
  'jelgavas-novads': [['Ozolnieku', 'Ozolnieki']],
  jekabpils: [
    ['Aknīstes', 'Aknīste'],
    ['Krustpils', 'Krustpils'],
    ['Salas', 'Sala'],
    ['Viesītes', 'Viesīte'],
  ],
  cesis: [
    ['Amatas', 'Drabeši'],
    ['Jaunpiebalgas', 'Jaunpiebalga'],
    ['Līgatnes', 'Līgatne'],
    ['Pārgaujas', 'Stalbe'],
    ['Priekuļu', 'Priekuļi'],
    ['Vecpiebalgas', 'Vecpiebalga'],
  ],
  limbazi: [
    ['Alojas', 'Aloja'],
    ['Salacgrīvas', 'Salacgrīva'],
  ],
  madona: [
    ['Cesvaines', 'Cesvaine'],
    ['Ērgļu', 'Ērgļi'],
    ['Lubānas', 'Lubāna'],
    ['Varakļānu', 'Varakļāni'],
  ],
  ogre: [
    ['Ikšķiles', 'Ikšķile'],
    ['Ķeguma', 'Ķegums'],
    ['Lielvārdes', 'Lielvārde'],
  ],
  smiltene: [
    ['Apes', 'Ape'],
    ['Raunas', 'Rauna'],
  ],
  valmiera: [
    ['Beverīnas', 'Mūrmuiža'],
    ['Burtnieku', 'Burtnieki'],
    ['Kocēnu', 'Kocēni'],
    ['Mazsalacas', 'Mazsalaca'],
    ['Naukšēnu', 'Naukšēni'],
    ['Rūjienas', 'Rūjiena'],
    ['Strenču', 'Strenči'],
  ],
  augsdaugava: [
    ['Daugavpils', 'Daugavpils'],
    ['Ilūkstes', 'Ilūkste'],
  ],
  balvi: [
    ['Baltinavas', 'Baltinava'],
    ['Rugāju', 'Rugāji'],
    ['Viļakas', 'Viļaka'],
  ],
  kraslava: [['Dagdas', 'Dagda']],
  ludza: [
    ['Ciblas', 'Cibla'],
    ['Kārsavas', 'Kārsava'],
    ['Zilupes', 'Zilupe'],
  ],
  // Aglonas novads was divided: Aglona itself went to Preiļi, three of its parishes to Krāslava.
  preili: [
    ['Aglonas', 'Aglona'],
    ['Riebiņu', 'Riebiņi'],
    ['Vārkavas', 'Vecvārkava'],
  ],
  'rezeknes-novads': [['Viļānu', 'Viļāni']],
  adazi: [['Carnikavas', 'Carnikava']],
  kekava: [['Baldones', 'Baldone']],
  marupe: [['Babītes', 'Piņķi']],
  ropazi: [
    // Its council sat in Berģi, which is more Riga than Ropaži.
    ['Garkalnes', 'Garkalne'],
    ['Stopiņu', 'Ulbroka'],
  ],
  saulkrasti: [['Sējas', 'Sēja']],
  sigulda: [
    ['Inčukalna', 'Inčukalns'],
    ['Krimuldas', 'Ragana'],
    ['Mālpils', 'Mālpils'],
  ],
}

/** A district of before 2009 that bears another name today, its genitive alone meaning the city. Rīgas rajons is in ten municipalities: it means none. */
export const FORMER_DISTRICTS: Record<string, string> = { Liepājas: 'dienvidkurzeme' }
