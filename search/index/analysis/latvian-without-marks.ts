// Latvian as it is typed without a Latvian keyboard: long vowels doubled, soft consonants with j, šuvēja as shuveeja; and a key held too long.

const AS_NOW: readonly (readonly [typed: RegExp, now: string])[] = [
  // A letter held: rrrīga, galdnieeeks. No word of the three languages has a letter three times.
  [/(\p{L})\1{2,}/gu, '$1'],
  [/([aeiou])\1/g, '$1'],
  [/([scz])h/g, '$1'],
  [/(?<=[klngr])j/g, ''],
]

/** Typed the old way or with a held key: the same folded word as it is written now; null when nothing changes. */
export function respelled(word: string): string | null {
  const now = AS_NOW.reduce((text, [typed, as]) => text.replace(typed, as), word)
  return now === word ? null : now
}
