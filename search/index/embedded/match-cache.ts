// Remembers which vacancies an expression matched: the same words come again with another filter or for the next page.

/** Four bytes a slot: about 4 MB. When it is full it is emptied. */
const MAX_SLOTS = 1_000_000
/** The expression itself takes memory too, even when it matches nothing. */
const SLOTS_PER_EXPRESSION = 200

export class MatchCache {
  #slotsOf = new Map<string, Int32Array>()
  #size = 0

  get(expression: string): Int32Array | undefined {
    return this.#slotsOf.get(expression)
  }

  set(expression: string, slots: Int32Array): void {
    if (this.#size + slots.length > MAX_SLOTS) this.clear()
    this.#slotsOf.set(expression, slots)
    this.#size += slots.length + SLOTS_PER_EXPRESSION
  }

  /** After every change of the index. */
  clear(): void {
    this.#slotsOf.clear()
    this.#size = 0
  }
}
