// Tells whether this Node.js is new enough; written for any Node.js that knows modules, so that an old one says so instead of failing to parse.

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} the sentence to print, or null when the version will do
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Tilts needs Node.js 20.19 or newer, and this is Node.js ${version}: install a newer one from https://nodejs.org and try again.`
}
