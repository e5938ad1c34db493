// What a move of a proposal is called on the page of whoever makes it, by party and move: its heading, what happens next, its button.
export const moves = {
  employer: {
    show_interest: {
      title: 'Mūs interesē',
      text: 'Mēs pajautāsim cilvēkam, vai drīkstam atklāt vārdu. Atbilde būs 7 dienu laikā.',
      send: 'Mūs interesē',
    },
    refuse: {
      title: 'Šoreiz nē',
      text: 'Cilvēks uzzinās tikai to, ka šoreiz atteicāt. Iemeslu redzēs speciālists.',
      send: 'Šoreiz nē',
    },
    interview: {
      title: 'Darba pārrunas vai izmēģinājuma diena',
      send: 'Noteikt laiku',
    },
    offer_job: {
      title: 'Piedāvāt darbu',
      text: 'Cilvēks saņems jūsu piedāvājumu un atbildēs.',
      send: 'Piedāvāt darbu',
    },
    start: {
      title: 'Darbs ir sākts',
      send: 'Atzīmēt darba sākumu',
    },
    not_start: {
      title: 'Darbs netika sākts',
      send: 'Darbs netika sākts',
    },
    end: {
      title: 'Darbs ir beidzies',
      text: 'Ja vajag, speciālists var piedāvāt citu cilvēku.',
      send: 'Darbs ir beidzies',
    },
  },
  caseworker: {
    ask: {
      title: 'Pajautāt cilvēkam',
      text: 'Cilvēks piedāvājumu redzēs telefonā; varat to arī izdrukāt vai izstāstīt.',
      send: 'Pajautāt cilvēkam',
    },
    consent: {
      title: 'Pierakstīt cilvēka atbildi: vai drīkst par viņu pastāstīt',
      text: 'Cilvēks var atbildēt arī pats telefonā. Šeit pierakstiet atbildi, ko saņēmāt jūs.',
      send: 'Pierakstīt atbildi',
    },
    send: {
      title: 'Nosūtīt darba devējam',
      text: 'Darba devējs saņems kodu un atbildes uz to, kas vakancē obligāts. Vārdu viņš nesaņems. Redzēs to nākamajā dienā; atbildei viņam ir 14 dienas no nosūtīšanas.',
      send: 'Nosūtīt darba devējam',
    },
    name: {
      title: 'Pierakstīt cilvēka atbildi: vai drīkst atklāt vārdu',
      text: 'Cilvēks var atbildēt arī pats telefonā. Šeit pierakstiet atbildi, ko saņēmāt jūs.',
      send: 'Pierakstīt atbildi',
    },
    interview: {
      title: 'Pierakstīt darba pārrunu laiku',
      send: 'Pierakstīt darba pārrunu laiku',
    },
    accept: {
      title: 'Pierakstīt, ka cilvēks pieņem darba piedāvājumu',
      text: 'Darba devējs ir piedāvājis darbu. Pierakstiet, ja cilvēks jums pateica „jā”.',
      send: 'Pierakstīt, ka cilvēks pieņem darba piedāvājumu',
    },
    turn_down: {
      title: 'Cilvēks atsakās no šī darba',
      text: 'Darba devējs uzzinās tikai to, ka cilvēks atteicās.',
      send: 'Cilvēks atsakās no šī darba',
    },
    start: {
      title: 'Pierakstīt, ka darbs sākts',
      send: 'Pierakstīt, ka darbs sākts',
    },
    not_start: {
      title: 'Darbs netika sākts',
      send: 'Darbs netika sākts',
    },
    follow_up: {
      title: 'Pēcpārbaude pēc {{week}} nedēļām',
      text: 'Bija jāveic {{day}}.',
      send: 'Pierakstīt pēcpārbaudi',
    },
    end: {
      title: 'Darbs ir beidzies',
      text: 'Cilvēks atkal būs to vidū, kuri meklē darbu.',
      send: 'Darbs ir beidzies',
    },
    withdraw: {
      title: 'Atsaukt priekšlikumu',
      text: 'Atsaukumu nevar atcelt: priekšlikums tiek noslēgts, un dotās piekrišanas vairs nav spēkā.',
      send: 'Atsaukt priekšlikumu',
    },
  },
  candidate: {
    consent: {
      title: 'Vai drīkstam par jums pastāstīt?',
      text: 'Vārdu pateiksim tikai tad, ja jūs piekritīsiet vēlreiz.',
      send: 'Jā, pastāstiet par mani',
    },
    decline: {
      title: 'Nē',
      text: 'Arī „nē” ir laba atbilde. Citus piedāvājumus tas neietekmē.',
      send: 'Nē',
    },
    name: {
      title: 'Vai drīkstam pateikt jūsu vārdu?',
      text: 'Pēc tam darba devējs varēs ar jums sazināties.',
      send: 'Jā, pasakiet manu vārdu',
    },
    accept: {
      title: 'Jums piedāvā šo darbu',
      text: 'Ja piekritīsiet, darba devējs to uzzinās uzreiz.',
      send: 'Jā, es piekrītu šim darbam',
    },
    turn_down: {
      title: 'Nē',
      text: 'Arī „nē” ir laba atbilde. Citus piedāvājumus tas neietekmē.',
      send: 'Nē',
    },
    withdraw: {
      title: 'Es vairs negribu šo darbu',
      text: 'Piedāvājums tiks atsaukts uzreiz. Ja darba devējs zināja jūsu vārdu, šeit to vairs neredzēs. Citus piedāvājumus un palīdzību tas neietekmē.',
      send: 'Jā, atsaukt piedāvājumu',
    },
  },
}
