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
