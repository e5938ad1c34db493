// Bringing in the national register's records: what people then find on the board, and what a second run does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { endOfDay } from '#app/domain/shared/day.ts'
import { importCommand } from '#app/commands/import.ts'
import { lastChange } from '#db/change-feed/changes.ts'
import { importRecords } from '#db/import/nva/write.ts'
import { vacancy, vacancyStance } from '#db/schema/index.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { testStore } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'
import { anEmployer } from '#tests/support/rows.ts'

const now = Date.parse('2026-10-01T09:00:00Z')

const RECORD = {
  id: 461007833,
  profesija: 'PAVĀRS',
  uznemums: 'SIA "Izdomātā Ēdnīca"',
  adrese: 'LATVIJA, Parauga iela 5, Grobiņa, Grobiņas nov.',
  darba_apraksts: '<p>Gatavot pusdienas.</p><p>Zvanīt 26123456, anna@izdomats.example</p>',
  alga_no_lidz: '1100-1400',
  publicesanas_datums: '2026-09-20',
  aktuala_lidz: '2026-11-30',
  ir_attalinati_veicams_darbs: false,
  kontaktpersona: 'Anna Paraudziņa',
  kontaktpersonas_epasts: 'anna@izdomats.example',
  kontaktpersonas_talrunis: '+371 26123456',
}

const LIST_FORM = {
  id: 461007833,
  kla_profesija_nosaukums: 'PAVĀRS',
  uzn_uznemums_nosaukums: 'SIA "Izdomātā Ēdnīca"',
  vieta: 'Grobiņa, Grobiņas nov.',
  alga_no_lidz: '1100-1400',
  publicesanas_laiks: '2026-09-20 08:15:00',
  aktuala_lidz: '2026-11-30',
}

async function vacancies(store: Store) {
  return store.read((db) => db.select().from(vacancy).orderBy(vacancy.sourceId))
}

describe('what goes in', () => {
  test('a vacancy of the register is public at once, and the employer has not been asked', async () => {
    const store = await testStore()
    expect(await importRecords(store, [RECORD], { now })).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: [] })
    const [row] = await vacancies(store)
    expect(row).toMatchObject({
      source: 'nva',
      sourceId: '461007833',
      sourceEmployer: 'SIA "Izdomātā Ēdnīca"',
      sourceEmployerKey: 'izdomata ednica',
      employerId: null,
      state: 'published',
      visibility: 'public',
      title: 'Pavārs',
      occupation: '5120',
      description: 'Gatavot pusdienas.',
      municipality: 'dienvidkurzeme',
      place: 'Grobiņa',
      address: 'Parauga iela 5',
      payFromCents: 1100_00,
      payToCents: 1400_00,
      expiresAt: endOfDay('2026-11-30'),
    })
    const stances = await store.read((db) => db.select().from(vacancyStance))
    expect(stances).toHaveLength(OFFENCE_FAMILIES.length)
    expect(stances.every(({ stance }) => stance === 'not_asked')).toBe(true)
  })

  test('the contact person is nowhere in the database', async () => {
    const store = await testStore()
    await importRecords(store, [RECORD, ...makeRecords(30)], { now })
    expect(JSON.stringify(await vacancies(store))).not.toMatch(/Anna|Paraudziņ|26123456|\+371|@/)
  })

  test('the index and the match board are told of every vacancy', async () => {
    const store = await testStore()
    await importRecords(store, [RECORD, { ...RECORD, id: 2 }], { now })
    const told = await listChanges(store, 0)
    expect(told.map(({ subject }) => subject)).toEqual(['vacancy', 'vacancy'])
    expect(told.map(({ subjectId }) => subjectId).sort()).toEqual((await vacancies(store)).map(({ id }) => id).sort())
  })

  test('broken records are reported with their number and reason, and the rest goes in', async () => {
    const store = await testStore()
    const result = await importRecords(
      store,
      [null, RECORD, { ...RECORD, id: 7, aktuala_lidz: 'drīz' }, RECORD, { ...RECORD, id: 8 }, {}],
      { now },
    )
    expect(result).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: [
        { record: 1, id: null, reason: 'not_an_object' },
        { record: 3, id: '7', reason: 'dates_unreadable' },
        { record: 4, id: '461007833', reason: 'duplicate' },
        { record: 6, id: null, reason: 'id_missing' },
      ],
    })
  })

  test('an empty file is no error', async () => {
    const store = await testStore()
    expect(await importRecords(store, [], { now })).toEqual({ created: 0, updated: 0, unchanged: 0, rejected: [] })
  })
})

describe('what a second run does', () => {
  test('the same records change nothing, not even the feed', async () => {
    const store = await testStore()
    await importRecords(store, makeRecords(300), { now })
    const [before, seq] = [await vacancies(store), await lastChange(store)]
    expect(await importRecords(store, makeRecords(300), { now: now + 1000 })).toEqual({
      created: 0,
      updated: 0,
      unchanged: 300,
      rejected: [],
    })
    expect(await vacancies(store)).toEqual(before)
    expect(await lastChange(store)).toBe(seq)
  })

  test('a changed record changes its vacancy, which keeps its address', async () => {
    const store = await testStore()
    await importRecords(store, [RECORD], { now })
    const [before] = await vacancies(store)
    const result = await importRecords(store, [{ ...RECORD, alga_no_lidz: '1200-1500', aktuala_lidz: '2026-12-31' }], { now: now + 1000 })
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
    const [after] = await vacancies(store)
    expect(after).toMatchObject({
      id: before?.id,
      payFromCents: 1200_00,
      expiresAt: endOfDay('2026-12-31'),
      version: 2,
      updatedAt: now + 1000,
    })
  })

  test('the list form, which carries less, takes nothing away', async () => {
    const store = await testStore()
    await importRecords(store, [RECORD], { now })
    const before = await vacancies(store)
    expect(await importRecords(store, [LIST_FORM], { now: now + 1000 })).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await vacancies(store)).toEqual(before)
  })

  test('the detail form adds what the list form lacked', async () => {
    const store = await testStore()
    await importRecords(store, [LIST_FORM], { now })
    expect(await importRecords(store, [RECORD], { now: now + 1000 })).toMatchObject({ updated: 1 })
    expect((await vacancies(store))[0]).toMatchObject({ description: 'Gatavot pusdienas.', address: 'Parauga iela 5' })
  })

  test('a vacancy that its employer took over is left alone', async () => {
    const store = await testStore()
    await importRecords(store, [RECORD], { now })
    const employer = await anEmployer(store)
    await store.write((tx) =>
      tx.update(vacancy).set({ employerId: employer.id, title: 'Pavārs skolā' }).where(eq(vacancy.sourceId, '461007833')),
    )
    const before = await vacancies(store)
    const result = await importRecords(store, [{ ...RECORD, alga_no_lidz: '1' }], { now: now + 1000 })
    expect(result).toEqual({ created: 0, updated: 0, unchanged: 1, rejected: [] })
    expect(await vacancies(store)).toEqual(before)
  })
})

describe('the command', () => {
  function terminal() {
    const folder = mkdtempSync(join(tmpdir(), 'tilts-import-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const [out, progress]: [string[], string[]] = [[], []]
    const data = join(folder, 'data')
    return {
      out,
      progress,
      data,
      file: (content: string | Buffer) => {
        const path = join(folder, 'records.json')
        writeFileSync(path, content)
        return path
      },
      run: (...args: string[]) =>
        importCommand(args, {
          env: { TILTS_DATA: data },
          now: () => now,
          out: (line) => out.push(line),
          progress: (line) => progress.push(line),
        }),
    }
  }

  test('tells how far it is, and with --json ends with the result as one line', async () => {
    const at = terminal()
    const file = at.file(JSON.stringify([...makeRecords(300), { id: 'x' }]))
    expect(await at.run('nva', file, '--json')).toBe(0)
    expect(at.progress).toContain('250 of 301 records')
    expect(at.progress).toContain('Record 301 (id "x") was left out: id_odd')
    expect(JSON.parse(at.out.at(-1) ?? '')).toEqual({
      created: 300,
      updated: 0,
      unchanged: 0,
      rejected: [{ record: 301, id: 'x', reason: 'id_odd' }],
    })
  })

  test('tells a person the numbers in words', async () => {
    const at = terminal()
    expect(await at.run('nva', at.file(JSON.stringify([RECORD])))).toBe(0)
    expect(at.out).toEqual(['1 created, 0 updated, 0 unchanged, 0 left out'])
  })

  test.each([
    ['is cut off', '[{"id": 1}, {"id":', 'is not JSON'],
    ['is no array', '{"id": 1}', 'is not an array'],
    ['is in another encoding', Buffer.from([0x5b, 0x22, 0xe0, 0x22, 0x5d]), 'is not JSON in UTF-8'],
  ])('a file that %s changes nothing', async (_, content, sentence) => {
    const at = terminal()
    const store = openSqliteIn(at.data)
    expect(await at.run('nva', at.file(content))).toBe(1)
    expect(at.progress.join('\n')).toContain(sentence)
    expect(await vacancies(store)).toEqual([])
  })

  test('a missing file is one clear sentence', async () => {
    const at = terminal()
    expect(await at.run('nva', 'no-such-file.json')).toBe(1)
    expect(at.progress).toEqual(['The file no-such-file.json cannot be read (ENOENT); nothing was changed.'])
  })

  test.each([[[]], [['nva']], [['esf', 'a.json']], [['nva', 'a.json', 'b.json']], [['nva', '--help']]])(
    'asked as “%s” it tells how to ask',
    async (args) => {
      const at = terminal()
      expect(await at.run(...args)).toBe(2)
      expect(at.progress).toEqual(['Usage: npm run import -- nva FILE.json [--json]'])
    },
  )

  test('it may run while the site has the same database open', async () => {
    const at = terminal()
    await at.run('nva', at.file('[]'))
    const site = openSqliteIn(at.data)
    expect(await at.run('nva', at.file(JSON.stringify([RECORD])))).toBe(0)
    expect(await vacancies(site)).toHaveLength(1)
    expect(await lastChange(site)).toBe(1)
  })
})

function openSqliteIn(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const store = openSqlite(join(folder, 'tilts.sqlite'))
  onTestFinished(() => store.close())
  return store
}
