// The links from page to page, and how many there are, as somebody reads and hears them.
import { StaticRouter } from 'react-router-dom/server'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Choices } from '#app/components/ui/choices.tsx'
import { LanguageProvider } from '#app/components/ui/i18n.tsx'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { registerAllMessages } from '#app/i18n/all.ts'
import type { Language } from '#app/i18n/language.ts'
import type { ReactNode } from 'react'

registerAllMessages()

function shown(page: ReactNode, { language = 'lv', address = '/list' }: { language?: Language; address?: string } = {}): string {
  return renderToStaticMarkup(
    <StaticRouter location={address}>
      <LanguageProvider language={language}>{page}</LanguageProvider>
    </StaticRouter>,
  )
}

describe('the links from page to page', () => {
  test('keep what the list is narrowed to, and forget an old page number', () => {
    const html = shown(<PageLinks previous="A" next="B" total={60} />, { address: '/list?state=pending&page=2&at=X' }).replaceAll(
      ' data-discover="true"',
      '',
    )
    expect(html).toContain('rel="prev" href="/list?state=pending&amp;at=A"')
    expect(html).toContain('rel="next" href="/list?state=pending&amp;at=B"')
    expect(html).toContain('<nav class="pages" aria-label="Lapas">')
  })

  test('are there only where there is a page to go to', () => {
    expect(shown(<PageLinks previous={null} next="B" total={30} />)).not.toContain('rel="prev"')
    expect(shown(<PageLinks previous="A" next={null} total={30} />)).not.toContain('rel="next"')
    expect(shown(<PageLinks previous={null} next={null} total={3} />)).not.toContain('<nav')
  })

  test.each([
    ['lv', 30, 'Sarakstā 30 ierakstu'],
    ['lv', 31, 'Sarakstā 31 ieraksts'],
    ['lv', 32, 'Sarakstā 32 ieraksti'],
    ['lv', 1001, 'Sarakstā vairāk nekā 1000 ierakstu'],
    ['ru', 31, 'В списке 31 запись'],
    ['ru', 32, 'В списке 32 записи'],
    ['ru', 35, 'В списке 35 записей'],
    ['ru', 1001, 'В списке более 1000 записей'],
    ['en', 30, '30 entries in the list'],
    ['en', 1001, 'More than 1,000 entries in the list'],
  ] as const)('say in %s of %i: %s', (language, total, sentence) => {
    expect(shown(<PageLinks previous={null} next="B" total={total} />, { language }).replaceAll(/\u00a0|\u202f/g, '')).toContain(sentence)
  })
})

test('a tab with more than a thousand is read out in words', () => {
  const tabs = [{ value: 'a', label: 'Gaida', to: '/list', count: 1001 }]
  const html = shown(<Choices label="Saraksti" chosen="a" choices={tabs} />).replaceAll(/\u00a0|\u202f/g, '')
  expect(html).toContain('<span aria-hidden="true">1000+</span>')
  expect(html).toContain('<span class="visually-hidden">vairāk nekā 1000</span>')
  expect(
    shown(<Choices label="Saraksti" chosen="a" choices={[{ ...tabs[0], value: 'a', label: 'Gaida', to: '/', count: 1000 }]} />),
  ).toContain('>1000<')
})
