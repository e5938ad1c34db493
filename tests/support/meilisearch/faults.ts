// What a test may do to the double: hold its queue, let its work fail, its answers come late, out of order, twice or never, take it down.
import { errorBody, type ErrorBody } from './refusal.ts'
import type { Json, JsonObject } from './json.ts'
import type { CutShort } from './search.ts'
import type { State } from './state.ts'
import { begin, finish, nextTask, taskView, type Task, type TaskType } from './tasks.ts'

/** As `POST /indexes/:uid/documents`; `*` is every route. */
export type RouteName = string

export type Seen = { method: string; path: string; route: RouteName | null; query: Record<string, string>; body: Json }

export type Faults = {
  paused: boolean
  planned: { type: TaskType; error: ErrorBody }[]
  delays: Map<RouteName, number>
  /** How many more times. */
  dropped: Map<RouteName, number>
  twice: Map<RouteName, number>
  refused: Map<RouteName, { error: ErrorBody; status: number; times: number }>
  hanging: Set<RouteName>
  unavailable: boolean
  held: { wanted: number; send: (() => void)[] } | null
  seen: Seen[]
}

export type Control = {
  /** Tasks wait until `resume`, or go one by one with `begin` and `step`. */
  pause(): void
  resume(): void
  /** The next task is `processing` and stays so until `step`. */
  begin(): JsonObject | null
  /** Works the next task to its end. */
  step(): JsonObject | null
  /** Works everything that waits, also while paused. */
  settle(): void
  /** The next tasks of this kind fail without doing anything: several, as when the server batches them and one takes the others with it. */
  failNext(type: TaskType, error?: { code: string; message: string }, times?: number): void
  /** The work is done at once, the answer comes so much later. */
  delay(route: RouteName, ms: number): void
  /** The work is done, the connection is cut before the answer. */
  dropAnswer(route: RouteName, times?: number): void
  /** The work is done twice, as when something in between sends a request again; one answer. */
  answerTwice(route: RouteName, times?: number): void
  /** Nothing is done and this is the answer. */
  refuse(route: RouteName, status: number, code: string, times?: number): void
  /** The next so many answers are sent together, the last first; 0 sends those that wait. */
  outOfOrder(count: number): void
  /** `refused`: nobody listens. `unavailable`: every answer is 503. */
  down(how?: 'refused' | 'unavailable'): Promise<void>
  up(): Promise<void>
  /** Requests are taken and neither worked nor answered, until `up`. */
  hang(route?: RouteName): void
  /** As after a lost disk: gone without a task. */
  loseIndex(uid: string): void
  /** Searches run out of time: hits are unsorted. The server never sends `degraded`; ask for `showRankingScoreDetails` to see `skipped`. */
  partial(how?: CutShort): void
  setVersion(version: string): void
  documents(uid: string): JsonObject[]
  tasks(): JsonObject[]
  log(): Seen[]
  forgetLog(): void
}

export function noFaults(): Faults {
  return {
    paused: false,
    planned: [],
    delays: new Map(),
    dropped: new Map(),
    twice: new Map(),
    refused: new Map(),
    hanging: new Set(),
    unavailable: false,
    held: null,
    seen: [],
  }
}

function keyed<T>(map: ReadonlyMap<RouteName, T>, route: RouteName | null): [RouteName, T] | null {
  for (const key of [route ?? '', '*']) {
    const value = map.get(key)
    if (value !== undefined) return [key, value]
  }
  return null
}

/** Whether it is to happen this time; counts down. */
export function once(map: Map<RouteName, number>, route: RouteName | null): boolean {
  const [key, left] = keyed(map, route) ?? ['', 0]
  if (left > 0) map.set(key, left - 1)
  return left > 0
}

export function delayOf({ delays }: Faults, route: RouteName | null): number {
  return keyed(delays, route)?.[1] ?? 0
}

export function refusalFor({ refused }: Faults, route: RouteName | null): { error: ErrorBody; status: number } | null {
  const [, planned] = keyed(refused, route) ?? ['', null]
  if (!planned || planned.times === 0) return null
  planned.times -= 1
  return planned
}

export function hangs({ hanging }: Faults, route: RouteName | null): boolean {
  return hanging.has('*') || (route !== null && hanging.has(route))
}

function flush(faults: Faults): void {
  const waiting = faults.held?.send ?? []
  faults.held = null
  for (const send of waiting.reverse()) send()
}

/** Sends now, or together with others in the wrong order. */
export function sendInTurn(faults: Faults, send: () => void): void {
  if (!faults.held) send()
  else if (faults.held.send.push(send) >= faults.held.wanted) flush(faults)
}

export function endTask(state: State, faults: Faults, task: Task): void {
  const at = faults.planned.findIndex(({ type }) => type === task.type)
  const [planned] = at === -1 ? [] : faults.planned.splice(at, 1)
  finish(state.queue, task, planned?.error ?? null)
}

export type Listening = { listen: () => Promise<void>; stop: () => Promise<void>; wake: () => void }

const PLANNED = { code: 'internal', message: 'An internal error has occurred. `planned by the test`.' }

function taskControl(state: State, faults: Faults, wake: () => void) {
  const step = () => {
    const task = nextTask(state.queue)
    if (!task) return null
    endTask(state, faults, task)
    return taskView(task)
  }
  return {
    pause: () => void (faults.paused = true),
    resume: () => {
      faults.paused = false
      wake()
    },
    begin: () => {
      const task = nextTask(state.queue)
      if (task) begin(state.queue, task)
      return task ? taskView(task) : null
    },
    step,
    settle: () => {
      while (step() !== null);
    },
    failNext: (type: TaskType, { code, message } = PLANNED, times = 1) => {
      for (let time = 0; time < times; time += 1) faults.planned.push({ type, error: errorBody(code, message) })
    },
    tasks: () => [...state.queue.tasks.values()].map(taskView),
  }
}

function answerControl(faults: Faults, { listen, stop }: Listening) {
  return {
    delay: (route: RouteName, ms: number) => void faults.delays.set(route, ms),
    dropAnswer: (route: RouteName, times = 1) => void faults.dropped.set(route, times),
    answerTwice: (route: RouteName, times = 1) => void faults.twice.set(route, times),
    refuse: (route: RouteName, status: number, code: string, times = 1) =>
      void faults.refused.set(route, { error: errorBody(code, 'Planned by the test.'), status, times }),
    outOfOrder: (count: number) => {
      flush(faults)
      if (count > 0) faults.held = { wanted: count, send: [] }
    },
    hang: (route: RouteName = '*') => void faults.hanging.add(route),
    down: async (how: 'refused' | 'unavailable' = 'refused') => {
      if (how === 'unavailable') faults.unavailable = true
      else await stop()
    },
    up: async () => {
      faults.unavailable = false
      faults.hanging.clear()
      flush(faults)
      await listen()
    },
  }
}

export function controlOf(state: State, faults: Faults, listening: Listening): Control {
  return {
    ...taskControl(state, faults, listening.wake),
    ...answerControl(faults, listening),
    loseIndex: (uid) => void state.indexes.delete(uid),
    partial: (how = 'as the server') => void (state.partial = how),
    setVersion: (version) => void (state.version = version),
    documents: (uid) => [...(state.indexes.get(uid)?.byId.values() ?? [])].map(({ fields }) => structuredClone(fields)),
    log: () => faults.seen,
    forgetLog: () => void (faults.seen = []),
  }
}
