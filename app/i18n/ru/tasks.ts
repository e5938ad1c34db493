// Lists of things to do, in Russian.

export const tasks = {
  title: 'Дела',
  waiting: 'Дела: {{number}}',
  show: { label: 'Показать', open: 'Нужно сделать', done: 'Сделано' },
  whose: { label: 'Чьи', mine: 'Мои люди', all: 'Вся организация' },
  empty: { open: 'Ничего не ждёт.', done: 'За последние {{count}} дней ничего не сделано.' },
  since: 'с {{day}}',
  until: 'до {{day}}',
  late: 'просрочено, срок {{day}}',
  doneBy: 'сделано {{day}}, {{who}}',
  endedByItself: 'закрыто {{day}}',
  read: 'Прочитано',
  what: {
    question: 'Ответьте на вопрос человека: {{vacancy}}',
    correction: 'Человек говорит, что в данных что-то неверно',
    withdrawal: 'Человек хочет всё прекратить: поговорите с ним',
    handover: '{{organisation}} просит принять человека',
    joining: '{{organisation}} просит подключиться',
    offer_declined: '{{organisation}} отказала или не ответила: ищите другой путь',
    approval: 'Решите об отказах: {{vacancy}}',
    approval_answer: 'Координатор ответил об отказах: {{vacancy}}',
    duplicate: 'Один персональный код в двух регистрациях',
    code_check: 'Проверьте персональный код: такой же есть ещё у кого-то',
    merged: 'С человеком работают и другие организации: посмотрите, какие',
  },
}
