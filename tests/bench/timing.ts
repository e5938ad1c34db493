// Clock and percentiles of the benchmarks, in milliseconds.

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

/** Of runs in any order; `share` 0.5 is the median. */
export function percentile(runs: readonly number[], share: number): number {
  const sorted = [...runs].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
