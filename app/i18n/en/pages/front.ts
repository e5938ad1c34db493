// The front page, in English.
export const front = {
  pageTitle: 'Jobs with employers who say what they accept',
  sentence: 'Tilts helps people who find it hard to get work. Employers here say openly what they accept.',
  numbers: 'In Tilts now',
  vacancies_one: 'open vacancy',
  vacancies_other: 'open vacancies',
  municipalities_one: 'municipality with work',
  municipalities_other: 'municipalities with work',
  employersStated_one: 'employer has said what it accepts',
  employersStated_other: 'employers have said what they accept',
  begin: 'Where to begin',
  seeker: 'I am looking for work',
  seekerText: 'Find a caseworker near you, who will help you choose a vacancy and apply.',
  employer: 'I am an employer',
  employerText: 'Say what you accept and get candidates who suit the job.',
  specialist: 'I work with people',
  specialistText: 'Find a job that suits the person and see why it suits.',
}
