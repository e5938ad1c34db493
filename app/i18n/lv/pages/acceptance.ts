// What an employer accepts, as sentences, in Latvian.
export const acceptance = {
  heading: 'Ko darba devējs pieņem',
  notAsked: 'Šim darba devējam vēl nav jautāts, ko viņš pieņem. Tas nav ne „jā”, ne „nē”: speciālists var viņam pajautāt.',
  allAccepted: 'Neviens nodarījumu veids šim darbam nav šķērslis.',
  allCaseByCase: 'Par katru cilvēku lemj individuāli; iepriekš nekas nav izslēgts.',
  accepted: 'Šim darbam nav šķērslis: {{families}}.',
  caseByCase: 'Lemj individuāli: {{families}}.',
  othersCaseByCase: 'Par pārējo lemj individuāli, runājot ar cilvēku.',
  refused: 'Šim darbam neder: {{families}}, jo {{reason}}.',
  refusedByLaw: 'Šim darbam neder: {{families}}, jo {{reason}} ({{article}}).',
  monthsSinceRelease: '{{words}}.',
  supervision: {
    yes: 'Pieņem cilvēkus probācijas uzraudzībā.',
    with_conditions: 'Pieņem cilvēkus probācijas uzraudzībā, ja par tikšanās laikiem vienojas iepriekš.',
    no: 'Šo darbu nevar savienot ar probācijas uzraudzību.',
  },
  appointments_zero: 'Darba laikā var doties uz tikšanos: līdz {{count}} reizēm mēnesī.',
  appointments_one: 'Darba laikā var doties uz tikšanos: {{count}} reizi mēnesī.',
  appointments_other: 'Darba laikā var doties uz tikšanos: līdz {{count}} reizēm mēnesī.',
  noAppointments: 'Tikšanās jāplāno ārpus darba laika.',
  monitoring: {
    yes: 'Der arī ar elektronisko uzraudzību: darba vieta un laiks ir nemainīgi.',
    no: 'Šo darbu nevar savienot ar elektronisko uzraudzību.',
  },
  openPrison: { yes: 'Darbu var sākt jau pirms atgriešanās.', no: 'Darbu var sākt tikai pēc atgriešanās.' },
  firstJobOrGap: { yes: 'Der arī pirmais darbs vai ilgs pārtraukums darbā.', no: 'Vajadzīga nesena darba pieredze.' },
  wageDeductions: { yes: 'Ieturējumi no algas nav šķērslis.', no: 'Ieturējumi no algas šim darbam ir šķērslis.' },
  sobriety: {
    no_alcohol_at_work: 'Darbā nedrīkst būt alkohola reibumā.',
    test_at_gate: 'Pirms darba pārbauda, vai nav reibuma.',
  },
  whoKnows: {
    owner: 'Par to, ka cilvēks pieteicies ar Tilta palīdzību, zinās tikai uzņēmuma vadītājs.',
    hr: 'Par to, ka cilvēks pieteicies ar Tilta palīdzību, zinās vadītājs un personāla daļa.',
    line_manager: 'Par to, ka cilvēks pieteicies ar Tilta palīdzību, zinās arī tiešais vadītājs.',
    team: 'Par to, ka cilvēks pieteicies ar Tilta palīdzību, zinās arī kolēģi.',
  },
}
