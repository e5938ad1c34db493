// The order of results: one rule for each way to sort, always ending in newest and then the id, so that pages never overlap.
import type { VacancyQuery } from '../port.ts'
import type { Columns } from './columns.ts'
import { metresFrom } from './filter.ts'

/** Negative: `a` before `b`. */
type Compare = (a: number, b: number) => number

/** Relevance without words means nearest where a place is known, else newest. */
export function effectiveSort({ sort, near }: Pick<VacancyQuery, 'sort' | 'near'>, hasWords: boolean): VacancyQuery['sort'] {
  const asked = sort === 'relevance' && !hasWords ? 'distance' : sort
  return asked === 'distance' && near === null ? 'newest' : asked
}

function compareBy(columns: Columns, query: VacancyQuery, hasWords: boolean): Compare {
  const { tier, monthlyCents, publishedAt } = columns.arrays()
  const { ids } = columns
  const newest: Compare = (a, b) => (publishedAt[b] ?? 0) - (publishedAt[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  switch (effectiveSort(query, hasWords)) {
    case 'relevance':
      return (a, b) => (tier[a] ?? 0) - (tier[b] ?? 0) || newest(a, b)
    case 'pay':
      // A vacancy without stated pay comes after all that state it.
      return (a, b) => (monthlyCents[b] ?? 0) - (monthlyCents[a] ?? 0) || newest(a, b)
    case 'distance': {
      const metres = metresFrom(columns, query.near)
      const known = new Float64Array(columns.end()).fill(-1)
      const metresOf = (slot: number) => {
        const before = known[slot] ?? -1
        if (before >= 0) return before
        const now = metres(slot)
        known[slot] = now
        return now
      }
      return (a, b) => metresOf(a) - metresOf(b) || newest(a, b)
    }
    case 'newest':
      return newest
  }
}

/** The first `most` slots, by a heap whose root is the last of them: one comparison excludes most vacancies. */
function firstOf(slots: ArrayLike<number>, most: number, compare: Compare): number[] {
  const heap: number[] = []
  const at = (index: number) => heap[index] ?? 0
  function swap(a: number, b: number): void {
    const kept = at(a)
    heap[a] = at(b)
    heap[b] = kept
  }
  function up(from: number): void {
    for (let child = from; child > 0;) {
      const parent = (child - 1) >> 1
      if (compare(at(parent), at(child)) > 0) return
      swap(parent, child)
      child = parent
    }
  }
  function down(): void {
    for (let parent = 0; ;) {
      const left = parent * 2 + 1
      if (left >= heap.length) return
      const later = left + 1 < heap.length && compare(at(left + 1), at(left)) > 0 ? left + 1 : left
      if (compare(at(parent), at(later)) > 0) return
      swap(parent, later)
      parent = later
    }
  }
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index] ?? 0
    if (heap.length < most) {
      heap.push(slot)
      up(heap.length - 1)
    } else if (compare(slot, at(0)) < 0) {
      heap[0] = slot
      down()
    }
  }
  return heap.sort(compare)
}

/** The slots of the page that is asked for, in order. */
export function pageOf(columns: Columns, query: VacancyQuery, passed: Int32Array, hasWords: boolean): number[] {
  const compare = compareBy(columns, query, hasWords)
  const first = (query.page - 1) * query.pageSize
  if (first >= passed.length) return []
  const end = Math.min(first + query.pageSize, passed.length)
  // For a page far down, a heap of nearly all of them is slower than sorting.
  const inOrder = end > passed.length / 4 ? Array.from(passed).sort(compare) : firstOf(passed, end, compare)
  return inOrder.slice(first, end)
}
