// What employers paste into the register, as a person reads it.
import { describe, expect, test } from 'vitest'
import { readLine, readText } from '#db/import/nva/text.ts'
import { readTitle } from '#db/import/nva/title.ts'

const WORD_LIST = `<!--[if gte mso 9]><xml><w:WordDocument>Normal</w:WordDocument></xml><![endif]-->
<style>p.MsoNormal { mso-style-parent: "" }</style>
<p class="MsoNormal"><b>Darba pienākumi:</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>zāģmateriālu kraušana;</p>
<p class=MsoListParagraph><span style='font-family:Symbol'>&#61623;<span>&nbsp;&nbsp;</span></span>iekārtu apkope.</p>
<p>&nbsp;</p><p><o:p>&nbsp;</o:p></p>
<p>Strādāsim <st1:place w:st="on">Grobiņā</st1:place>.</p>`

describe('text pasted from Word', () => {
  test('becomes paragraphs and a list, without what Word added for itself', () => {
    expect(readText(WORD_LIST)).toBe('Darba pienākumi:\n\n• zāģmateriālu kraušana;\n• iekārtu apkope.\n\nStrādāsim Grobiņā.')
  })

  test('a list made with tags is a list too', () => {
    expect(readText('<div><p>Piedāvājam:</p><ul><li><p>darba apģērbu</p></li><li>transportu</li></ul></div>')).toBe(
      'Piedāvājam:\n\n• darba apģērbu\n• transportu',
    )
  })

  test('scripts, styles and pictures leave nothing behind', () => {
    expect(readText('<script>alert(1)</script><style>p{}</style><p>Labs darbs<img src=x onerror=alert(1)></p>')).toBe('Labs darbs')
  })

  test('entities, odd spaces and soft hyphens are read as letters', () => {
    expect(readText('Drošība&nbsp;&amp; k&#257;rt&imacr;ba, dar\u00adbs\u200b')).toBe('Drošība & kārtība, darbs')
  })

  test('plain text keeps its lines', () => {
    expect(readText('Pienākumi:\n- kraut\n- vest\n\nAlga laikā')).toBe('Pienākumi:\n• kraut\n• vest\n\nAlga laikā')
  })

  test('HTML that was escaped twice is still read', () => {
    expect(readText('&lt;p&gt;Krāvējs &lt;b&gt;noliktavā&lt;/b&gt;&lt;/p&gt;')).toBe('Krāvējs noliktavā')
  })

  test('addresses of pages stay', () => {
    expect(readText('<p>Vairāk: <a href="https://izdomats.example/darbs">mūsu lapā</a></p>')).toBe(
      'Vairāk: mūsu lapā (https://izdomats.example/darbs)',
    )
  })

  test.each([[null], [''], ['   '], ['<p>&nbsp;</p>'], ['<!-- -->'], ['<script>1</script>']])('%s is no text', (html) => {
    expect(readText(html)).toBeNull()
  })

  test('a nest of ten thousand tags is cut off, not a crash', () => {
    expect(readText(`<p>Sākums</p>${'<div>'.repeat(10_000)}dziļi`)).toBe('Sākums')
  })
})

describe('contacts in a text', () => {
  test.each([
    ['CV sūtīt uz darbs@izdomats.lv.'],
    ['CV sūtīt uz <a href="mailto:darbs@izdomats.lv">darbs@izdomats.lv</a> vai zvanīt <a href="tel:+37126123456">26123456</a>'],
    ['info (at) izdomats.lv'],
    [`${'a'.repeat(60)}@izdomats.lv`],
    ['+371 26 123 456'],
    ['(+371) 26123456'],
    ['00371 26123456'],
    ['Tālr.: 29 123 456, 67021206'],
    ['Tālrunis uzziņām 6 3 4 2 1 2 3 4'],
    ['tālr. 67021206'],
    ['2912 3456'],
    ['29-123-456'],
    ['26 12 34 56'],
    ['Zvanīt: 2912-3456'],
    ['29123456,29123457'],
    ['29.12.34.56'],
    ['Zvaniet 2 912 3457.'],
    ['+370 612 34567'],
    ['Звонить по тел. +371 26123456 (Анна)'],
    ['Kontaktpersona: Anna Paraudziņa, tālrunis 67021206'],
    ['Jānis Paraugs, 26123456'],
    ['010190-12345'],
    ['010190 12345'],
    ['32123456789'],
  ])('nothing of “%s” is kept', (text) => {
    expect(readText(text)?.replace('Tālrunis uzziņām', '') ?? '').not.toMatch(/\d{3}|@|izdomats|Anna|Jānis|Анна/)
  })

  test('the sentence around a contact still reads well', () => {
    expect(readText('Darbs Liepājā, alga 1200 EUR, zvanīt 26123456.')).toBe('Darbs Liepājā, alga 1200 EUR.')
    expect(readText('CV sūtīt uz darbs@izdomats.lv vai zvanīt 67021206. Darbs no pirmdienas.')).toBe('Darbs no pirmdienas.')
    expect(readText('<ul><li>Alga 6.50 EUR/h</li><li>Tālr. 26123456</li></ul>')).toBe('• Alga 6.50 EUR/h')
  })

  test.each([
    ['Alga 2000-2500 EUR bruto'],
    ['Alga no 1200 līdz 1500 EUR'],
    ['Apgrozījums 20000000 EUR gadā'],
    ['Sākums 20.08.2026, beigas 2026-12-31'],
    ['Maiņas 08:00-20:00, 2/2'],
    ['Grīzupes iela 12, Liepāja, LV-3401'],
    ['SIA, reģ. Nr. 40003123456'],
    ['Konts LV80HABA0551000000000'],
    ['No 2024. līdz 2026. gadam'],
    ['Celtspēja 26 500 kg, +20 grādi'],
    ['Vakances numurs 461007832'],
  ])('“%s” is no contact and stays', (text) => {
    expect(readText(text)).toBe(text)
  })
})

describe('titles', () => {
  test.each([
    ['PALĪGSTRĀDNIEKS', 'Palīgstrādnieks'],
    ['Mazumtirdzniecības veikala PĀRDEVĒJS', 'Mazumtirdzniecības veikala pārdevējs'],
    ['CNC DARBGALDA OPERATORS', 'CNC darbgalda operators'],
    ['C/CE KATEGORIJAS AUTOVADĪTĀJS', 'C/CE kategorijas autovadītājs'],
    ['PĀRDEVĒJS/-A', 'Pārdevējs/-a'],
    ['pavārs', 'Pavārs'],
    ['Metinātājs (MIG, MAG)', 'Metinātājs (MIG, MAG)'],
    ['ПОВАР', 'Повар'],
  ])('%s is read as %s', (shouted, calm) => {
    expect(readTitle(shouted)).toBe(calm)
  })

  test('a phone number in a title goes, its line breaks too', () => {
    expect(readLine('Pavārs<br>Liepājā, tālr. 26123456')).toBe('Pavārs Liepājā')
  })
})
