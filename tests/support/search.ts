// A search through the page and through the API, as a visitor meets it.
import type { VacancyQuery } from '#search/index/port.ts'
import { loader as apiLoader } from '#app/routes/api/vacancies.ts'
import { loader as pageLoader } from '#app/routes/public/vacancies.tsx'
import { answerOf, asked, type TestApp } from './app.ts'

export const EVERYTHING: VacancyQuery = {
  words: '',
  near: null,
  municipality: null,
  occupations: [],
  groups: [],
  shifts: [],
  support: [],
  acceptanceStated: false,
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  visibilities: ['public'],
}

type Page = {
  search: { near: string; q: string }
  unknownPlace: boolean
  answer: { total: number; pages: number; lines: { id: string; title: string }[]; looser: { total: number }[]; relaxed: string } | null
}
export type ApiAnswer = {
  total: number
  page: number
  pageSize: number
  items: Record<string, unknown>[]
  facets: Record<string, unknown>
}

export async function searched(app: TestApp, address: string, cookie?: string) {
  const { status, location, body } = await answerOf(pageLoader(asked(app, address, cookie === undefined ? {} : { cookie })))
  return { status, location, page: body as Page }
}

export async function titlesFor(app: TestApp, address: string, cookie?: string): Promise<string[]> {
  const { page } = await searched(app, address, cookie)
  return page.answer?.lines.map((line) => line.title) ?? []
}

export async function apiAnswer(app: TestApp, query: string): Promise<{ status: number; headers: Headers; body: ApiAnswer }> {
  const response = await apiLoader(asked(app, `/api/vacancies${query}`))
  return { status: response.status, headers: response.headers, body: (await response.json()) as ApiAnswer }
}
