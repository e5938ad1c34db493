// The mark: the word with a plain arch, a bridge, over its two t's.

export function Logo() {
  return (
    <svg viewBox="0 0 78 40" width="78" height="40" role="img" aria-label="Tilts">
      <path d="M4 13 C 16 1, 42 1, 55 13" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <text x="0" y="37" fontSize="31" fontWeight="650" fill="currentColor" textLength="76" lengthAdjust="spacingAndGlyphs">
        Tilts
      </text>
    </svg>
  )
}
