// Everything the server knows, and what a request is once it has been read.
import type { Features } from './features.ts'
import type { Indexes } from './documents.ts'
import type { Json } from './json.ts'
import type { CutShort } from './search.ts'
import type { Queue } from './tasks.ts'

export type State = { indexes: Indexes; queue: Queue; now: () => number; version: string; partial: CutShort; features: Features }

export type Call = {
  method: string
  path: string
  parts: Record<string, string>
  query: URLSearchParams
  contentType: string
  text: string
}

export type Answer = { status: number; body: Json }

export type Handler = (state: State, call: Call) => Answer
