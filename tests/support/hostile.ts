// What a script sends: addresses, ids and forms that no page of ours makes.

const LONG = 'ā'.repeat(4000)

export const HOSTILE_QUERIES: readonly string[] = [
  'page=-1',
  'page=0',
  'page=1e9',
  'page=1e400',
  'page=NaN',
  'page=Infinity',
  'page=1.5',
  'page=99999999999999999999',
  'page=2&page=x&page[]=3',
  'at=x&at=%00&at[]=y',
  `at=${Buffer.from('["after",0,"\\u0000","x"]').toString('base64url')}`,
  `at=${Buffer.from('["before",0,1e400,"x"]').toString('base64url')}`,
  `at=${Buffer.from('["after",0,0.5,"x"]').toString('base64url')}`,
  `at=${Buffer.from('["after",-1,1,"x"]').toString('base64url')}`,
  `at=${Buffer.from('["after","__proto__",{"toString":1},["x"]]').toString('base64url')}`,
  'page[]=1&page[a]=2&filter[]=x',
  'page=%00&q=%00&near=%00&stage=%00',
  `q=${encodeURIComponent(LONG)}&near=${encodeURIComponent(LONG)}`,
  'q=%25%25%25_%5C&words=%25_%5C%25&words=%25',
  "q=' OR 1=1 --&words='; drop table vacancy; --",
  'q=%F0%9F%98%80%E2%80%AE%EF%BF%BD&near=%ED%A0%80&words=%FF%FE',
  '__proto__=x&constructor=y&prototype=z&__proto__[page]=1&toString=1&hasOwnProperty=1',
  'stage=constructor&waitingOn=__proto__&missing=toString&whose=valueOf&group=constructor&state=__proto__&filter=constructor',
  'radiusKm=-5&radiusKm=1e999&pageSize=0&pageSize=-1&sort=__proto__&shift=x&shift=y&support=constructor&occupation=0000&municipality=toString',
  Array.from({ length: 500 }, (_, index) => `occupation=${String(index)}`).join('&'),
  'q=(((((((((((a+)+)+)+)+)+)+)+)+)+&words=[[[[&near=*)(&radiusKm=NaN',
  'undo=%00&hidden=true&group=fits&page=10000&from=__proto__&sent&to=//evil.example&near=<script>alert(1)</script>',
]

export const HOSTILE_IDS: readonly string[] = [
  '',
  '\0',
  '../../etc/passwd',
  "' or 1=1 --",
  LONG,
  '__proto__',
  'constructor',
  '%',
  '\ud800',
  '🙂‮',
]

const EVERY_FIELD =
  'id version form email password to company registrationNo municipality place about name phone terms organisation kind decision reason publicAuthority occupation context family effect article note source retired regime openFrom closedOn code pin number pinAgain answer question channel deadlineDays then interviewAt interviewPlace startOn week outcome evidence text sure vacancyId hide vacancy move override exit base title description positions contract address remote hoursPerWeek payFrom payTo payPeriod visibility contactName contactEmail contactPhone givenName familyName personalCode birthDate label language stage custodyPlaceId plannedReleaseOn caseworkerId correctionId as'.split(
    ' ',
  )

const every = (value: string | string[], more: Record<string, string | string[]> = {}) => ({
  ...Object.fromEntries(EVERY_FIELD.map((name) => [name, value])),
  ...more,
})

/** The names of the forms that the pages tell apart, so that each is tried with the worst it can be given. */
const FORM_NAMES =
  'stage label caseworker correction open suggest save card unlock invite withdraw end decide authority verify retire rename yes no accept turn_down ask answer send interview start not_start follow_up question interest refuse offer wrong leave'.split(
    ' ',
  )

const NAMED_FORMS = FORM_NAMES.flatMap((form) => [
  every('constructor', { form, version: '1' }),
  every(['1', '9999-12-31', '0000-00-00'], { form, version: '1' }),
])

/** Right in shape, absurd in value. */
const ABSURD = {
  version: '1',
  week: '26',
  outcome: 'in_work',
  evidence: 'caseworker',
  startOn: '9999-12-31',
  interviewAt: '9999-12-31T23:59',
  interviewPlace: LONG.slice(0, 200),
  plannedReleaseOn: '0001-01-01',
  birthDate: '9999-12-31',
  openFrom: '9999-12-31',
  closedOn: '0001-01-01',
  deadlineDays: '14',
  then: 'ask',
  stage: 'in_custody',
  custodyPlaceId: 'nowhere',
  caseworkerId: 'nobody',
  correctionId: 'nothing',
  vacancyId: 'nothing',
  hide: 'yes',
  question: 'nothing',
  answer: 'yes',
  channel: 'paper',
  payFrom: '99999999999999999999',
  payTo: '-1',
  hoursPerWeek: '1e9',
  positions: '999999999',
}

/** Names that reach into what a form is read into, and rows and fields in each other's place. */
const ODD_NAMES = [
  { '__proto__[x]': '1', '__proto__.x': '1', 'constructor[prototype][x]': '1', 'constructor.prototype.x': '1', 'toString.call': '1' },
  { 'skills[__proto__].x': '1', 'skills[0].__proto__.x': '1', 'wanted.constructor.prototype.x': '1', 'items.__proto__.state': 'in_place' },
  { 'wanted[0': 'x', 'wanted]0[': 'x', 'wanted[]': 'x', 'wanted[-1].occupation': 'x', 'wanted[1e3].occupation': 'x', 'wanted..x': 'x' },
  { 'wanted.length': '4294967295', 'shifts.length': '4294967295', 'wanted[4294967294].occupation': 'x', 'shifts[999]': 'day' },
  {
    wanted: 'x',
    items: 'x',
    stances: ['a', 'b'],
    languages: ['a', 'b'],
    banRows: 'x',
    bans: 'some',
    driving: 'x',
    certificateExpiresOn: 'x',
  },
  { 'wanted[0]': 'x', 'items.phone': 'x', 'stances.fraud': ['a', 'b'], 'languages[0]': 'x', 'banRows[0]': ['a', 'b'], bans: 'some' },
  { 'items.phone.state.x': 'x', 'stances.fraud.stance.x': 'x', 'driving.B.x': 'x', 'version.x': '1', 'form.x': 'save' },
].map((odd) => ({ version: '1', form: 'save', ...odd }))

export const HOSTILE_FORMS: readonly Record<string, string | string[]>[] = [
  { ['__proto__']: 'x', constructor: 'y', prototype: 'z', 'constructor.prototype': '1', toString: '1', hasOwnProperty: '1' },
  every('\0'),
  every(LONG),
  every(['a', 'b', LONG]),
  every("'; drop table candidate; --"),
  every('</script><script>alert(1)</script>'),
  every('a\r\nSet-Cookie: tilts_session=1\r\n\r\n<b>'),
  every('\ud800'),
  every('-1'),
  every('1e999'),
  every('__proto__'),
  every('2026-02-30'),
  every('%25_%00'),
  Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`experience[${String(index)}].months`, 'x'])),
  ...ODD_NAMES,
  ABSURD,
  ...FORM_NAMES.map((form) => ({ ...ABSURD, form })),
  ...NAMED_FORMS,
]
