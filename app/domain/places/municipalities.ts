// The municipalities of Latvia since 1 July 2021, by the code that databases keep.

type Region = 'kurzeme' | 'zemgale' | 'vidzeme' | 'latgale' | 'riga'

export type Municipality = { code: string; name: string; region: Region }

/** `centre` is where its council sits, in the city that it lies around where it has no town of its own for that. */
type Row = [code: string, name: string, region: Region, centre: string]

// Varakļānu novads stood alone from 2021 and joined Madonas novads in 2025 (unverified), so 42 of the 43 are here; old addresses find it as a former one.
const ROWS: readonly Row[] = [
  ['liepaja', 'Liepāja', 'kurzeme', 'Liepāja'],
  ['ventspils', 'Ventspils', 'kurzeme', 'Ventspils'],
  ['dienvidkurzeme', 'Dienvidkurzemes novads', 'kurzeme', 'Grobiņa'],
  ['kuldiga', 'Kuldīgas novads', 'kurzeme', 'Kuldīga'],
  ['saldus', 'Saldus novads', 'kurzeme', 'Saldus'],
  ['talsi', 'Talsu novads', 'kurzeme', 'Talsi'],
  ['tukums', 'Tukuma novads', 'kurzeme', 'Tukums'],
  ['ventspils-novads', 'Ventspils novads', 'kurzeme', 'Ventspils'],
  ['jelgava', 'Jelgava', 'zemgale', 'Jelgava'],
  ['aizkraukle', 'Aizkraukles novads', 'zemgale', 'Aizkraukle'],
  ['bauska', 'Bauskas novads', 'zemgale', 'Bauska'],
  ['dobele', 'Dobeles novads', 'zemgale', 'Dobele'],
  ['jelgavas-novads', 'Jelgavas novads', 'zemgale', 'Jelgava'],
  ['jekabpils', 'Jēkabpils novads', 'zemgale', 'Jēkabpils'],
  ['aluksne', 'Alūksnes novads', 'vidzeme', 'Alūksne'],
  ['cesis', 'Cēsu novads', 'vidzeme', 'Cēsis'],
  ['gulbene', 'Gulbenes novads', 'vidzeme', 'Gulbene'],
  ['limbazi', 'Limbažu novads', 'vidzeme', 'Limbaži'],
  ['madona', 'Madonas novads', 'vidzeme', 'Madona'],
  ['ogre', 'Ogres novads', 'vidzeme', 'Ogre'],
  ['smiltene', 'Smiltenes novads', 'vidzeme', 'Smiltene'],
  ['valka', 'Valkas novads', 'vidzeme', 'Valka'],
  ['valmiera', 'Valmieras novads', 'vidzeme', 'Valmiera'],
  ['daugavpils', 'Daugavpils', 'latgale', 'Daugavpils'],
  ['rezekne', 'Rēzekne', 'latgale', 'Rēzekne'],
  ['augsdaugava', 'Augšdaugavas novads', 'latgale', 'Daugavpils'],
  ['balvi', 'Balvu novads', 'latgale', 'Balvi'],
  ['kraslava', 'Krāslavas novads', 'latgale', 'Krāslava'],
  ['livani', 'Līvānu novads', 'latgale', 'Līvāni'],
  ['ludza', 'Ludzas novads', 'latgale', 'Ludza'],
  ['preili', 'Preiļu novads', 'latgale', 'Preiļi'],
  ['rezeknes-novads', 'Rēzeknes novads', 'latgale', 'Rēzekne'],
  ['riga', 'Rīga', 'riga', 'Rīga'],
  ['jurmala', 'Jūrmala', 'riga', 'Jūrmala'],
  ['adazi', 'Ādažu novads', 'riga', 'Ādaži'],
  ['kekava', 'Ķekavas novads', 'riga', 'Ķekava'],
  ['marupe', 'Mārupes novads', 'riga', 'Mārupe'],
  ['olaine', 'Olaines novads', 'riga', 'Olaine'],
  ['ropazi', 'Ropažu novads', 'riga', 'Ulbroka'],
  ['salaspils', 'Salaspils novads', 'riga', 'Salaspils'],
  ['saulkrasti', 'Saulkrastu novads', 'riga', 'Saulkrasti'],
  ['sigulda', 'Siguldas novads', 'riga', 'Sigulda'],
]

export const MUNICIPALITIES: readonly Municipality[] = ROWS.map(([code, name, region]) => ({ code, name, region }))
/** Codes of the eight municipalities of Kurzeme. */
export const KURZEME: readonly string[] = MUNICIPALITIES.filter(({ region }) => region === 'kurzeme').map(({ code }) => code)
export const COUNCIL_SEATS: ReadonlyMap<string, string> = new Map(ROWS.map(([code, , , centre]) => [code, centre]))

const BY_CODE: ReadonlyMap<string, Municipality> = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]))

export function municipalityByCode(code: string): Municipality | undefined {
  return BY_CODE.get(code)
}

/** The name people read; the code itself when it is not one of ours. */
export function municipalityName(code: string): string {
  return BY_CODE.get(code)?.name ?? code
}
