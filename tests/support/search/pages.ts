// A search through the page and through the API, as a visitor meets it.
import { loader as apiLoader } from '#app/routes/api/vacancies.ts'
import { loader as staffLoader } from '#app/routes/casework/vacancies.tsx'
import { loader as pageLoader } from '#app/routes/public/vacancies.tsx'
import { answerOf, asked, type TestApp } from '../app.ts'

export { EVERY_VACANCY as EVERYTHING } from '#search/index/port.ts'

type Piece = { text: string; marked: boolean }
type Page = {
  search: { near: string; q: string; accepts: string[] }
  unknownPlace: boolean
  placesMeant: string[]
  around: { name: string | null; radiusKm: number } | null
  answer: {
    total: number
    gone: number
    pages: number
    lines: { id: string; title: string }[]
    marks: Record<string, { title: Piece[]; employer: Piece[]; why: { kind: string; pieces?: Piece[]; isco?: string } | null }>
    facets: Record<string, unknown>
    distanceKm: Record<string, number>
    looser: { total: number }[]
    relaxed: string
    corrected: string | null
    left: string[]
    shortcomings: { kind: string; asOf?: number; today?: boolean }[]
  } | null
}
export type ApiAnswer = {
  total: number
  page: number
  pageSize: number
  items: Record<string, unknown>[]
  facets: Record<string, unknown>
  asOf: string
}

/** On the public page; on the caseworker's, where the address leads there. */
export async function searched(app: TestApp, address: string, cookie?: string) {
  const loader = address.startsWith('/casework/') ? staffLoader : pageLoader
  const { status, location, body } = await answerOf(loader(asked(app, address, cookie === undefined ? {} : { cookie })))
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
