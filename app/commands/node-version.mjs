// Tells whether this Node.js will do; written for any Node.js that knows modules, so that an old one says so instead of failing to parse.

/** The first minor version of a major one that will do; better-sqlite3 13 needs Node-API 10, which 22.14 and 23.6 brought. */
const OLDEST = new Map([
  [20, 19],
  [22, 14],
  [23, 6],
])
/** The tests run on these. */
const TRIED = [20, 22, 24]

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} the sentence to print, or null when the version will do
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major >= 24 || minor >= (OLDEST.get(major) ?? Infinity)) return null
  return `Tilts needs Node.js 20.19, 22.14, 24 or newer, and this is Node.js ${version}: install a newer one from https://nodejs.org and try again.`
}

/**
 * @param {string} version
 * @returns {string | null} the sentence to print, or null when this version was tried
 */
export function nodeWarning(version) {
  if (TRIED.includes(Number(version.split('.')[0]))) return null
  return `Tilts was tried on Node.js ${TRIED.join(', ')} and not on ${version}: if something fails, take one of these.`
}
