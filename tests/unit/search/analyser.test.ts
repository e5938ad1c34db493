// Vacancies analysed in a worker thread: the same result as without one, however many are asked for at once.
import { expect, test } from 'vitest'
import type { VacancyDocument } from '#search/index/document.ts'
import { openAnalyser } from '#search/index/embedded/analyser.ts'
import { analyseDocument } from '#search/index/embedded/analysed-vacancy.ts'

function document(nth: number): VacancyDocument {
  return {
    id: `v${String(nth)}`,
    employerId: null,
    visibility: 'public',
    texts: { title: `Šuvēja ${String(nth)}`, meta: 'Izdomātais uzņēmums Liepāja', body: 'Darbs ar šujmašīnu.' },
    occupation: '8153',
    group: 'sewing',
    municipality: 'liepaja',
    coordinates: null,
    shifts: [],
    support: [],
    contract: null,
    latvian: null,
    acceptanceStated: false,
    accepts: [],
    monthlyCents: null,
    publishedAt: 1,
    expiresAt: 2,
  }
}

test('parts that are asked for before the first has come are each answered with their own', async () => {
  const parts = [1, 2, 3].map((part) => [document(part * 10), document(part * 10 + 1)])
  const analyser = openAnalyser(0)
  const read = await Promise.all(parts.map((part) => analyser.analyse(part)))
  await analyser.close()
  expect(read).toEqual(parts.map((part) => part.map(analyseDocument)))
})

test('a vacancy whose texts cannot be analysed is rejected, and the others are analysed', async () => {
  const broken = { ...document(1), texts: { title: null, meta: '', body: '' } } as unknown as VacancyDocument
  const analyser = openAnalyser(0)
  const [first, second] = await analyser.analyse([broken, document(2)])
  await analyser.close()
  expect(first?.analysis).toEqual({ rejected: expect.stringContaining('TypeError') as string })
  expect(second).toEqual(analyseDocument(document(2)))
})
