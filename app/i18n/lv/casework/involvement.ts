// Which organisations work with a person, passing a person on and joining in: in Latvian.

export const involvement = {
  title: 'Organizācijas, kas strādā ar cilvēku',
  role: 'Ko dara',
  since: 'Kopš',
  basis: 'Pamats',
  before: 'Strādāja agrāk',
  end: 'Beigt atbalstu',
  open: 'Gaida atbildi',
  waits: {
    handover: '{{organisation}}: lūgts pārņemt cilvēku. Lūgts {{since}}, atbilde līdz {{due}}.',
    joining: '{{organisation}}: lūgts iesaistīties. Lūgts {{since}}, atbilde līdz {{due}}.',
  },
  takeBack: 'Atsaukt lūgumu',
  form: { handover: 'Nodot cilvēku citai organizācijai', joining: 'Lūgt citu organizāciju iesaistīties' },
  formLead: {
    handover:
      'Otra organizācija atbild {{count}} dienu laikā. Līdz tam viss paliek kā ir. Kad tā piekrīt, ar cilvēku turpina strādāt tā, arī ar atvērtajiem priekšlikumiem, un jūs cilvēka datus vairs neredzat.',
    joining:
      'Otra organizācija atbild {{count}} dienu laikā. Ja tā piekrīt, tā redz profilu un gatavību un strādā jums līdzās; vadāt jūs. Iesaisti varat beigt jebkurā dienā.',
  },
  to: 'Organizācija',
  shares: 'Redz papildus profilam un gatavībai',
  sharesHint: 'Posmu, atrašanās vietu un ierobežoto daļu redz tikai iestādes.',
  basisName: 'Kāds noteikums vai piekrišana',
  basisNameHint: 'Piemēram, likuma pants, sadarbības līgums vai piekrišanas datums.',
  said: 'Kas pateikts cilvēkam',
  saidHint: 'Īsi, to lasa arī cilvēks.',
  note: 'Kas otrai pusei jāzina vispirms',
  noteHint: 'Ko jau darāt, kas steidzams.',
  send: { handover: 'Lūgt pārņemt', joining: 'Lūgt iesaistīties' },
  offerTitle: 'Lūgums par cilvēku',
  offered: { handover: '{{organisation}} lūdz pārņemt cilvēku', joining: '{{organisation}} lūdz iesaistīties darbā ar cilvēku' },
  offeredLead: {
    handover: 'Ja pārņemat, ar cilvēku turpmāk strādājat jūs, arī ar atvērtajiem priekšlikumiem. Līdz jūsu atbildei nekas nemainās.',
    joining: 'Ja piekrītat, strādājat ar cilvēku līdzās organizācijai, kas vada. Līdz jūsu atbildei nekas nemainās.',
  },
  offeredBy: 'Lūdz',
  answerBy: 'Atbilde līdz',
  passedOn: 'Ko redzēsiet',
  accept: { handover: 'Pārņemt cilvēku', joining: 'Iesaistīties' },
  refuse: 'Atteikt',
  why: 'Kāpēc',
  erase: {
    title: 'Dzēst cilvēka datus',
    forGood: 'Dzēsto nevar atjaunot. Dzēsiet tikai tad, ja cilvēks to vēlas.',
    goes: 'Kas pazūd',
    going: {
      data: 'Vārds, kontakti, profils, gatavība, ierobežotā daļa un viss, ko cilvēks rakstījis',
      access: 'Kartīte un PIN: cilvēks vairs nevar pieslēgties',
      proposals:
        'Atvērtie priekšlikumi: tie tiek atsaukti, un darba devējs tos vairs nelasa. Darbs, kas jau sācies, paliek starp cilvēku un darba devēju.',
    },
    stays: 'Kas paliek',
    staying: 'Skaitļi bez vārdiem: cik priekšlikumu bija, kā tie virzījās, vai darbs turpinājās. No tiem nevar uzzināt, par ko tie ir.',
    code: 'Cilvēka kods',
    codeHint: 'Lai apstiprinātu, ierakstiet {{code}}.',
    submit: 'Dzēst neatgriezeniski',
  },
}
