// The list of vacancies, one vacancy with its moves, and the summary before publishing, in Latvian.
export const list = {
  title: 'Vakances',
  filter: 'Rādīt',
  all: 'Visas',
  empty: 'Te nav nevienas vakances.',
  vacancy: 'Vakance',
  place: 'Vieta',
  state: 'Stāvoklis',
  until: 'Atvērta līdz',
  proposals: 'Priekšlikumi',
  waiting_zero: '{{count}} gaida atbildi',
  waiting_one: '{{count}} gaida atbildi',
  waiting_other: '{{count}} gaida atbildi',
  closedVisibility: 'slēgtā vakance',
}

export const vacancy = {
  untitled: 'Vakance bez nosaukuma',
  imported: 'Pārņemta no valsts reģistra.',
  notStated: 'Vēl nav pateikts, ko pieņemat. Kamēr tas nav pateikts, speciālisti redz „darba devējam vēl nav jautāts”.',
  updated: 'Mainīta: {{day}}',
  openUntil: 'Atvērta līdz: {{day}}',
  expiredOn: 'Termiņš beidzās {{day}}. Vakanci vairs neredz. Atjaunojiet to, ja vieta vēl ir brīva.',
  sameWork:
    'Citās jūsu vakancēs tādam pašam darbam izslēgts kas cits. Cilvēku piedāvā tikai tai vakancei, kurā izslēgts mazāk; ja katrā izslēgts kas savs, nepiedāvā nevienai. Solī „Ko pieņemat” visās atbildiet vienādi:',
  seeAsVisitor: 'Skatīt, kā redz citi',
  proposals: 'Priekšlikumi',
  proposalsLive_zero: '{{count}} atvērtu priekšlikumu',
  proposalsLive_one: '{{count}} atvērts priekšlikums',
  proposalsLive_other: '{{count}} atvērti priekšlikumi',
  edit: 'Mainīt pa daļām',
  toSummary: 'Pārbaudīt un publicēt',
  continue: 'Turpināt rakstīt',
  moves: 'Ko darīt ar vakanci',
  pause: 'Apturēt',
  pauseText: 'Vakanci uz laiku neredz neviens. Iesāktie priekšlikumi turpinās.',
  resume: 'Publicēt no jauna',
  refresh: 'Atjaunot uz 90 dienām',
  refreshText: 'Apstipriniet, ka vieta vēl ir brīva.',
  fill: 'Atzīmēt kā aizpildītu',
  fillText: 'Vakanci vairs neredz. Visi atvērtie priekšlikumi tiek noslēgti, un cilvēki par to uzzina.',
  close: 'Noslēgt',
  closeText: 'Vakanci vairs neredz. Visi atvērtie priekšlikumi tiek noslēgti. Vēlāk vakanci var publicēt no jauna.',
  duplicate: 'Izveidot kopiju',
  duplicateText: 'Jauns melnraksts ar to pašu saturu.',
}

export const summary = {
  title: 'Pārbaudiet pirms publicēšanas',
  lead: 'Izlasiet, ko redzēs citi; klienta nosaukumu un paskaidrojumu par atteikumiem redzēs tikai koordinators. Katru daļu var mainīt.',
  publish: 'Publicēt',
  unverified: 'Publicēt varēs, kad koordinators būs pārbaudījis uzņēmumu. Līdz tam melnraksts ir saglabāts.',
  gapsTitle: 'Pirms publicēšanas vēl vajag:',
  gap: {
    title: 'amata nosaukumu',
    occupation: 'profesiju',
    place: 'darba vietu',
    pay: 'algu no un līdz; to sludinājumā prasa Darba likums',
    payOrder: 'algu, kurā „no” nav lielāks par „līdz”',
    belowMinimum: 'algu, kas nav mazāka par minimālo',
    stances: 'iemeslu katrai atbildei „Šim darbam ne”, kas der atzīmētajiem darba apstākļiem',
    approval: 'koordinatora atļauju tik daudziem atteikumiem, likuma pantam vai klienta pārbaudei',
  },
  published: 'Vakance ir publicēta.',
  changePart: 'Mainīt: {{part}}',
}

export const textCheck = {
  title: 'Pārlasiet tekstu',
  lead: 'Šķiet, ka tekstā ir tas, kam sludinājumā nevajadzētu būt:',
  kind: {
    personal_code: 'personas kods',
    phone: 'tālruņa numurs',
    email: 'e-pasta adrese',
    messenger: 'saite uz saziņas lietotni vai profilu',
    prison: 'ieslodzījuma vietas nosaukums',
    past: 'vārdi par cilvēka pagātni',
  },
  never: 'Personas kodu publicēt nedrīkst. Izņemiet to, tad varēsiet publicēt.',
  override: 'Tomēr publicēt. Es zinu, ka šī izvēle tiek pierakstīta.',
}

export const stale = {
  title: 'Kamēr rakstījāt, kāds cits to mainīja',
  lead: 'Jūsu rakstītais ir saglabāts laukos zemāk. Lūk, kas ir citādi, nekā bija, kad sākāt:',
  field: 'Kas',
  now: 'Tagad ir',
  empty: 'nav',
  saveMine: 'Tomēr saglabāt manis rakstīto',
}
