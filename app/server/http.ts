// The HTTP edge: security headers, compression, built files, body limit, same-origin check, then Remix.
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { LARGEST_BODY_BYTES } from './limits.ts'
import { isSameOrigin } from './same-origin.ts'

type Options = { handler: RequestHandler; clientFolder: string; newNonce: () => string; secure: boolean; onFault: (error: unknown) => void }

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

export function buildHttp({ handler, clientFolder, newNonce, secure }: Options): Express {
  const app = express()
  app.disable('x-powered-by')
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
  app.use(compression())
  app.use('/assets', express.static(`${clientFolder}/assets`, { immutable: true, maxAge: '1y' }))
  app.use(express.static(clientFolder, { maxAge: '1h', index: false }))
  app.use(refuseLargeOrForeign)
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.all('*', handler)
  return app
}
