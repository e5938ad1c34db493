// What stands before a journey begins: sent as the forms of the pages send it, without opening them.
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { paths } from '#app/paths.ts'
import { ownSite } from './own-site.ts'

/** @returns the address that the form leads to. */
async function send(as: Page, address: string, form: Record<string, string>): Promise<string> {
  const answer = await as.request.post(address, { form, maxRedirects: 0, headers: { Origin: ownSite().baseUrl } })
  expect(answer.status()).toBe(303)
  return answer.headers()['location'] ?? ''
}

/** Registers a released person; answers the address of the person's page. */
export async function aNewPerson(caseworker: Page, label: string): Promise<string> {
  const identity = { givenName: 'Kāds', familyName: 'Izdomenieks', phone: '+371 20 000 101' }
  const edit = await send(caseworker, paths.casework.newPerson(), { label, language: 'lv', stage: 'looking', ...identity })
  return edit.replace(/\/edit.*$/, '')
}

/** Asks the person about a vacancy; answers the proposal's address. */
export async function anAskedProposal(caseworker: Page, person: string, vacancyId: string): Promise<string> {
  return send(caseworker, `${person}/propose/${vacancyId}`, { deadlineDays: '7', then: 'ask' })
}
