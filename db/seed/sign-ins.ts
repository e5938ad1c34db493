// The demo's own sign-ins; the people are invented and so are the secrets.

/** For each of the four accounts; the screens tell it to whoever runs the demo. */
export const DEMO_PASSWORD = 'tilts-demo-2026'
export const DEMO_PIN = '246810'

// Made once with `hashSecret`: hashing takes too long for every first start.
export const DEMO_PASSWORD_HASH = 'scrypt.32768.uIW8-cbaKbQ3E49RU__F0g.6fCYJIdikJvfcSHLEKnF6jKidewp7BzHuCRF5hQlAaU'
export const DEMO_PIN_HASH = 'scrypt.32768.xZK976sGKur9XujgeruNeg.lyvFJEpV7zKw6U6NXFirZrl4Gs9kpVTChHSvjqdgPPM'
/** No secret matches it: these accounts only stand in lists. */
export const NO_SIGN_IN = 'none'

/** In the order of the sign-in page. */
export const DEMO_ACCOUNTS = {
  employer: 'darba.devejs@example.test',
  caseworker: 'probacija@example.test',
  ngo: 'biedriba@example.test',
  coordinator: 'koordinators@example.test',
} as const
export type DemoAccount = keyof typeof DEMO_ACCOUNTS
