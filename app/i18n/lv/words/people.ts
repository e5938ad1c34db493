// People and those who work with them, in Latvian: stage, readiness, organisations and roles.

export const peopleWords = {
  /** For caseworkers and the person only. */
  stage: {
    looking: 'Meklē darbu',
    in_custody: 'Ieslodzījuma vietā',
    open_prison: 'Atklātajā cietumā',
    preparing_release: 'Gatavojas atbrīvošanai',
    in_work: 'Strādā',
    settled: 'Pastāvīgs darbs, atbalsts noslēgts',
    left: 'Atbalsts pārtraukts',
  },
  /** All that an organisation outside public authority is shown of a stage. */
  activity: {
    seeking: 'Meklē darbu',
    working: 'Strādā',
    finished: 'Atbalsts noslēgts vai pārtraukts',
  },
  readinessItem: {
    id_document: 'Pase vai personas apliecība',
    declared_residence: 'Deklarēta dzīvesvieta',
    bank_account: 'Bankas konts',
    phone: 'Tālrunis',
    email: 'E-pasts',
    housing: 'Mājoklis',
    nva_status: 'Statuss NVA',
    tax_book: 'Algas nodokļa grāmatiņa',
    medical_book: 'Medicīniskā grāmatiņa',
    clothes: 'Apģērbs',
    transport: 'Nokļūšana darbā',
  },
  readinessState: { in_place: 'Ir', in_progress: 'Tiek kārtots', needed: 'Vajadzīgs' },
  travelMeans: {
    walk: 'Kājām',
    bicycle: 'Ar velosipēdu',
    bus: 'Ar autobusu vai vilcienu',
    car: 'Ar automašīnu',
    none: 'Nav, ar ko nokļūt',
  },
  recordStatus: { none: 'Ierakstu nav', unspent: 'Nav dzēsta', spent: 'Dzēsta', unknown: 'Nav zināms' },
  involvementRole: { leads: 'Vada darbu ar cilvēku', supports: 'Atbalsta' },
  involvementBasis: { law: 'Likums vai noteikums', consent: 'Cilvēka piekrišana' },
  dataClass: {
    identity: 'vārds un kontakti',
    record: 'ierobežotā daļa',
    situation: 'posms un atrašanās vieta',
    profile: 'profils',
    readiness: 'gatavība',
    proposals: 'priekšlikumi',
  },
  keepingReason: {
    works_with: 'Ar cilvēku joprojām strādājam',
    wished: 'Cilvēks to vēlas',
    open_matter: 'Ir nepabeigts jautājums: sūdzība, strīds, pārbaude',
  },
  handoverRefusal: {
    other_area: 'Cilvēks dzīvo citā teritorijā',
    no_capacity: 'Pašlaik nav brīvu speciālistu',
    other_help: 'Vajadzīga cita veida palīdzība',
    known_otherwise: 'Ar cilvēku jau strādā citādi',
  },
  organisationKind: {
    probation: 'Probācijas dienests',
    municipal: 'Pašvaldības sociālais dienests',
    prison: 'Ieslodzījuma vieta',
    ngo: 'Nevalstiska organizācija',
  },
  verificationState: { pending: 'Gaida pārbaudi', verified: 'Apstiprināts', refused: 'Noraidīts' },
  role: { employer: 'Darba devējs', caseworker: 'Speciālists', coordinator: 'Koordinators' },
  custodyRegime: { closed: 'Slēgts', part_closed: 'Daļēji slēgts', open: 'Atklāts' },
}
