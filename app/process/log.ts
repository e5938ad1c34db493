// The log: one JSON object a line, about requests and errors, never about people.
import { violationOf } from '#db/store/errors.ts'
import type { Instant } from '#app/domain/shared/day.ts'

export const LOG_LEVELS = ['silent', 'error', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Log = {
  info: (event: string, fields?: Record<string, string | number | boolean>) => void
  /** @param id the one the page shows. Only the error's name and stack are written, not its values. */
  incident: (id: string, error: unknown, fields?: Record<string, string | number>) => void
}

type Options = { level: LogLevel; now: () => Instant; write: (line: string) => void }

const MOST_FRAMES = 12

/** Where it happened. A stack begins with the message, which may hold values of a row, even lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  return (start < 0 ? '' : stack.slice(start + message.length))
    .split('\n')
    .filter((row) => /^\s+at /.test(row))
    .slice(0, MOST_FRAMES)
}

/** The database's own code stands on the cause of what the query threw. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}

export function openLog({ level, now, write }: Options): Log {
  const line = (fields: object) => {
    write(JSON.stringify({ at: new Date(now()).toISOString(), ...fields }))
  }
  return {
    info: (event, fields) => {
      if (level === 'info') line({ event, ...fields })
    },
    incident: (id, error, fields) => {
      if (level === 'silent') return
      const name = error instanceof Error ? error.name : 'Unknown'
      const stack = error instanceof Error ? framesOf(error) : []
      const constraint = violationOf(error)?.constraint
      line({ event: 'incident', incident: id, name, code: codeOf(error), ...(constraint ? { constraint } : {}), stack, ...fields })
    },
  }
}
