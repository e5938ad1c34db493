// Which organisations work with a person, passing a person on and joining in: in English.

export const involvement = {
  title: 'Organisations that work with the person',
  role: 'What it does',
  since: 'Since',
  basis: 'Basis',
  before: 'Worked with the person before',
  did: { leads: 'led the work with the person', supports: 'supported' },
  end: 'End the support',
  endText:
    'This organisation will no longer see the person’s data; the one that leads goes on with its open proposals. To work together again, it has to be asked anew.',
  open: 'Waiting for an answer',
  waits: {
    handover: '{{organisation}} was asked to take the person on. Asked on {{since}}, answer by {{due}}.',
    joining: '{{organisation}} was asked to join. Asked on {{since}}, answer by {{due}}.',
  },
  takeBack: 'Take the request back',
  form: { handover: 'Hand the person over to another organisation', joining: 'Ask another organisation to join' },
  formLead: {
    handover:
      'The other organisation answers within {{count}} days. Until then everything stays as it is. When it accepts, it works with the person from then on, also on open proposals, and you no longer see the person’s data. Where an organisation that is no authority takes over, proposals that only an authority confirms and in which the name is not given yet are withdrawn.',
    joining:
      'The other organisation answers within {{count}} days. If it accepts, it sees the profile and the readiness and works beside you; you lead. You can end this on any day.',
  },
  to: 'Organisation',
  shares: 'Sees beside the profile and the readiness',
  sharesHint: 'Only public authorities see the stage, the place and the restricted part.',
  basisName: 'Which rule or consent',
  basisNameHint: 'For example an article of a law, a cooperation agreement or the day of the consent.',
  said: 'What the person was told',
  saidHint: 'Briefly; the person reads it too.',
  note: 'What the other side should know first',
  noteForYou: 'What you should know first',
  noteHint: 'What you are doing already, what is urgent.',
  send: { handover: 'Ask to take on', joining: 'Ask to join' },
  offerTitle: 'Request about a person',
  offered: {
    handover: '{{organisation}} asks you to take a person on',
    joining: '{{organisation}} asks you to join in the work with a person',
  },
  offeredLead: {
    handover: 'If you accept, you work with the person from now on, also on open proposals. Nothing changes until you answer.',
    joining: 'If you accept, you work with the person beside the organisation that leads. Nothing changes until you answer.',
  },
  offeredBy: 'Asked by',
  answerBy: 'Answer by',
  passedOn: 'What you will see',
  accept: { handover: 'Take the person on', joining: 'Join' },
  refuse: 'Refuse',
  why: 'Why',
  erase: {
    title: 'Erase the person’s data',
    forGood: 'What is erased cannot be brought back. Erase only when the person wishes it.',
    goes: 'What goes',
    going: {
      data: 'The name, contacts, profile, readiness, restricted part and everything the person wrote',
      access: 'The card and the PIN: the person can no longer sign in',
      proposals:
        'Open proposals: they are taken back, and the employer no longer reads them. Work that has begun stays between the person and the employer.',
    },
    stays: 'What stays',
    staying:
      'Numbers without words: how many proposals there were, how they went, whether the work lasted. They do not tell whom they are about.',
    code: 'The person’s code',
    codeHint: 'To confirm, type {{code}}.',
    submit: 'Erase for good',
  },
  file: {
    link: 'Print everything written about the person',
    title: 'Everything written about the person',
    lead: 'The paper is for the person: whoever cannot read it on a screen gets it printed, in their own language. It holds what your organisation may see.',
    why: 'Opening it is written down. The person sees that too.',
    open: 'Open and print',
    more: 'Print what others must not see as well',
    moreHint:
      'The organisations that work with the person and, for a public authority, the stage and the restricted part. Tick it if nobody else will see the paper.',
    asFileText: 'The file (JSON) has everything, including what others must not see. Give it to the person alone.',
    back: 'Back to the organisations',
  },
  confirmation: {
    title: 'Whether the person may be proposed',
    asks: '{{organisation}} asks whether {{code}} may be proposed for this vacancy',
    due: 'Answer by {{day}}.',
    lead: 'Whoever asks learns the answer alone, at a fixed hour and without a reason. Answer “Let them choose another” also when you have no time at present.',
    may: 'May be proposed',
    another: 'Let them choose another',
  },
  asking: {
    lead: 'An authority confirms this vacancy first: {{organisation}}. The answer will only be whether it may be proposed.',
    ask: 'Ask the authority',
    left_one: '{{count}} more question may be asked about the person this year.',
    left_other: '{{count}} more questions may be asked about the person this year.',
    waits: 'The authority has been asked. The answer comes by {{day}}, at 9:00 or 15:00.',
    may: 'The authority answered: the person may be proposed for this vacancy.',
    another: 'The authority answered: choose another vacancy. No reason is given; it may be full hands, too.',
    nobody: 'An authority confirms this vacancy first, and none that can decide works with this person. Ask one to join.',
    near: 'Whom to ask:',
    notTaken:
      'The authority cannot be asked about this vacancy: together with earlier answers the answer would tell too much, or another question is waiting. Choose another vacancy.',
  },
}
