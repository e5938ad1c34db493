// People and those who work with them, in Russian: stage, readiness, organisations and roles.

export const peopleWords = {
  /** For caseworkers and the person only. */
  stage: {
    looking: 'Ищет работу',
    in_custody: 'В месте заключения',
    open_prison: 'В открытой тюрьме',
    preparing_release: 'Готовится к освобождению',
    in_work: 'Работает',
    settled: 'Постоянная работа, поддержка завершена',
    left: 'Поддержка прервана',
  },
  /** All that an organisation outside public authority is shown of a stage. */
  activity: {
    seeking: 'Ищет работу',
    working: 'Работает',
    finished: 'Поддержка завершена или прервана',
  },
  readinessItem: {
    id_document: 'Паспорт или удостоверение личности',
    declared_residence: 'Декларированное место жительства',
    bank_account: 'Счёт в банке',
    phone: 'Телефон',
    email: 'Электронная почта',
    housing: 'Жильё',
    nva_status: 'Статус в NVA',
    tax_book: 'Налоговая книжка',
    medical_book: 'Медицинская книжка',
    clothes: 'Одежда',
    transport: 'Дорога на работу',
  },
  readinessState: { in_place: 'Есть', in_progress: 'В процессе', needed: 'Нужно' },
  travelMeans: { walk: 'Пешком', bicycle: 'На велосипеде', bus: 'На автобусе или поезде', car: 'На машине', none: 'Не на чем добираться' },
  recordStatus: { none: 'Записей нет', unspent: 'Не погашена', spent: 'Погашена', unknown: 'Неизвестно' },
  involvementRole: { leads: 'Ведёт работу с человеком', supports: 'Поддерживает' },
  involvementBasis: { law: 'Закон или правило', consent: 'Согласие человека' },
  dataClass: {
    identity: 'имя и контакты',
    record: 'закрытая часть',
    situation: 'этап и место пребывания',
    profile: 'профиль',
    readiness: 'готовность',
    proposals: 'предложения',
  },
  keepingReason: {
    works_with: 'Мы всё ещё работаем с человеком',
    wished: 'Этого хочет сам человек',
    open_matter: 'Есть незавершённый вопрос: жалоба, спор, проверка',
  },
  handoverRefusal: {
    other_area: 'Человек живёт на другой территории',
    no_capacity: 'Сейчас нет свободных специалистов',
    other_help: 'Нужна другая помощь',
    known_otherwise: 'С человеком уже работают иначе',
  },
  organisationKind: {
    probation: 'Служба пробации',
    municipal: 'Социальная служба самоуправления',
    prison: 'Место заключения',
    ngo: 'Негосударственная организация',
  },
  verificationState: { pending: 'Ждёт проверки', verified: 'Подтверждено', refused: 'Отклонено' },
  role: { employer: 'Работодатель', caseworker: 'Специалист', coordinator: 'Координатор' },
  custodyRegime: { closed: 'Закрытый', part_closed: 'Полузакрытый', open: 'Открытый' },
}
