// A trie of words that finds those within an edit distance of another (Damerau: insert, delete, replace, or swap two neighbours).

/** Words are added and never removed: whoever uses it knows which are still in use. */
export type WordTrie = {
  add(word: string, index: number): void
  /** Indexes of the words within `edits` of `word`, each with its distance. */
  within(word: string, edits: number): { index: number; edits: number }[]
  /** Indexes of words that begin so, at most `most`, in no order. */
  withPrefix(prefix: string, most: number): number[]
}

const NONE = -1
const ROOT = 0

function grown<Kind extends Int32Array | Uint16Array>(full: Kind): Kind {
  const larger = new (full.constructor as new (length: number) => Kind)(full.length * 2)
  larger.set(full)
  return larger
}

export function openWordTrie(): WordTrie {
  let letter = new Uint16Array(1024)
  let firstChild = new Int32Array(1024).fill(NONE)
  let sibling = new Int32Array(1024).fill(NONE)
  let wordAt = new Int32Array(1024).fill(NONE)
  let nodes = 1

  function newNode(code: number): number {
    if (nodes === letter.length) {
      letter = grown(letter)
      firstChild = grown(firstChild).fill(NONE, nodes)
      sibling = grown(sibling).fill(NONE, nodes)
      wordAt = grown(wordAt).fill(NONE, nodes)
    }
    letter[nodes] = code
    nodes += 1
    return nodes - 1
  }

  function childOf(node: number, code: number): number {
    let child = firstChild[node] ?? NONE
    while (child !== NONE && letter[child] !== code) child = sibling[child] ?? NONE
    return child
  }

  function add(word: string, index: number): void {
    let node = ROOT
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at)
      let child = childOf(node, code)
      if (child === NONE) {
        child = newNode(code)
        sibling[child] = firstChild[node] ?? NONE
        firstChild[node] = child
      }
      node = child
    }
    wordAt[node] = index
  }

  function within(word: string, edits: number): { index: number; edits: number }[] {
    const found: { index: number; edits: number }[] = []
    const width = word.length + 1
    const codes = Array.from(word, (_, at) => word.charCodeAt(at))
    // One row of the edit-distance table for each depth; nothing deeper can be within `edits`.
    const rows = Array.from({ length: width + edits + 1 }, () => new Uint8Array(width).fill(edits + 1))
    rows[0]?.forEach((_, at, row) => (row[at] = Math.min(at, edits + 1)))

    function walk(node: number, depth: number, before: number): void {
      const above = rows[depth - 1]
      const row = rows[depth]
      if (!above || !row) return
      const twoAbove = depth > 1 ? rows[depth - 2] : undefined
      for (let child = firstChild[node] ?? NONE; child !== NONE; child = sibling[child] ?? NONE) {
        const code = letter[child] ?? 0
        // Outside of this diagonal band every value is greater than `edits`.
        const from = Math.max(1, depth - edits)
        const to = Math.min(word.length, depth + edits)
        row[from - 1] = from === 1 ? Math.min(depth, edits + 1) : edits + 1
        let least = row[from - 1] ?? 0
        for (let at = from; at <= to; at += 1) {
          const cost = codes[at - 1] === code ? 0 : 1
          let value = Math.min((above[at - 1] ?? 0) + cost, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1)
          if (twoAbove && at > 1 && codes[at - 1] === before && codes[at - 2] === code) value = Math.min(value, (twoAbove[at - 2] ?? 0) + 1)
          row[at] = value
          if (value < least) least = value
        }
        if (to < word.length) row[to + 1] = edits + 1
        if (least > edits) continue
        const index = wordAt[child] ?? NONE
        const distance = to === word.length ? (row[word.length] ?? 0) : edits + 1
        if (index !== NONE && distance <= edits) found.push({ index, edits: distance })
        walk(child, depth + 1, code)
      }
    }

    walk(ROOT, 1, -1)
    return found
  }

  function beginning(prefix: string, most: number): number[] {
    let node = ROOT
    for (let at = 0; at < prefix.length && node !== NONE; at += 1) node = childOf(node, prefix.charCodeAt(at))
    if (node === NONE || prefix === '') return []
    const found: number[] = []
    const waiting = [node]
    while (waiting.length > 0 && found.length < most) {
      const next = waiting.pop() ?? ROOT
      const index = wordAt[next] ?? NONE
      if (index !== NONE) found.push(index)
      for (let child = firstChild[next] ?? NONE; child !== NONE; child = sibling[child] ?? NONE) waiting.push(child)
    }
    return found
  }

  return { add, within, withPrefix: beginning }
}
