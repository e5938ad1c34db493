// Latvian typed without a Latvian keyboard: long vowels doubled, soft consonants with j (šuvēja as shuveeja); and letters repeated by a key held too long.

const AS_NOW: readonly (readonly [typed: RegExp, now: string])[] = [
  // A letter held: rrrīga, galdnieeeks. No word of the three languages has a letter three times.
  [/(\p{L})\1{2,}/gu, '$1'],
  [/([aeiou])\1/g, '$1'],
  [/([scz])h/g, '$1'],
  [/(?<=[klngr])j/g, ''],
]

/** The word in the usual spelling, folded; null when that is the same. */
export function respelled(word: string): string | null {
  const now = AS_NOW.reduce((text, [typed, as]) => text.replace(typed, as), word)
  return now === word ? null : now
}
