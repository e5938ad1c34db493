// Runs a pass of background work again and again, one at a time: when somebody wakes it, or when its time has come.
import type { Store } from '#db/store/store.ts'

/** Runs something later. @returns how to cancel it. */
type Schedule = (run: () => void, ms: number) => () => void

export type LoopOptions = {
  /** Runs again and again, never twice at the same time. */
  pass: (loop: Loop) => Promise<void>
  /** From the start to the first pass; null = at once. */
  firstMs?: number | null
  /** From a wake to the pass: wakes that come close together lead to one pass. */
  wakeMs?: number
  /** From the end of a pass to the next when nobody wakes it; null = then there is none. */
  everyMs?: number | null
  /** Told of the first failure in a row: a database that is down for an hour is one incident, not a thousand. */
  onError: (error: unknown) => void
  schedule?: Schedule
}

/** No timer keeps the process alive. */
const byClock: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms).unref()
  return () => {
    clearTimeout(timer)
  }
}

export class Loop {
  readonly #options: Required<LoopOptions>
  #cancel: () => void = () => undefined
  #running: Promise<void> | null = null
  #woken = false
  #failing = false
  #stopping = false

  constructor(options: LoopOptions) {
    this.#options = { firstMs: null, wakeMs: 0, everyMs: null, schedule: byClock, ...options }
    if (this.#options.firstMs === null) this.#run()
    else this.#scheduleNext(this.#options.firstMs)
  }

  /** There may be work: a pass follows soon, and after the one that is running at the latest. */
  wake(): void {
    if (this.#woken || this.#stopping) return
    this.#woken = true
    if (!this.#running) this.#scheduleNext()
  }

  /** For a pass whose own writes have woken the loop: they are no reason for another pass. */
  forgetWakes(): void {
    this.#woken = false
  }

  /** For a pass of several steps: whether to begin no other step. */
  isStopping(): boolean {
    return this.#stopping
  }

  /** Begins no other pass; resolves when the one that is running has ended. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#cancel()
    await this.#running
  }

  #run(): void {
    this.#woken = false
    this.#running = this.#tryPass().finally(() => {
      this.#running = null
      this.#scheduleNext()
    })
  }

  async #tryPass(): Promise<void> {
    try {
      await this.#options.pass(this)
      this.#failing = false
    } catch (error) {
      // What failed is tried again by the next wake or at its time, not at once.
      this.#woken = false
      if (!this.#failing) this.#options.onError(error)
      this.#failing = true
    }
  }

  #scheduleNext(restMs = this.#options.everyMs): void {
    this.#cancel()
    const ms = this.#woken ? this.#options.wakeMs : restMs
    if (ms === null || this.#stopping) return
    this.#cancel = this.#options.schedule(() => {
      this.#run()
    }, ms)
  }
}

/** Every committed change wakes the loop. @returns how to stop it. */
export function wakeWithChanges(store: Store, loop: Loop): () => Promise<void> {
  const unwatch = store.watch(() => {
    loop.wake()
  })
  return () => {
    unwatch()
    return loop.stop()
  }
}
