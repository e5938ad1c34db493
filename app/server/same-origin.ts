// A change is accepted only from the site's own pages. Remix checks this for page actions, not for resource routes.

/** @param headers of a request that is not GET or HEAD. */
export function isSameOrigin(headers: Headers, ownHost: string): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('Origin')
  if (origin === null) return true
  try {
    return new URL(origin).host === ownHost
  } catch {
    return false
  }
}
