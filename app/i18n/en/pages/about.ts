// How it works for each, where to find help, and privacy, in English.
export const about = {
  employers: {
    title: 'For employers',
    lead: 'You say what you accept. A caseworker finds a person who suits the job and is prepared for it.',
    who: 'Which people are proposed to you',
    how: 'How it works',
    step1: 'You register your company and a coordinator checks it.',
    step2: 'You write a vacancy: the job, the pay, the requirements and what you accept.',
    step3: 'A caseworker sends a coded proposal: skills, certificates, from when the person can work. There is no name in it.',
    step4: 'You answer: interested, or not this time. If you are interested, the person decides whether to be named.',
    step5: 'After the start the caseworker asks how it is going in weeks 6, 13 and 26.',
    law: 'What may be asked',
    lawText:
      'Section 33 of the Labour Law allows only the questions that this particular job needs. So every refusal in Tilts has a reason related to the job.',
    get: 'What you get',
    get1: 'One named person to call.',
    get2: 'Candidates already checked against your requirements.',
    get3: 'Help when something goes wrong; you can ask for another candidate too.',
    button: 'Register a company',
  },
  specialists: {
    title: 'For caseworkers',
    lead: 'Tilts shows which job suits the person, what still has to be checked and what would open more doors. Every result is explained in words. There is no score.',
    who: 'Who it is for',
    whoText: 'Staff of state and municipal institutions and associations who help people find work.',
    how: 'How it works',
    step1: 'You register a person. The name is kept encrypted; the profile has a random code.',
    step2: 'You see every open vacancy in three groups: fits, check, does not fit.',
    step3: 'You ask the person, who answers yes, no, or with a question.',
    step4: 'The employer gets a proposal without a name, and learns the name only after the person agrees.',
    data: 'Who sees the data',
    dataText:
      'The restricted part of a profile may hold data about the past; of many people it is empty. Only caseworkers of state and municipal institutions who work with the person can see it. Every look is recorded. Employers never see it and do not learn whether it holds anything.',
    button: 'Apply as an organisation',
  },
  help: {
    title: 'Where to find help',
    lead: 'These places have caseworkers who help people find work and apply for vacancies. Call and say: “I want to look for work with Tilts.”',
    where: 'Town or municipality',
    find: 'Find',
    unknown: 'We did not find that place, so all are shown. Check the name.',
    noneHere: 'There is no caseworker in this municipality yet ({{municipality}}). Call another place: they will tell you who can help.',
    none: 'No organisation is registered yet.',
    phone: 'Phone',
    kind: { probation: 'Probation service', municipal: 'Municipal social service', ngo: 'Association or foundation' },
  },
  privacy: {
    title: 'Privacy',
    lead: 'What Tilts keeps, who sees it and how to withdraw.',
    visitors: 'If you are only looking',
    visitorsText:
      'We keep nothing about visitors. There are no advertisements and no tracking here, and nothing is loaded from other sites.',
    visitorsSearch:
      'We count the words that are searched for, but do not write down who searched. Where you are is asked only if you press “Near me”: the browser rounds it to about a kilometre, and we do not keep it.',
    cookies: 'There are three cookies',
    cookieLanguage: 'the language you chose;',
    cookieSession: 'your sign-in, while you are signed in;',
    cookieSaved: 'for a moment: that you have just saved something.',
    cookiesText: 'All are needed for the site to work.',
    candidates: 'If you are a candidate',
    held: 'We keep your profile (occupations, skills, certificates, where and when you can work), the list of things to arrange, and offers.',
    identity:
      'Your name, personal code and contact details are kept encrypted, separately from the profile. Each person has their own key.',
    restricted:
      'The restricted part of a profile may hold data about the past; of many people it is empty. Only caseworkers of state and municipal institutions who work with you can see it. It is encrypted too.',
    logged: 'Every look at these data is recorded: who, when and why.',
    employers:
      'An employer does not see the restricted part and does not learn whether it holds anything. Your name is given only to the employer you have allowed to know it.',
    withdraw: 'How to withdraw',
    withdrawText:
      'You can take back your consent at any time: sign in and open your offers, or tell your caseworker. The page “About me” shows who helps you and what is kept about you. You can print it, say what is wrong, and ask for everything to be erased.',
    law: 'You have the right to see your data, to have them corrected and to ask for them to be erased. You can complain to the Data State Inspectorate.',
    vacancies: 'Vacancies from the national register',
    vacanciesText:
      'We take only the description of the job from the register. Contact persons, phone numbers and e-mail addresses are not kept.',
    places: 'Place names',
    placesFrom: 'Place names and coordinates:',
    placesText: 'Some places were added by us, and names were put into Latvian.',
  },
}
