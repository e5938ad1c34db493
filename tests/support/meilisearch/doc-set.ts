// Sets of documents of one index, by their internal numbers: one byte a document.
export type DocSet = Uint8Array

export function noDocs(capacity: number): DocSet {
  return new Uint8Array(capacity)
}

export function docsOf(capacity: number, numbers: Iterable<number>): DocSet {
  const set = noDocs(capacity)
  for (const doc of numbers) set[doc] = 1
  return set
}

export function both(one: DocSet, other: DocSet): DocSet {
  const result = one.slice()
  for (let doc = 0; doc < result.length; doc += 1) if (other[doc] !== 1) result[doc] = 0
  return result
}

export function either(one: DocSet, other: DocSet): DocSet {
  const result = one.slice()
  for (let doc = 0; doc < result.length; doc += 1) if (other[doc] === 1) result[doc] = 1
  return result
}

export function without(one: DocSet, other: DocSet): DocSet {
  const result = one.slice()
  for (let doc = 0; doc < result.length; doc += 1) if (other[doc] === 1) result[doc] = 0
  return result
}

/** In the order of their numbers. */
export function numbersOf(set: DocSet): number[] {
  const numbers: number[] = []
  for (let doc = set.indexOf(1); doc !== -1; doc = set.indexOf(1, doc + 1)) numbers.push(doc)
  return numbers
}
