// The HTTP edge: security headers, compression, built files, body limit, same-origin check, then Remix.
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { paths } from '#app/paths.ts'
import { LARGEST_BODY_BYTES } from './limits.ts'
import { RETRY_AFTER } from './responses.ts'
import { isSameOrigin } from './same-origin.ts'

type Options = {
  handler: RequestHandler
  /** Answers for scripts, styles and pictures, and hands on what is none. */
  files: RequestHandler
  newNonce: () => string
  secure: boolean
  /** Told of what went wrong outside the pages; a page's own errors are logged where it is rendered. */
  onError: (error: unknown) => void
  /** True from the moment the site is told to stop: a proxy that asks should send no more here. */
  closing?: () => boolean
}

/** A proxy in front says who asks; it stands on this machine or in its private network, and nobody else is believed. */
const TRUSTED_PROXIES = 'loopback, linklocal, uniquelocal'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

function headersOf(request: express.Request): Headers {
  const headers = new Headers()
  for (const name of ['sec-fetch-site', 'origin']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

const refuseLargeOrForeign: RequestHandler = (request, response, next) => {
  if (SAFE_METHODS.has(request.method)) {
    next()
    return
  }
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length)) {
    response.status(411).type('text').send('Length required')
  } else if (length > LARGEST_BODY_BYTES) {
    response.status(413).type('text').send('Too large')
  } else if (!isSameOrigin(headersOf(request), request.headers.host ?? '')) {
    response.status(403).type('text').send('Not from this site')
  } else {
    next()
  }
}

/** No text holds a NUL: PostgreSQL refuses it, and no page of ours sends one. */
const refuseNul: RequestHandler = (request, response, next) => {
  if (request.originalUrl.includes('%00')) response.status(400).type('text').send('Bad address')
  else next()
}

function isSendersError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === 'ERR_INVALID_URL') return true
  return 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500
}

/** Express's own would answer with the error's words and stack, which may hold values of a row. */
function answerError(onError: Options['onError']): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const theirs = isSendersError(error)
    if (!theirs) onError(error)
    if (response.headersSent) {
      // Half an answer is ended, not mended; without an error nothing is printed.
      response.destroy()
      next()
      return
    }
    response
      .status(theirs ? 400 : 500)
      .type('text')
      .send(theirs ? 'Bad address' : 'Something went wrong')
  }
}

/** Before the pages, which would ask the database. */
function refuseWhenClosing(closing: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (closing()) response.status(503).set('Retry-After', RETRY_AFTER).json({ status: 'stopping' })
    else next()
  }
}

/** The files of a build: what has its content in its name may be kept for ever. */
export function builtFiles(folder: string): RequestHandler {
  const files = express.Router()
  files.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y' }))
  files.use(express.static(folder, { maxAge: '1h', index: false }))
  return files
}

export function buildHttp({ handler, files, newNonce, secure, onError, closing = () => false }: Options): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', TRUSTED_PROXIES)
  app.use((_request, response, next) => {
    response.locals.nonce = newNonce()
    next()
  })
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${String((response as express.Response).locals.nonce)}'`],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure,
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
  app.use(refuseNul)
  app.use(compression())
  app.use(files)
  app.use(refuseLargeOrForeign)
  app.use((request, response, next) => {
    // Remix adds its headers to these: what says by itself how long it keeps gets none.
    if (request.path !== paths.api.suggestions()) response.set('Cache-Control', 'no-store')
    next()
  })
  app.get('/readyz', refuseWhenClosing(closing))
  app.all('*', handler)
  app.use(answerError(onError))
  return app
}
