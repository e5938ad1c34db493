// A text in which the words that met a search stand out, to the eye by weight and to a screen reader as marked.
export type Pieces = readonly { text: string; marked: boolean }[]

export function Marked({ pieces }: { pieces: Pieces }) {
  return <>{pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}</>
}
