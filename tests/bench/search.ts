// The search over 100,000 made vacancies in one run: ours in speed, memory, news and quality; the same at 300,000; and other engines over the same texts.
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { documentParts } from '#search/index/document.ts'
import { makeHeldOut, type HeldOutQuery } from '#tests/support/search/corpus/held-out.ts'
import { measureByHand } from './search/by-hand.ts'
import { measureNews } from './search/news.ts'
import { asPeer } from './search/ours.ts'
import { PEERS } from './search/peers/all.ts'
import type { OpenPeer } from './search/peers/peer.ts'
import { qualityOf, type Quality } from './search/quality.ts'
import { heaviestOf, speedOf, thousandth, type Speed } from './search/speed.ts'
import { buildIndex, makeWorld, openFresh, seconds, type World } from './search/world.ts'
import { timed } from './timing.ts'

const DOCUMENTS = 100_000
/** As many times more for the second size. */
const LARGER = 3
const HELD_OUT = 600

const started = performance.now()
function say(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
}

type Measured = Speed & Quality
const inShort = ({ p50Ms, p95Ms, labelledSolved, heldOutSolved, zeroHit }: Measured) =>
  `p50 ${p50Ms} ms, p95 ${p95Ms} ms, solved ${labelledSolved} and ${heldOutSolved}, nothing found ${zeroHit} times`

async function measureOurs(world: World, documents: number, heldOut: readonly HeldOutQuery[]) {
  const { index, buildSeconds } = await buildIndex(world)
  const bytesAVacancy = Math.round(index.bytes() / documents)
  say(`ours: built in ${buildSeconds} s, ${bytesAVacancy} bytes a vacancy`)
  const peer = asPeer(index)
  const measured = { ...(await speedOf(peer)), ...(await qualityOf(peer, world.judge, heldOut)) }
  say(`ours: ${inShort(measured)}`)
  const heaviest = await heaviestOf(peer)
  const news = await measureNews(world.store, index, documents)
  await index.close()
  const fresh = await openFresh(world)
  return { buildSeconds, bytesAVacancy, ...measured, heaviest, news, fresh }
}

/** The larger size: only how much slower it is, and how well it still answers. */
async function measureLarger(folder: string, documents: number, p95Ms: number) {
  const world = await makeWorld(folder, documents)
  say(`${documents} vacancies made and written in ${world.loadSeconds} s`)
  const { index, buildSeconds } = await buildIndex(world)
  const bytesAVacancy = Math.round(index.bytes() / documents)
  const speed = await speedOf(asPeer(index))
  const { labelledSolved } = await qualityOf(asPeer(index), world.judge, [])
  await index.close()
  const fresh = await openFresh(world)
  await world.store.close()
  rmSync(folder, { recursive: true })
  return { documents, buildSeconds, bytesAVacancy, ...speed, labelledSolved, fresh, p95Ratio: thousandth(speed.p95Ms / p95Ms) }
}

async function measurePeer(name: string, open: OpenPeer, world: World, folder: string, heldOut: readonly HeldOutQuery[]) {
  mkdirSync(folder)
  const { result: peer, ms } = await timed(() => open(documentParts(world.store, 'all'), folder))
  const measured = { buildSeconds: seconds(ms), ...(await speedOf(peer)), ...(await qualityOf(peer, world.judge, heldOut)) }
  await peer.close()
  rmSync(folder, { recursive: true })
  say(`${name}: built in ${measured.buildSeconds} s, ${inShort(measured)}`)
  return measured
}

function numberAfter(flags: readonly string[], flag: string): number | null {
  const at = flags.indexOf(flag)
  return at < 0 ? null : Number(flags[at + 1])
}

/** `--documents N` for a shorter run, `--only-ours` without the others, `--one-size` without the larger one, `--misses` names what was not solved. */
export async function benchSearch(folder: string, flags: readonly string[]): Promise<Record<string, unknown>> {
  // What else the machine does makes every figure worse: the line says how much there was.
  const machine = { cores: availableParallelism(), loadBefore: thousandth(loadavg()[0] ?? NaN) }
  const documents = numberAfter(flags, '--documents') ?? DOCUMENTS
  const byHand = await measureByHand(folder)
  say(`by hand: ${byHand.solved} of ${byHand.of} solved`)
  const world = await makeWorld(join(folder, 'world'), documents)
  say(`${documents} vacancies made and written in ${world.loadSeconds} s`)
  const heldOut = makeHeldOut(HELD_OUT, (query) => world.judge.rightOnes(query) > 0)
  const ours = await measureOurs(world, documents, heldOut)
  const peers: Record<string, unknown> = {}
  for (const [name, open] of flags.includes('--only-ours') ? [] : Object.entries(PEERS)) {
    try {
      const { heldOutNotSolved: _, ...measured } = await measurePeer(name, open, world, join(folder, name), heldOut)
      peers[name] = { ...measured, p50Ratio: thousandth(measured.p50Ms / ours.p50Ms), p95Ratio: thousandth(measured.p95Ms / ours.p95Ms) }
    } catch (error) {
      // One that this machine does not have: the others are measured all the same, and the line says so.
      peers[name] = { failed: error instanceof Error ? error.message : String(error) }
      say(`${name}: failed`)
    }
  }
  await world.store.close()
  const larger = flags.includes('--one-size') ? null : await measureLarger(join(folder, 'larger'), documents * LARGER, ours.p95Ms)
  const { heldOutNotSolved, ...figures } = ours
  return { machine, documents, ours: figures, byHand, peers, larger, ...(flags.includes('--misses') ? { heldOutNotSolved } : {}) }
}
