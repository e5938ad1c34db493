// Places offered while typing, after a typing error, and near where a person stands.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { municipalitiesNamed, nearestPlace, nearPlaceNames, placesNamed } from '#app/domain/places/suggestions.ts'
import { findMunicipality, findPlace, PLACES } from '#app/domain/places/places.ts'
import { editDistance } from '#app/domain/search/edit-distance.ts'

const names = (places: readonly { name: string }[]) => places.map(({ name }) => name)

describe('while a person types a place', () => {
  test('the biggest comes first, whatever the alphabet', () => {
    expect(names(placesNamed('li', 3))).toEqual(['Liepāja', 'Līvāni', 'Limbaži'])
    expect(names(placesNamed('Ли', 3))).toEqual(['Liepāja', 'Līvāni', 'Limbaži'])
    expect(names(placesNamed('r', 2))).toEqual(['Rīga', 'Rēzekne'])
  })

  test('marks need not be typed, and may be', () => {
    expect(names(placesNamed('cesi', 1))).toEqual(['Cēsis'])
    expect(names(placesNamed('CĒSI', 1))).toEqual(['Cēsis'])
    expect(names(placesNamed('Юрм', 1))).toEqual(['Jūrmala'])
  })

  test('a small place called exactly so comes before a big one that only begins so', () => {
    expect(names(placesNamed('sala', 3))).toEqual(['Sala', 'Salaspils', 'Salacgrīva'])
  })

  test('a word before the name does no harm', () => {
    expect(names(placesNamed('в Лиеп', 1))).toEqual(['Liepāja'])
    expect(names(placesNamed('near Tal', 1))).toEqual(['Talsi'])
  })

  test('nothing typed, nothing known and nonsense offer nothing', () => {
    expect(placesNamed('', 5)).toEqual([])
    expect(placesNamed('  ', 5)).toEqual([])
    expect(placesNamed('xyz', 5)).toEqual([])
    expect(placesNamed('l'.repeat(10_000), 5)).toEqual([])
  })

  test('never more than asked for, and no place twice', () => {
    expect(placesNamed('l', 4)).toHaveLength(4)
    expect(new Set(placesNamed('v', 500)).size).toBe(placesNamed('v', 500).length)
  })

  test('a novads is offered by the beginning of its name', () => {
    expect(municipalitiesNamed('dienv', 5).map(({ code }) => code)).toEqual(['dienvidkurzeme'])
    expect(municipalitiesNamed('augsd', 5).map(({ name }) => name)).toEqual(['Augšdaugavas novads'])
    expect(municipalitiesNamed('', 5)).toEqual([])
  })
})

describe('did you mean', () => {
  test.each([
    ['liepja', 'Liepāja'],
    ['leipaja', 'Liepāja'],
    ['ventpils', 'Ventspils'],
    ['vnetspils', 'Ventspils'],
    ['kuldga', 'Kuldīga'],
    ['Daugavpls', 'Daugavpils'],
    ['rigga', 'Rīga'],
    ['liepajjaa', 'Liepāja'],
    ['pie Liepjas', 'Liepāja'],
    ['Лиепаяя', 'Liepāja'],
    ['в Даугавпилсс', 'Daugavpils'],
    ['Венстпилс', 'Ventspils'],
    ['dienvidkurzmes novads', 'Dienvidkurzemes novads'],
  ])('%s: %s', (typed, meant) => {
    expect(findPlace(typed)).toBeUndefined()
    expect(nearPlaceNames(typed, 3)[0]).toBe(meant)
  })

  test('at most as many as asked for, each a name that is understood', () => {
    const meant = nearPlaceNames('liepna', 3)
    expect(meant).toHaveLength(3)
    expect(meant.filter((name) => !findPlace(name) && !findMunicipality(name))).toEqual([])
  })

  test.each([['Hamburg'], ['zz'], [''], ['x'.repeat(5000)], ['LV-3401'], ['Stokholma']])('%s is near nothing', (typed) => {
    expect(nearPlaceNames(typed, 3)).toEqual([])
  })

  test('short words are near only to what is one typing error away', () => {
    expect(nearPlaceNames('abe', 3)).toContain('Ape')
    expect(nearPlaceNames('oxa', 3)).not.toContain('Ogre')
  })

  test('every name with a letter lost in the middle is offered again', () => {
    const lost = PLACES.filter(({ name }) => {
      const typed = name.slice(0, 2) + name.slice(3)
      return name.length >= 6 && findPlace(typed) === undefined && !nearPlaceNames(typed, 3).includes(name)
    })
    expect(lost).toEqual([])
  })
})

describe('typing errors', () => {
  test.each([
    ['liepaja', 'liepaja', 0],
    ['liepja', 'liepaja', 1],
    ['leipaja', 'liepaja', 1],
    ['liepajaa', 'liepaja', 1],
    ['liepoja', 'liepaja', 1],
    ['epails', 'epalis', 1],
    ['lepjaa', 'liepaja', 2],
    ['', 'ab', 2],
    ['talsi', 'saldus', 3],
  ])('%s and %s: %i (3 means more than two)', (a, b, errors) => {
    expect(editDistance(a, b, 2)).toBe(errors)
  })

  /** The textbook's, without a bound. */
  function textbook(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)))
    const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
    for (let i = 1; i <= a.length; i += 1)
      for (let j = 1; j <= b.length; j += 1) {
        const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
        rows[i]?.splice(j, 1, Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped))
      }
    return at(a.length, b.length)
  }

  test('as many as the textbook counts, up to the bound', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(textbook(a, b), most + 1))
      }),
      { seed: 4, numRuns: 3000 },
    )
  })
})

describe('near me', () => {
  test('rounded coordinates in a town are those of that town', () => {
    expect(nearestPlace({ lat: 56.5, lon: 21 })?.name).toBe('Liepāja')
    expect(nearestPlace({ lat: 57.4, lon: 21.6 })?.name).toBe('Ventspils')
    expect(nearestPlace({ lat: 56.35, lon: 21.06 })?.name).toBe('Nīca')
  })

  test('every place is nearest to itself', () => {
    expect(PLACES.filter((place) => nearestPlace(place.coordinates) !== place)).toEqual([])
  })

  test('abroad, at sea and nowhere there is none', () => {
    expect(nearestPlace({ lat: 52.5, lon: 13.4 })).toBeUndefined()
    expect(nearestPlace({ lat: 57.2, lon: 20 })).toBeUndefined()
    expect(nearestPlace({ lat: NaN, lon: 21 })).toBeUndefined()
    expect(nearestPlace({ lat: Infinity, lon: 21 })).toBeUndefined()
  })
})
