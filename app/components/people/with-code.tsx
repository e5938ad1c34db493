// A sentence with a person's code in it, which is not broken at its hyphens.

export function WithCode({ text, code }: { text: string; code: string }) {
  const [before, after] = text.split(code)
  return (
    <>
      {before}
      <span className="code">{code}</span>
      {after}
    </>
  )
}
