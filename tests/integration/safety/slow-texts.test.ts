// Texts made to keep a pattern busy: as long as a form takes them, or a record of the register, each is read in no time.
import { expect, test } from 'vitest'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { findMunicipality, findPlace } from '#app/domain/places/places.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { readRecord } from '#db/import/nva/read.ts'
import { languageOf, queryWords, tokensOf } from '#search/index/analysis/analysis.ts'

const LETTERS = 20_000
/** Far above what a loaded machine needs for a pattern that does not go back and forth. */
const MOST_MS = 1000
const PARTS = [
  'a',
  ' ',
  '1',
  '2',
  '+',
  '@',
  'a@',
  'a.',
  '<',
  '<a',
  '<b>',
  '</b>',
  '<a href="',
  '&lt;',
  '&',
  '•',
  '• ',
  '- ',
  '\n',
  '\n\n',
  '\t',
  '(',
  '37',
  '371 2',
  '2 2',
  '010190',
  '3200000',
  '+371',
  'tel ',
  'tel: 2',
  'kontaktpersona:',
  'zvanīt ',
  'Anna Anna ',
  'не ',
  'колонии ',
  'мест ',
  'бывш ',
  'cietum',
  'SIA ',
  '"',
  'Aa ',
  '\u0001',
  '\u200b',
  '\ue000',
  'ā\u0304',
  '\u0304',
  '\u0304\u0323',
  "a'",
  '\u00ad',
  '1 EUR',
  '0,0',
  '1.1.',
  'n o ',
  'n.o-',
  'aа',
  'a1',
  'aa',
  'not.iesāt-',
  'ne',
  'ex-',
  'ieslodz',
  'serve a ',
  'отбыл ',
  '2.',
  '2-9 ',
  '0 1 ',
  '01.',
  '+(371) ',
  '2O',
  ' at a',
  'a(at)',
  'a dot ',
  'a собака ',
  'viens ',
  't.me/',
  'tg: @',
  'a @',
  'O1 ',
  ' – at',
  '¤',
]
const TEXTS = PARTS.flatMap((part) => {
  const long = part.repeat(Math.ceil(LETTERS / part.length)).slice(0, LETTERS)
  return [long, `${long}!`, `x${long}\n`]
})

/** The slowest of them, in milliseconds. */
function slowest(read: (text: string) => unknown): { ms: number; text: string } {
  return TEXTS.map((text) => {
    const start = performance.now()
    read(text)
    return { ms: performance.now() - start, text: text.slice(0, 20) }
  }).reduce((worst, one) => (one.ms > worst.ms ? one : worst))
}

const record = (more: Record<string, unknown>) => ({
  id: 1,
  profesija: 'Pavārs',
  uznemums: 'SIA "Izdomātais"',
  adrese: 'LATVIJA, Liepāja',
  aktuala_lidz: '2026-12-31',
  ...more,
})

test.each([
  ['the check of a text before it is published', checkText],
  ['the key of a company’s name', companyNameKey],
  ['the words of a search', queryWords],
  ['the words of a text', (text: string) => tokensOf(text, languageOf(text))],
  ['a place', findPlace],
  ['a municipality', findMunicipality],
  ['the description in a record of the register', (text: string) => readRecord(record({ darba_apraksts: text }))],
  ['the address in a record', (text: string) => readRecord(record({ adrese: text }))],
  ['the title in a record', (text: string) => readRecord(record({ profesija: text }))],
  ['the employer in a record', (text: string) => readRecord(record({ uznemums: text }))],
  ['the pay in a record', (text: string) => readRecord(record({ alga_no_lidz: text }))],
  ['the days in a record', (text: string) => readRecord(record({ aktuala_lidz: text, publicesanas_datums: text }))],
] satisfies [string, (text: string) => unknown][])('%s', { timeout: 60_000 }, (_what, read) => {
  const { ms, text } = slowest(read)
  expect(ms, text).toBeLessThan(MOST_MS)
})
