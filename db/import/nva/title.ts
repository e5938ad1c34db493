// The register writes occupations partly in capitals ("Mazumtirdzniecības veikala PĀRDEVĒJS"); people read them in sentence case.

/** Stay in capitals: abbreviations, and driving and tractor categories. */
const ABBREVIATIONS = new Set([
  ...[
    'AM',
    'A',
    'B',
    'BE',
    'C',
    'CE',
    'C1',
    'D',
    'DE',
    'TR',
    'TR1',
    'TR2',
    'ADR',
    'CNC',
    'IT',
    'DUS',
    'MIG',
    'MAG',
    'TIG',
    'MMA',
    'CAD',
    'SIA',
    'AS',
    'IK',
    'ZS',
  ],
  ...['ES', 'ISO', 'HR', 'PR', 'NVA', 'VPD', 'VW', 'PLC', 'SAP', 'CV', 'TV', 'BMX', 'LED', 'PVC', 'GPS', 'USB', 'ERP'],
])

/** "pārdevējs/-A". */
const FEMININE_END = /(?<=\p{Ll}\s?\/\s?-\s?)\p{Lu}(?!\p{L})/gu
const WORD = /[\p{L}\p{N}]+/gu

function shouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** Lower case for every shouted word that is not an abbreviation; a capital first letter. */
export function readTitle(title: string): string {
  const calm = title.replace(WORD, (word) => (shouted(word) && !ABBREVIATIONS.has(word) ? word.toLowerCase() : word))
  return calm.replace(FEMININE_END, (ending) => ending.toLowerCase()).replace(/\p{L}/u, (letter) => letter.toUpperCase())
}
