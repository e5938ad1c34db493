// Reads many vacancies in a thread beside the one that answers requests and fills the file.
import { Worker } from 'node:worker_threads'
import type { VacancyDocument } from '../document.ts'
import { analyseDocument, type AnalysedVacancy } from './analysed-vacancy.ts'

export type Analyser = {
  analyse(documents: readonly VacancyDocument[]): Promise<AnalysedVacancy[]>
  close(): Promise<void>
}

type Readings = AnalysedVacancy['analysis'][]
type Waiting = { resolve: (readings: Readings) => void; reject: (error: Error) => void }

/** So few are read sooner than a thread has started. */
const FEWEST = 2000

export function openAnalyser(fewest: number = FEWEST): Analyser {
  /** Answers come in the order of the questions. */
  const waiting: Waiting[] = []
  let thread: Worker | null = null
  let mayHelp = true
  let asked = 0

  function start(): Worker {
    const started = new Worker(new URL('./analyser-thread.mjs', import.meta.url))
    started.on('message', (readings: Readings) => waiting.shift()?.resolve(readings))
    const rejectAll = (error: Error) => {
      for (const one of waiting.splice(0)) one.reject(error)
    }
    started.on('error', rejectAll)
    started.on('exit', () => {
      rejectAll(new Error('The reading thread ended'))
    })
    return started
  }

  async function readBeside(documents: readonly VacancyDocument[]): Promise<Readings> {
    const worker = (thread ??= start())
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(documents)
    })
  }

  return {
    analyse: async (documents) => {
      asked += documents.length
      if (mayHelp && asked > fewest) {
        try {
          const readings = await readBeside(documents)
          const read = documents.flatMap((document, at) => (readings[at] ? [{ document, analysis: readings[at] }] : []))
          if (read.length === documents.length) return read
        } catch {
          // A program that runs in another way may not be able to start it: then it takes longer.
          mayHelp = false
        }
      }
      return documents.map(analyseDocument)
    },
    close: async () => {
      await thread?.terminate()
    },
  }
}
