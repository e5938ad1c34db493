// Analyses vacancies for the index; many of them in a worker thread, while the main thread answers requests and writes the file.
import { Worker } from 'node:worker_threads'
import type { VacancyDocument } from '../document.ts'
import { analyseDocument, type AnalysedVacancy } from './analysed-vacancy.ts'

export type Analyser = {
  analyse: (documents: readonly VacancyDocument[]) => Promise<AnalysedVacancy[]>
  close: () => Promise<void>
}

type Analyses = AnalysedVacancy['analysis'][]
type Waiting = { resolve: (analyses: Analyses) => void; reject: (error: Error) => void }

/** Fewer are analysed before a thread has even started. */
const FEWEST = 2000

export function openAnalyser(fewest: number = FEWEST): Analyser {
  /** The thread answers in the order of the requests. */
  const waiting: Waiting[] = []
  let thread: Worker | null = null
  let threadWorks = true
  let asked = 0

  function start(): Worker {
    const started = new Worker(new URL('./analyser-thread.mjs', import.meta.url))
    started.on('message', (analyses: Analyses) => waiting.shift()?.resolve(analyses))
    const rejectAll = (error: Error) => {
      for (const one of waiting.splice(0)) one.reject(error)
    }
    started.on('error', rejectAll)
    started.on('exit', () => {
      rejectAll(new Error('The analyser thread ended'))
    })
    return started
  }

  async function analyseInThread(documents: readonly VacancyDocument[]): Promise<Analyses> {
    const worker = (thread ??= start())
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(documents)
    })
  }

  return {
    analyse: async (documents) => {
      asked += documents.length
      if (threadWorks && asked > fewest) {
        try {
          const analyses = await analyseInThread(documents)
          const read = documents.flatMap((document, at) => (analyses[at] ? [{ document, analysis: analyses[at] }] : []))
          if (read.length === documents.length) return read
        } catch {
          // Where the program is run in another way a thread may not start: analysing here only takes longer.
          threadWorks = false
        }
      }
      return documents.map(analyseDocument)
    },
    close: async () => {
      await thread?.terminate()
    },
  }
}
