// What is highlighted in a result, and the snippet of a long text that shows why it is there.
import { describe, expect, test } from 'vitest'
import { queryWords } from '#search/index/analysis/analysis.ts'
import { highlightRanges, segmentsOf, snippetOf } from '#search/index/highlights.ts'
import type { HighlightTerms } from '#search/index/port.ts'

/** As an engine would hand them over for these typed words. */
function looked(typed: string): HighlightTerms {
  return { stems: queryWords(typed).flatMap(({ stems }) => [...stems]), prefixes: [] }
}

const marked = (text: string, marks: HighlightTerms) => highlightRanges(text, marks).map(([start, end]) => text.slice(start, end))

describe('marked in a text', () => {
  test.each([
    ['suvejam', 'Šuvēja, Liepājā', ['Šuvēja']],
    ['metinataju', 'METINĀTĀJS un metinātāja palīgs', ['METINĀTĀJS', 'metinātāja']],
    ['сварщиком', 'Сварщик (TIG)', ['Сварщик']],
    ['welders', 'Welder, night shift', ['Welder']],
    ['pavārs', 'Pavasaris', []],
  ])('whoever looks for “%s” in “%s” sees %j', (typed, text, words) => {
    expect(marked(text, looked(typed))).toEqual(words)
  })

  test('a word that begins as somebody has typed so far', () => {
    expect(marked('Elektriķis, elektromontieris', { stems: [], prefixes: ['elekt'] })).toEqual(['Elektriķis', 'elektromontieris'])
  })

  test('nothing when no words were looked for', () => {
    expect(highlightRanges('Metinātājs', { stems: [], prefixes: [] })).toEqual([])
  })

  test('and the pieces are the whole text again, letters beyond the basic plane included', () => {
    const text = '🙂 Šuvēja (šuvēji) 🧵'
    const pieces = segmentsOf(text, highlightRanges(text, looked('šuvēja')))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['Šuvēja', 'šuvēji'])
  })
})

describe('the part of a description', () => {
  const textOf = (pieces: ReturnType<typeof snippetOf>) => pieces?.map((piece) => piece.text).join('') ?? null

  test('is at most 160 letters around the first word that met, cut between words', () => {
    const before = 'Mēs meklējam strādīgu cilvēku, kurš katru rītu laikus nāks uz darbu un palīdzēs. '
    const after = ' Pēc tam viss jānomazgā, jāsaliek plauktos un jāpieraksta, cik palicis noliktavā uz rītdienu, un tad var iet mājās.'
    const text = `${before}Jāmetina tvertnes un jākrāso kastes.${after}`
    const pieces = snippetOf(text, looked('kaste'))
    const shown = textOf(pieces) ?? ''
    expect(shown.length).toBeLessThanOrEqual(160)
    expect(shown).toMatch(/^….*kastes.*…$/u)
    expect(pieces?.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['kastes'])
    const words = new Set(text.split(' '))
    expect(
      shown
        .slice(1, -1)
        .split(' ')
        .filter((word) => !words.has(word)),
    ).toEqual([])
  })

  test('is the whole of a short one', () => {
    expect(textOf(snippetOf('Kraut kastes.', looked('kaste')))).toBe('Kraut kastes.')
  })

  test('keeps the lines of a list apart', () => {
    expect(textOf(snippetOf('Darbi:\r\n– kraut kastes\n• slaucīt.\n\nAlga laikā.', looked('kaste')))).toBe(
      'Darbi: kraut kastes · slaucīt. Alga laikā.',
    )
  })

  test('is nothing when no word of it met', () => {
    expect(snippetOf('Kraut kastes.', looked('pavārs'))).toBeNull()
  })

  test('never ends in the middle of a letter, however long a word is', () => {
    const shown = textOf(snippetOf(`kaste${'𝒶'.repeat(400)}`, { stems: [], prefixes: ['kaste'] })) ?? ''
    expect(shown.length).toBeLessThanOrEqual(160)
    expect(shown).not.toMatch(/\p{Cs}/u)
  })
})
