// For how long data is kept, and what is erased soon: in Latvian.

export const retention = {
  title: 'Cik ilgi glabājam',
  months_zero: '{{count}} mēnešus',
  months_one: '{{count}} mēnesi',
  months_other: '{{count}} mēnešus',
  days_zero: '{{count}} dienas',
  days_one: '{{count}} dienu',
  days_other: '{{count}} dienas',
  what: {
    finished: 'Viss par cilvēku, kurš iekārtojies darbā vai izstājies',
    unused: 'Viss par cilvēku, ar kuru neviens vairs nestrādā',
    proposalWords: 'Ko par cilvēku redzēja darba devējs, intervijas vieta, jautājumi un atbildes',
    labels: 'Organizācijas apzīmējums pie cilvēka koda',
    corrections: 'Ko cilvēks teicis par kļūdām savos datos',
    tasks: 'Paveiktais sarakstā „Darāmais”',
    searches: 'Vakanču meklētāja vārdi; kurš meklēja, neglabājam nemaz',
    rareSearches: 'Vārdi, ko meklējuši tikai retie',
    sessions: 'Pieslēgšanās',
  },
  after: {
    lastWorkedOn: '{{time}} pēc pēdējās darba dienas ar cilvēku',
    over: '{{time}} pēc priekšlikuma beigām',
    ended: '{{time}} pēc tam, kad organizācija beigusi strādāt ar cilvēku',
    dealtWith: '{{time}} pēc tam, kad tas paveikts',
    searched: '{{time}} pēc meklēšanas',
    expired: '{{time}} pēc pieslēgšanās beigām',
  },
  why: {
    finished: 'Pēdējā pārbaude ir 26 nedēļas pēc darba sākuma; pēc tās vēl var būt vajadzīga aizvietošana vai jānoskaidro kāds jautājums.',
    unused: 'Cilvēkam atkal var būt vajadzīga palīdzība. Pēc diviem gadiem profils vairs neatbilst patiesībai.',
    proposalWords: 'Ko viens darba devējs drīkst uzzināt par vienu cilvēku, skaita divpadsmit mēnešus; ilgāk tas nav vajadzīgs.',
    labels: 'Ja ar cilvēku atkal sāk strādāt, speciālists viņu pazīst.',
    corrections: 'Lai varētu redzēt, kas ir izlabots.',
    tasks: 'Lai varētu redzēt, kas un kad paveikts.',
    searches: 'Lai gadu varētu salīdzināt ar gadu.',
    rareSearches: 'Reti vārdi varētu būt par vienu cilvēku.',
    sessions: 'Lai kļūda servera pulkstenī nevienam nepārtrauktu darbu.',
  },
  stays: 'Pēc dzēšanas paliek skaitļi bez vārdiem: cik priekšlikumu bija un kā tie virzījās.',
  own: {
    title: 'Kuru datus drīz dzēsīs',
    lead_zero:
      'Ja ar cilvēku ilgi neviens nestrādā, visu par viņu dzēš. Par to brīdinām {{count}} dienas iepriekš. Ja dati vēl vajadzīgi, pasakiet to šeit, un termiņš sākas no jauna.',
    lead_one:
      'Ja ar cilvēku ilgi neviens nestrādā, visu par viņu dzēš. Par to brīdinām {{count}} dienu iepriekš. Ja dati vēl vajadzīgi, pasakiet to šeit, un termiņš sākas no jauna.',
    lead_other:
      'Ja ar cilvēku ilgi neviens nestrādā, visu par viņu dzēš. Par to brīdinām {{count}} dienas iepriekš. Ja dati vēl vajadzīgi, pasakiet to šeit, un termiņš sākas no jauna.',
    empty: 'Tuvākajā laikā nevienam termiņš nebeidzas.',
    until: { finished: 'Lieta ir pabeigta. Dzēsīs pēc {{day}}', unused: 'Neviens ilgi nav strādājis. Dzēsīs pēc {{day}}' },
    needed: 'Dati vēl vajadzīgi',
    why: 'Kāpēc',
    keep: 'Glabāt tālāk',
  },
  job: {
    title: 'Glabāšanas termiņi',
    lead_zero:
      'Reizi dienā dzēš to, kam beidzies termiņš. Par cilvēku visu dzēš tikai tad, ja organizācija, kas vada, par to brīdināta {{count}} dienas iepriekš un nav teikusi, ka dati vēl vajadzīgi.',
    lead_one:
      'Reizi dienā dzēš to, kam beidzies termiņš. Par cilvēku visu dzēš tikai tad, ja organizācija, kas vada, par to brīdināta {{count}} dienu iepriekš un nav teikusi, ka dati vēl vajadzīgi.',
    lead_other:
      'Reizi dienā dzēš to, kam beidzies termiņš. Par cilvēku visu dzēš tikai tad, ja organizācija, kas vada, par to brīdināta {{count}} dienas iepriekš un nav teikusi, ka dati vēl vajadzīgi.',
    now: 'Šobrīd',
    ran: 'Pēdējoreiz dzēsts',
    never: 'vēl nav',
    warned: 'Cilvēki, par kuriem organizācijas brīdinātas',
    erased: 'Cilvēki, kuru dati dzēsti termiņa dēļ pēdējā gadā',
    next: 'Nākamajā reizē',
    toErase: 'Cilvēki, kuru datus dzēsīs',
    toWarn: 'Cilvēki, par kuriem brīdinās',
    none: 'nav',
  },
}
