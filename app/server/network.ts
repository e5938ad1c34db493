// Whose network an address lies in: what a limit counts.

const GROUPS = 8
const GROUPS_OF_A_NETWORK = 4

/** An IPv4 address as it is; of an IPv6 one the first 64 bits, since whoever has one has them all. */
export function networkOf(address: string): string {
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [before = [], after = []] = address
    .toLowerCase()
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK).join(':')
}
