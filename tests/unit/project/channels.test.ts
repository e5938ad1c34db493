// The list of channels is whole: each module by which something leaves the program stands in it, and none that has stopped doing so.
import { expect, test } from 'vitest'
import { CHANNELS } from '#app/process/channels.ts'
import { waysOut, waysOutOfProgram } from '#tests/support/project/ways-out.ts'

const LISTED: ReadonlySet<string> = new Set(Object.values(CHANNELS).flatMap(({ modules }) => modules))
const FOUND = waysOutOfProgram()

test('a module by which something leaves the program stands in a channel', () => {
  const unlisted = [...FOUND].filter(([path]) => !LISTED.has(path))
  expect(unlisted.map(([path, ways]) => `${path} sends by ${ways.join(', ')}: enter it in app/process/channels.ts`)).toEqual([])
})

test('a module of a channel still sends something', () => {
  expect([...LISTED].filter((path) => !FOUND.has(path))).toEqual([])
})

test.each([
  ['a request to another server', 'await fetch(url)', 'fetch'],
  ['a client of a protocol', `import { connect } from 'node:net'`, 'node:net connect'],
  ['a package that nobody has judged', `import mailer from 'nodemailer'`, 'nodemailer default'],
  ['a package that is loaded later', `const pdf = await import('pdfkit')`, 'import pdfkit'],
  ['a module whose name is computed', 'const some = await import(name)', 'import ?'],
  ['a file', `import { appendFileSync } from 'node:fs'`, 'node:fs appendFileSync'],
  ['all of the file system', `import * as fs from 'node:fs'`, 'node:fs *'],
  ['what is handed on from elsewhere', `export { writeFile } from 'node:fs/promises'`, 'node:fs/promises handed on'],
  ['another program', `import { execFile as run } from 'node:child_process'`, 'node:child_process execFile'],
  ['the terminal', 'console.log(name)', 'console'],
  ['the terminal, taken apart', 'const { stdout } = process', 'process.?'],
  ['an answer that is no page', 'export const loader = () => Response.json(person)', 'Response'],
  ['markup as a text', 'export const A = () => <b dangerouslySetInnerHTML={{ __html: text }} />', 'dangerouslySetInnerHTML'],
])('%s is found', (_, text, way) => {
  expect(waysOut('one.tsx', text)).toEqual([way])
})

test('types, reading and words that only sound like it are no way out', () => {
  const text = `
    import type { Server } from 'node:http'
    import { readFileSync, type Stats } from 'node:fs'
    // console.log, fetch and new Response are only spoken of.
    function answer(response: Response): express.Response { return context.fetch(process.env, readFileSync('fetch')) }`
  expect(waysOut('one.ts', text)).toEqual([])
})
