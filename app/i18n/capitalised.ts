/** For words of a list that begin a line. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** For a sentence that follows a colon, or a word in the middle of a line. */
export function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
