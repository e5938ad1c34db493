// Who may do what with which class of data: the table, what it means, and its copy in the document.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DATA_CLASSES } from '#app/domain/people/data-classes.ts'
import { mayRead, PERMISSIONS, rolesThatMay, SHAREABLE } from '#app/domain/people/permissions.ts'

test('an organisation that is no public authority never reads the record or the situation, in no role and whatever is shared', () => {
  for (const of of ['record', 'situation'] as const)
    for (const role of ['leads', 'supports'] as const) {
      expect(mayRead(of, false, { role, shares: [...SHAREABLE] })).toBe(false)
      expect(rolesThatMay('write', of, false)).toEqual({ always: [], whenShared: [] })
    }
})

test('what is shared is read, and not written', () => {
  expect(mayRead('identity', true, { role: 'supports', shares: ['identity'] })).toBe(true)
  expect(mayRead('identity', true, { role: 'supports', shares: ['record'] })).toBe(false)
  expect(rolesThatMay('write', 'identity', true)).toEqual({ always: ['leads'], whenShared: [] })
})

test('only who leads makes a card, closes a correction, or changes the identity', () => {
  for (const of of ['access', 'corrections', 'identity'] as const) expect(rolesThatMay('write', of, true).always).toEqual(['leads'])
})

test('the document says of each class what the table says', () => {
  const rows = DATA_CLASSES.map((of) => {
    const { leads, supports } = PERMISSIONS[of]
    return `| ${of} | ${leads.authority} | ${leads.other} | ${supports.authority} | ${supports.other} |`
  })
  const document = readFileSync('docs/privacy.md', 'utf8')
  expect(rows.filter((row) => !document.includes(`\n${row}\n`))).toEqual([])
})
