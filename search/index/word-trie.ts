// A trie of words that finds those within an edit distance of another.
import { EditTable } from './edit-table.ts'

const NONE = -1
const ROOT = 0
const FIRST_SIZE = 1024

type Near = { index: number; edits: number }

function grown<Kind extends Int32Array | Uint16Array>(full: Kind): Kind {
  const larger = new (full.constructor as new (length: number) => Kind)(full.length * 2)
  larger.set(full)
  return larger
}

/** Words are added and never removed: whoever uses it knows which are still in use. */
export class WordTrie {
  #letter = new Uint16Array(FIRST_SIZE)
  #firstChild = new Int32Array(FIRST_SIZE).fill(NONE)
  #sibling = new Int32Array(FIRST_SIZE).fill(NONE)
  #wordAt = new Int32Array(FIRST_SIZE).fill(NONE)
  #nodes = 1

  add(word: string, index: number): void {
    let node = ROOT
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at)
      const child = this.#childOf(node, code)
      node = child === NONE ? this.#newChild(node, code) : child
    }
    this.#wordAt[node] = index
  }

  /** Indexes of the words within `edits` of `word`, each with its distance. */
  within(word: string, edits: number): Near[] {
    const found: Near[] = []
    this.#collectNear(ROOT, 1, new EditTable(word, edits), found)
    return found
  }

  /** Indexes of words that begin so, at most `most`, in no order. */
  withPrefix(prefix: string, most: number): number[] {
    let node = ROOT
    for (let at = 0; at < prefix.length && node !== NONE; at += 1) node = this.#childOf(node, prefix.charCodeAt(at))
    if (node === NONE || prefix === '') return []
    const found: number[] = []
    const waiting = [node]
    while (waiting.length > 0 && found.length < most) {
      const next = waiting.pop() ?? ROOT
      const index = this.#wordAt[next] ?? NONE
      if (index !== NONE) found.push(index)
      for (let child = this.#firstChild[next] ?? NONE; child !== NONE; child = this.#sibling[child] ?? NONE) waiting.push(child)
    }
    return found
  }

  /** `depth` is that of the children of `node`. */
  #collectNear(node: number, depth: number, table: EditTable, found: Near[]): void {
    for (let child = this.#firstChild[node] ?? NONE; child !== NONE; child = this.#sibling[child] ?? NONE) {
      if (table.fill(depth, this.#letter[child] ?? 0) > table.edits) continue
      const index = this.#wordAt[child] ?? NONE
      const edits = table.distance(depth)
      if (index !== NONE && edits <= table.edits) found.push({ index, edits })
      this.#collectNear(child, depth + 1, table, found)
    }
  }

  #childOf(node: number, code: number): number {
    let child = this.#firstChild[node] ?? NONE
    while (child !== NONE && this.#letter[child] !== code) child = this.#sibling[child] ?? NONE
    return child
  }

  #newChild(node: number, code: number): number {
    const child = this.#nodes
    if (child === this.#letter.length) this.#grow()
    this.#letter[child] = code
    this.#sibling[child] = this.#firstChild[node] ?? NONE
    this.#firstChild[node] = child
    this.#nodes += 1
    return child
  }

  #grow(): void {
    const size = this.#letter.length
    this.#letter = grown(this.#letter)
    this.#firstChild = grown(this.#firstChild).fill(NONE, size)
    this.#sibling = grown(this.#sibling).fill(NONE, size)
    this.#wordAt = grown(this.#wordAt).fill(NONE, size)
  }
}
