// Slow hashes of passwords, PINs and cards (scrypt), and fast ones of random tokens. Never inside a write.
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { busy } from './responses.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const BYTES = 32

/** Each costs 32 MB and a tenth of a second: of many at once a few are made, a few more wait, the rest are told to come back. */
const AT_ONCE = 2
const MOST_WAITING = 40
const waiting: (() => void)[] = []
let running = 0

async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) {
    running += 1
    return
  }
  if (waiting.length >= MOST_WAITING) throw busy()
  // A hash that ends starts the first one waiting, so `running` stays the same.
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}

async function inTurn<T>(slow: () => Promise<T>): Promise<T> {
  await takeTurn()
  try {
    return await slow()
  } finally {
    endTurn()
  }
}

/** Throws `busy` when too many wait already. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await inTurn(() => derive(secret.normalize('NFKC'), salt, BYTES, COST))
  return `scrypt.${String(COST.N)}.${salt.toString('base64url')}.${hash.toString('base64url')}`
}

/** With no stored hash it still takes as long, so that the time does not tell whether the account exists. */
export async function secretMatches(secret: string, stored: string | null): Promise<boolean> {
  const [, cost, salt, hash] = (stored ?? '').split('.')
  const N = Number(cost) || COST.N
  const derived = await inTurn(() => derive(secret.normalize('NFKC'), Buffer.from(salt ?? '', 'base64url'), BYTES, { ...COST, N }))
  const expected = Buffer.from(hash ?? '', 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

/** 256 random bits for a cookie or an invitation's address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Tokens are random enough for a fast hash; the database holds only this. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
