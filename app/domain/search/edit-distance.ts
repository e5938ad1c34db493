// The edit distance of two words (Damerau): letters inserted, deleted, replaced, or two neighbours swapped.

/** Damerau's distance in which no letter is touched twice; `most + 1` as soon as there are more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    // A swap can still come out lower than its row, by the row two above.
    if (least > most && Math.min(...above) > most) return most + 1
    before = above
    above = row
  }
  return Math.min(above[b.length] ?? most + 1, most + 1)
}
