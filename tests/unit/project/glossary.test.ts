// The glossary says what is true: each word of its code column stands in the code.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = ['app', 'db']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const ROWS = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| lv '))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('every word of the code column stands in the code', () => {
  const words = ROWS.flatMap(([, , , , code = '']) => [...code.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
  expect(words.length).toBeGreaterThan(40)
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(SOURCE))).toEqual([])
})

test('every word has one row', () => {
  const names = ROWS.map(([, , , english = '']) => english)
  expect(names.filter((name, nth) => names.indexOf(name) !== nth)).toEqual([])
})
