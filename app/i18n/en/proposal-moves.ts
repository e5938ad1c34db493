// What a move of a proposal is called on the page of whoever makes it, by party and move: its heading, what happens next, its button.
export const moves = {
  employer: {
    show_interest: {
      title: 'We are interested',
      text: 'We will ask the person whether you may know their name. You will have the answer within 7 days.',
      send: 'We are interested',
    },
    refuse: {
      title: 'Not this time',
      text: 'The person will learn only that you said no this time. The caseworker will see the reason.',
      send: 'Not this time',
    },
    interview: {
      title: 'Interview or trial day',
      send: 'Set the time',
    },
    offer_job: {
      title: 'Offer the job',
      text: 'The person will get your offer and answer it.',
      send: 'Offer the job',
    },
    start: {
      title: 'Work has started',
      send: 'Mark the start',
    },
    not_start: {
      title: 'Work did not start',
      send: 'Work did not start',
    },
    end: {
      title: 'Work has ended',
      text: 'If needed, the caseworker can propose somebody else.',
      send: 'Work has ended',
    },
  },
  caseworker: {
    ask: {
      title: 'Ask the person',
      text: 'The person will see the offer on a phone; you can also print it or explain it in person.',
      send: 'Ask the person',
    },
    consent: {
      title: 'Record the person’s answer: may the employer be told',
      text: 'The person can also answer on a phone. Record here the answer that you were given.',
      send: 'Record the answer',
    },
    send: {
      title: 'Send to the employer',
      text: 'The employer will get the code and answers to what the vacancy insists on, but not the name. It will see this on the next day and has 14 days from the sending to answer.',
      send: 'Send to the employer',
    },
    name: {
      title: 'Record the person’s answer: may the name be given',
      text: 'The person can also answer on a phone. Record here the answer that you were given.',
      send: 'Record the answer',
    },
    interview: {
      title: 'Record the time of the interview',
      send: 'Record the time of the interview',
    },
    accept: {
      title: 'Record that the person accepts the job offer',
      text: 'The employer has offered the job. Record it if the person told you yes.',
      send: 'Record that the person accepts the job offer',
    },
    turn_down: {
      title: 'The person turns this job down',
      text: 'The employer will learn only that the person said no.',
      send: 'The person turns this job down',
    },
    start: {
      title: 'Record that work has started',
      send: 'Record that work has started',
    },
    not_start: {
      title: 'Work did not start',
      send: 'Work did not start',
    },
    follow_up: {
      title: 'Follow-up at {{week}} weeks',
      text: 'It was due on {{day}}.',
      send: 'Record the follow-up',
    },
    end: {
      title: 'Work has ended',
      text: 'The person will be among those looking for work again.',
      send: 'Work has ended',
    },
    withdraw: {
      title: 'Withdraw the proposal',
      text: 'Withdrawing cannot be undone: the proposal is closed and the consents given are no longer valid.',
      send: 'Withdraw the proposal',
    },
  },
  candidate: {
    consent: {
      title: 'May we tell them about you?',
      text: 'We will give your name only if you agree again.',
      send: 'Yes, tell them about me',
    },
    decline: {
      title: 'No',
      text: 'No is a good answer too. It does not affect other offers.',
      send: 'No',
    },
    name: {
      title: 'May we tell them your name?',
      text: 'After that the employer can contact you.',
      send: 'Yes, tell them my name',
    },
    accept: {
      title: 'You have been offered this job',
      text: 'If you say yes, the employer will know at once.',
      send: 'Yes, I will take this job',
    },
    turn_down: {
      title: 'No',
      text: 'No is a good answer too. It does not affect other offers.',
      send: 'No',
    },
    withdraw: {
      title: 'I do not want this job any more',
      text: 'The offer will be withdrawn at once. If the employer knew your name, they will no longer see it here. This does not affect other offers or the help you get.',
      send: 'Yes, withdraw the offer',
    },
  },
}
