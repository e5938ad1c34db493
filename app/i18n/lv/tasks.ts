// Lists of things to do, in Latvian.

export const tasks = {
  title: 'Darāmais',
  waiting: 'Darāmais: {{number}}',
  show: { label: 'Rādīt', open: 'Jādara', done: 'Paveiktais' },
  whose: { label: 'Kuru', mine: 'Mani cilvēki', all: 'Visa organizācija' },
  empty: { open: 'Nekas negaida.', done: 'Pēdējās {{count}} dienās nekas nav paveikts.' },
  since: 'kopš {{day}}',
  until: 'līdz {{day}}',
  late: 'nokavēts, termiņš {{day}}',
  doneBy: 'paveikts {{day}}, {{who}}',
  endedByItself: 'noslēdzies {{day}}',
  read: 'Izlasīts',
  what: {
    question: 'Atbildiet uz cilvēka jautājumu: {{vacancy}}',
    correction: 'Cilvēks saka, ka datos kaut kas nav pareizi',
    withdrawal: 'Cilvēks grib pārtraukt visu: aprunājieties',
    handover: '{{organisation}} lūdz pārņemt cilvēku',
    joining: '{{organisation}} lūdz iesaistīties',
    offer_declined: '{{organisation}} nepiekrita vai neatbildēja: meklējiet citu ceļu',
    approval: 'Izlemiet par atteikumiem: {{vacancy}}',
    approval_answer: 'Koordinators atbildēja par atteikumiem: {{vacancy}}',
    duplicate: 'Viens personas kods divās reģistrācijās',
    code_check: 'Pārbaudiet personas kodu: tas pats ir vēl kādam',
    merged: 'Ar cilvēku strādā arī citas organizācijas: apskatiet, kuras',
  },
}
