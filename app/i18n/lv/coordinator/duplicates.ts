// People who are registered twice: in Latvian.

export const duplicates = {
  title: 'Divreiz reģistrēti cilvēki',
  lead: 'Šīm reģistrācijām ir viens un tas pats personas kods. Organizācijas viena par otru nezina, un nezina to arī tas, kurš reģistrēja otrais. Noskaidrojiet, vai tas ir viens cilvēks.',
  empty: 'Šobrīd neviens nav reģistrēts divreiz.',
  found: 'pamanīts {{day}}',
  one: 'Divas reģistrācijas ar vienu personas kodu',
  oneLead:
    'Kas tas par cilvēku, jūs šeit neredzat. Piezvaniet abiem speciālistiem, katram par viņa cilvēka kodu, un palūdziet pārbaudīt personas kodu. Kura ir otra organizācija, pirms apvienošanas nesakiet.',
  earlier: 'Agrākā reģistrācija',
  later: 'Vēlākā reģistrācija',
  code: 'Kods',
  registered: 'Reģistrēts',
  openProposals: 'Atvērti priekšlikumi',
  authority: 'valsts vai pašvaldības iestāde',
  noAuthority: 'nav iestāde',
  merge: 'Tas ir viens cilvēks',
  mergeLead:
    'Paliek agrākā reģistrācija, tās kods un kartīte. Vēlākās organizācija turpmāk atbalsta cilvēku un redz profilu un gatavību; abu zināšanas tiek apvienotas. Vēlākās reģistrācijas priekšlikumus, kuros vārds vēl nav atklāts, atsauc, pārējie turpinās. Abas organizācijas uzzina viena par otru. Atpakaļ sadalīt nevar.',
  mixed:
    'Viena no organizācijām ir valsts vai pašvaldības iestāde, otra nav. Otra uzzinās, ka ar cilvēku strādā iestāde, tāpēc apvienot drīkst tikai ar paša cilvēka piekrišanu.',
  mergeSend: 'Apvienot reģistrācijas',
  different: 'Tie ir divi cilvēki',
  differentLead:
    'Tad vienā no reģistrācijām personas kods ir ierakstīts kļūdaini. Palūdziet abiem speciālistiem to pārbaudīt; šis pāris sarakstā vairs neparādīsies.',
  differentSend: 'Atzīmēt kā divus cilvēkus',
}
