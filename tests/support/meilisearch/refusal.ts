// How the server says no: the body, the code, the status. Codes and texts are those of Meilisearch's source (v1.50).
export type ErrorBody = { message: string; code: string; type: string; link: string }

const STATUS: Record<string, number> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  document_not_found: 404,
  task_not_found: 404,
  batch_not_found: 404,
  not_found: 404,
  missing_content_type: 415,
  invalid_content_type: 415,
  payload_too_large: 413,
  no_space_left_on_device: 422,
  internal: 500,
  too_many_search_requests: 503,
  // Not of Meilisearch: something it knows and this double does not.
  unknown_to_double: 501,
}
const TYPE: Record<string, string> = {
  missing_authorization_header: 'auth',
  invalid_api_key: 'auth',
  internal: 'internal',
  database_size_limit_reached: 'internal',
  no_space_left_on_device: 'system',
  too_many_search_requests: 'system',
}

export function errorBody(code: string, message: string): ErrorBody {
  return { message, code, type: TYPE[code] ?? 'invalid_request', link: `https://docs.meilisearch.com/errors#${code}` }
}

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly body: ErrorBody
  readonly status: number
  constructor(code: string, message: string, status = STATUS[code] ?? 400) {
    super(message)
    this.body = errorBody(code, message)
    this.status = status
  }
}

/** Better a loud no than an answer that the real server would not give. */
export function unknownToDouble(what: string): Refusal {
  return new Refusal('unknown_to_double', `The double does not know ${what}: teach it before you lean on it.`)
}
