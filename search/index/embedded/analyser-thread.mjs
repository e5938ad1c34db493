// The thread of `openAnalyser`: analyses what it is sent, in order. JavaScript, since a thread does not take over the main one's TypeScript.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

/** @type {import('../document.ts').VacancyDocument[][]} */
const queue = []
// Listening begins at once, so that nothing sent meanwhile is lost.
parentPort?.on('message', (documents) => queue.push(documents))

register()
const { analyseDocument } = await import('./analysed-vacancy.ts')

/** @param {import('../document.ts').VacancyDocument[]} documents */
function analyse(documents) {
  parentPort?.postMessage(documents.map((document) => analyseDocument(document).analysis))
}

queue.forEach(analyse)
parentPort?.removeAllListeners('message')
parentPort?.on('message', analyse)
