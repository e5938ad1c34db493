// What people of the demo ask, are answered and are told beside a refusal.

export const QUESTIONS = {
  lv: [
    'Vai uz darbu var tikt ar autobusu, ja maiņa beidzas vēlu?',
    'Vai pirmajā mēnesī var saņemt avansu?',
    'Cik ilgs ir pārbaudes laiks?',
    'Kurš uzņēmumā zinās, ka esmu pieteicies šādi?',
  ],
  ru: [
    'Можно ли добраться на автобусе, если смена заканчивается поздно?',
    'Можно ли в первый месяц получить аванс?',
    'Какой испытательный срок?',
    'Кто на предприятии будет знать, как я к ним попал?',
  ],
} as const

/** In the order of the questions. */
export const ANSWERS = {
  lv: [
    'Pēdējais autobuss ir 22.40, maiņa beidzas 22.00. Sestdienās aizved uzņēmuma busiņš.',
    'Jā, avansu maksā pēc pirmajām divām nedēļām, ja to pasakāt uzreiz.',
    'Trīs mēneši, alga ir tāda pati kā pēc tam.',
    'Tikai cilvēks, kurš norādīts vakancē; pārējiem to nestāsta.',
  ],
  ru: [
    'Последний автобус в 22.40, смена заканчивается в 22.00. По субботам отвозит автобус предприятия.',
    'Да, аванс платят после первых двух недель, если сказать сразу.',
    'Три месяца, зарплата такая же, как потом.',
    'Только тот, кто указан в вакансии; другим не рассказывают.',
  ],
} as const

export const NOTES = [
  'Labs kandidāts, bet šobrīd vajag kādu, kas var sākt jau pirmdien.',
  'Ja pavasarī vēl meklēs darbu, lūdzu, pasakiet mums.',
  'Bija uz pārrunām, tomēr izvēlējāmies cilvēku ar apliecību.',
  'Paldies par priekšlikumu, nākamreiz labprāt.',
]
