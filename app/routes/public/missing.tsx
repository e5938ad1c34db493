import { notFound } from '#app/server/responses.ts'

export function loader(): never {
  throw notFound()
}

export function action(): never {
  throw notFound()
}

export default function Missing() {
  return null
}
