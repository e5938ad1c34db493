// Loaded by `--import`: collects garbage again and again while something else runs, because a native package that gives memory back wrongly fails only then.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const EVERY_MS = 200
/** At most a tenth of the time goes into it. */
const SHARE = 10

setFlagsFromString('--expose-gc')
/** @type {() => void} */
const collect = runInNewContext('gc')
collectLater(EVERY_MS)

/** @param {number} ms */
function collectLater(ms) {
  setTimeout(() => {
    const started = performance.now()
    collect()
    collectLater(Math.max(EVERY_MS, (performance.now() - started) * SHARE))
  }, ms).unref()
}
