// How the server says no: codes and status as in Meilisearch's source (v1.50).
export type ErrorBody = { message: string; code: string; type: string; link: string }

const STATUS: Readonly<Record<string, number>> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  task_not_found: 404,
  internal: 500,
  too_many_search_requests: 503,
}
const TYPES: Readonly<Record<number, string>> = { 401: 'auth', 403: 'auth', 500: 'internal', 503: 'system' }

/** An answer that the real server would give as well. Whatever else is thrown is a gap in the double and fails the test that met it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: ErrorBody

  /** @param ofBatch the task that meets it takes all tasks of its batch with it. */
  constructor(
    code: string,
    message: string,
    readonly ofBatch = false,
  ) {
    super(message)
    this.status = STATUS[code] ?? 400
    const type = TYPES[this.status] ?? 'invalid_request'
    this.body = { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` }
  }
}

/** Better a failed test than an answer that the real server would not give. */
export function unknownToDouble(what: string): Error {
  return new Error(`The Meilisearch double does not know ${what}`)
}
