// A place however a person writes it: case by case, with marks and without, in three languages, with words around it.
import { describe, expect, test } from 'vitest'
import { GEONAMES_ROWS } from '#app/domain/places/geonames-data.ts'
import { centreOf, findMunicipality, findPlace } from '#app/domain/places/places.ts'
import { russianForms, russianName } from '#app/domain/places/russian-names.ts'

const CASES: readonly (readonly [name: string, written: string])[] = [
  ['Liepāja', 'Liepāja Liepājas Liepājai Liepāju Liepājā liepaja liepajas LIEPAJA Лиепая Лиепаи Лиепае Лиепаю Лиепаей'],
  ['Rīga', 'Rīga Rīgas Rīgai Rīgu Rīgā riga rigas Riga Рига Риги Риге Ригу Ригой РИГА'],
  ['Ventspils', 'Ventspils Ventspilij Ventspili Ventspilī ventspili Вентспилс Вентспилса Вентспилсу Вентспилсом Вентспилсе Вентспил'],
  ['Daugavpils', 'Daugavpils Daugavpilī daugavpili Даугавпилс Даугавпилса Даугавпилсе'],
  ['Jēkabpils', 'Jēkabpilī jekabpili Екабпилс Екабпилсе'],
  ['Cēsis', 'Cēsis Cēsu Cēsīm Cēsīs cesis cesu Цесис Цесисе'],
  ['Saldus', 'Saldus Saldum Saldu Saldū saldu Салдус Салдуса Салдусе'],
  ['Talsi', 'Talsi Talsu Talsiem Talsus Talsos talsos Талси Талсах'],
  ['Ādaži', 'Ādaži Ādažu Ādažos adazi adazos Адажи Адажах'],
  ['Līvāni', 'Līvāni Līvānos livanos Ливани Ливаны Ливанах'],
  ['Saulkrasti', 'Saulkrasti Saulkrastos saulkrastos Саулкрасти Саулкрасты Саулкрастах'],
  ['Tukums', 'Tukums Tukuma Tukumam Tukumu Tukumā tukuma Тукумс Тукум Тукумсе Тукуме'],
  ['Aizpute', 'Aizpute Aizputes Aizputei Aizputi Aizputē aizpute Айзпуте'],
  ['Pļaviņas', 'Pļaviņas Pļaviņu Pļaviņām Pļaviņās plavinas plavinu Плявиняс'],
  ['Vaiņode', 'Vaiņode Vaiņodē vainode Вайнёде Вайнеде'],
  ['Jūrmala', 'Jūrmalā jurmala Юрмала Юрмале Юрмалу'],
  ['Kazdanga', 'Kazdanga Kazdangā kazdangas Казданга Казданге'],
  ['Ķekava', 'Ķekavā kekava Кекава Кекаве'],
]

describe('every case, with marks and without, in Latvian and Russian', () => {
  test.each(CASES.flatMap(([name, written]) => written.split(' ').map((form) => [form, name] as const)))('%s is %s', (form, name) => {
    expect(findPlace(form)?.name).toBe(name)
  })
})

describe('with the words that stand around it', () => {
  test.each([
    ['in Riga', 'Rīga'],
    ['near Talsi', 'Talsi'],
    ['pie Liepājas', 'Liepāja'],
    ['no Rīgas', 'Rīga'],
    ['uz Ventspili', 'Ventspils'],
    ['в Лиепае', 'Liepāja'],
    ['во Вентспилсе', 'Ventspils'],
    ['В РИГЕ', 'Rīga'],
    ['из Лиепаи', 'Liepāja'],
    ['около Цесиса', 'Cēsis'],
    ['г. Рига', 'Rīga'],
    ['г.Юрмала', 'Jūrmala'],
    ['в г. Лиепая', 'Liepāja'],
    ['город Резекне', 'Rēzekne'],
    ['Liepāja, Latvija', 'Liepāja'],
    ['Riga, Latvia', 'Rīga'],
    ['Лиепая, Латвия', 'Liepāja'],
    ['Liepāja, LV-3401', 'Liepāja'],
    ['  Liepāja. ', 'Liepāja'],
    ['Liepājas pilsētā', 'Liepāja'],
    ['Kolkas ciems', 'Kolka'],
    ['Talsu apkārtnē', 'Talsi'],
    ['Kuldīgas tuvumā', 'Kuldīga'],
    ['Nīca, Nīcas pag., Dienvidkurzemes nov.', 'Nīca'],
  ])('%s is %s', (written, name) => {
    expect(findPlace(written)?.name).toBe(name)
  })

  test.each([['LV-3401'], ['в'], ['in'], ['near '], ['г.'], ['Latvija'], [','], [', Liepāja,'], ['Лиепайский край'], ['Talsu novads']])(
    '“%s” names no place',
    (written) => {
      expect(findPlace(written)).toBeUndefined()
    },
  )
})

describe('a name that several could mean', () => {
  test('Priekule and Priekuļi: the one called exactly so', () => {
    expect(findPlace('Priekule')?.municipality).toBe('dienvidkurzeme')
    expect(findPlace('Priekulē')?.municipality).toBe('dienvidkurzeme')
    expect(findPlace('Priekules')?.municipality).toBe('dienvidkurzeme')
    expect(findPlace('Priekuļi')?.municipality).toBe('cesis')
    expect(findPlace('priekuli')?.municipality).toBe('cesis')
    expect(findPlace('Priekuļos')?.municipality).toBe('cesis')
  })

  test('what stands behind the comma says which is meant', () => {
    expect(findPlace('priekuli, Dienvidkurzemes novads')?.name).toBe('Priekule')
    expect(findPlace('priekuli, Cēsu novads')?.name).toBe('Priekuļi')
    expect(findPlace('priekuli, Rīga')?.name).toBe('Priekuļi')
  })

  test('a city and the novads around it: alone the city, with the word the novads', () => {
    expect(findMunicipality('Ventspils')?.code).toBe('ventspils')
    expect(findMunicipality('Ventspils novadā')?.code).toBe('ventspils-novads')
    expect(findMunicipality('Rēzekne')?.code).toBe('rezekne')
    expect(findMunicipality('Rēzeknes novads')?.code).toBe('rezeknes-novads')
  })
})

describe('municipalities in three languages', () => {
  test.each([
    ['Dienvidkurzemē', 'dienvidkurzeme'],
    ['dienvidkurzemes novads', 'dienvidkurzeme'],
    ['pie Dienvidkurzemes novada', 'dienvidkurzeme'],
    ['Южнокурземский край', 'dienvidkurzeme'],
    ['в Южной Курземе', 'dienvidkurzeme'],
    ['в Талсинском крае', 'talsi'],
    ['Талсинского края', 'talsi'],
    ['Лиепайский район', 'dienvidkurzeme'],
    ['Вентспилсский край', 'ventspils-novads'],
    ['Лиепая', 'liepaja'],
    ['в Вентспилсе', 'ventspils'],
    ['in Riga', 'riga'],
    ['Nīca, Latvija', 'dienvidkurzeme'],
  ])('%s is %s', (written, code) => {
    expect(findMunicipality(written)?.code).toBe(code)
  })
})

describe('the middle of what is no town', () => {
  test.each([
    ['Dienvidkurzemes novads', 'Grobiņa'],
    ['Ventspils novads', 'Ventspils'],
    ['Jelgavas novads', 'Jelgava'],
    ['Skrundas novads', 'Skrunda'],
    ['Rundāles nov.', 'Pilsrundāle'],
    ['Stopiņu novads', 'Ulbroka'],
    ['Daugavpils novads', 'Daugavpils'],
    ['Kazdangas pagasts', 'Kazdanga'],
    ['в Талсинском крае', 'Talsi'],
  ])('%s is around %s', (written, name) => {
    expect(centreOf(written)?.name).toBe(name)
  })

  test('a parish no village is called after, and what is nowhere, have none', () => {
    expect(centreOf('Medzes pagasts')).toBeUndefined()
    expect(centreOf('Hamburg')).toBeUndefined()
    expect(centreOf('')).toBeUndefined()
  })
})

describe('Russian names', () => {
  test.each([
    ['Liepāja', 'Лиепая'],
    ['Jelgava', 'Елгава'],
    ['Jūrmala', 'Юрмала'],
    ['Jēkabpils', 'Екабпилс'],
    ['Aizkraukle', 'Айзкраукле'],
    ['Engure', 'Энгуре'],
    ['Ērgļi', 'Эргли'],
    ['Piņķi', 'Пиньки'],
    ['Pļaviņas', 'Плявиняс'],
    ['Rūjiena', 'Руиена'],
    ['Mūrmuiža', 'Мурмуйжа'],
    ['Džūkste', 'Джуксте'],
    ['Iecava', 'Иецава'],
  ])('%s is %s', (latvian, russian) => {
    expect(russianName(latvian)).toBe(russian)
  })

  test('hushing and velar stems take -и, others -ы; names in -е keep one form', () => {
    expect(russianForms('Рига')).toContain('риги')
    expect(russianForms('Кулдига')).toContain('кулдиги')
    expect(russianForms('Скрунда')).toContain('скрунды')
    expect(russianForms('Огре')).toEqual(['огре'])
  })

  test('what GeoNames calls otherwise is understood too', () => {
    const others = GEONAMES_ROWS.flatMap(([name, , , , , russian]) => russian.map((other) => [name, other] as const))
    expect(others.length).toBeGreaterThan(20)
    expect(others.filter(([name, other]) => findPlace(other)?.name !== name)).toEqual([])
  })
})
