// Text made comparable: how names and words are compared when people type them without marks or in capitals.

/** NFKC, lower case, marks off Latin letters (ā→a, ķ→k) and off the Russian е (ё→е); Cyrillic й stays a letter of its own. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-zе])\p{M}+/gu, '$1')
    .normalize('NFC')
}
