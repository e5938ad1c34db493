// Latvian and Russian letters take two bytes: none may be broken where a streamed page is cut into parts.
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholeLetters } from '#app/server/whole-letters.ts'

const PAGE = Array.from({ length: 400 }, (_, line) => `${'.'.repeat(line % 7)}šķiršana, рабочая одежда`)

test('every letter of a long page arrives, wherever its parts begin', async () => {
  const page = (
    <ul>
      {PAGE.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  )
  const html = await text(renderToPipeableStream(page).pipe(wholeLetters()))
  expect(html).toBe(`<ul>${PAGE.map((line) => `<li>${line}</li>`).join('')}</ul>`)
})
