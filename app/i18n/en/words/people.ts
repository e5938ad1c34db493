// People and those who work with them, in English: stage, readiness, organisations and roles.

export const peopleWords = {
  /** For caseworkers and the person only. */
  stage: {
    looking: 'Looking for work',
    in_custody: 'In custody',
    open_prison: 'In open prison',
    preparing_release: 'Preparing for release',
    in_work: 'In work',
    settled: 'Settled in work, support finished',
    left: 'Support stopped',
  },
  /** All that an organisation outside public authority is shown of a stage. */
  activity: {
    seeking: 'Looking for work',
    working: 'In work',
    finished: 'Support finished or stopped',
  },
  readinessItem: {
    id_document: 'Passport or identity card',
    declared_residence: 'Declared residence',
    bank_account: 'Bank account',
    phone: 'Phone',
    email: 'E-mail',
    housing: 'Housing',
    nva_status: 'Status with the employment agency (NVA)',
    tax_book: 'Tax book',
    medical_book: 'Medical book',
    clothes: 'Clothes',
    transport: 'Getting to work',
  },
  readinessState: { in_place: 'In place', in_progress: 'In progress', needed: 'Needed' },
  travelMeans: { walk: 'On foot', bicycle: 'By bicycle', bus: 'By bus or train', car: 'By car', none: 'No way to travel' },
  recordStatus: { none: 'Nothing recorded', unspent: 'Unspent', spent: 'Spent', unknown: 'Not known' },
  involvementRole: { leads: 'Leads the work with the person', supports: 'Supports' },
  involvementBasis: { law: 'Law or rule', consent: 'The person’s consent' },
  dataClass: {
    identity: 'name and contacts',
    record: 'restricted part',
    situation: 'stage and place',
    profile: 'profile',
    readiness: 'readiness',
    proposals: 'proposals',
  },
  keepingReason: {
    works_with: 'We still work with the person',
    wished: 'The person wishes it',
    open_matter: 'A matter is open: a complaint, a dispute, an audit',
  },
  handoverRefusal: {
    other_area: 'The person lives in another area',
    no_capacity: 'No caseworker is free at present',
    other_help: 'Another kind of help is needed',
    known_otherwise: 'Somebody works with the person already',
  },
  organisationKind: {
    probation: 'Probation service',
    municipal: 'Municipal social service',
    prison: 'Place of custody',
    ngo: 'Non-governmental organisation',
  },
  verificationState: { pending: 'Waiting to be checked', verified: 'Verified', refused: 'Refused' },
  role: { employer: 'Employer', caseworker: 'Caseworker', coordinator: 'Coordinator' },
  custodyRegime: { closed: 'Closed', part_closed: 'Part-closed', open: 'Open' },
}
