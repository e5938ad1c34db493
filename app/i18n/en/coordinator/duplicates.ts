// People who are registered twice: in English.

export const duplicates = {
  title: 'People registered twice',
  lead: 'These registrations have one and the same personal code. The organisations do not know of each other, and whoever registered second does not know either. Find out whether it is one person.',
  empty: 'Nobody is registered twice at the moment.',
  found: 'noticed on {{day}}',
  one: 'Two registrations with one personal code',
  oneLead:
    'Who the person is you do not see here. Call both caseworkers, each about the code of their own person, and ask them to check the personal code. Before a merging, do not say which the other organisation is.',
  earlier: 'The earlier registration',
  later: 'The later registration',
  code: 'Code',
  registered: 'Registered',
  openProposals: 'Open proposals',
  authority: 'public authority',
  noAuthority: 'no public authority',
  merge: 'It is one person',
  mergeLead:
    'The earlier registration stays, with its code and card. The later one’s organisation supports the person from now on and sees the profile and readiness; what both know is put together. Proposals of the later registration in which the name is not given yet are withdrawn, the others go on. Both organisations learn of each other. It cannot be undone.',
  mixed:
    'One of the organisations is a public authority, the other is not. The other will learn that an authority works with the person, so merge only with the person’s own consent.',
  mergeSend: 'Merge the registrations',
  different: 'They are two people',
  differentLead:
    'Then the personal code is wrong in one of the registrations. Ask both caseworkers to check it; this pair will not come up in the list again.',
  differentSend: 'Mark as two people',
}
