import { words } from './say';

/** How an alarm ended. */
export const alarmOutcomeWords = words({
  safe: { en: 'They are all right', zh: '人员平安' },
  helped: { en: 'Help came', zh: '已到场支援' },
  'false-alarm': { en: 'By mistake', zh: '误触' },
});

/** Who is asked to answer an alarm. */
export const alarmRungWords = words({
  dispatcher: { en: 'the dispatcher', zh: '值班员' },
  captain: { en: 'the dispatcher and the captain', zh: '值班员、队长' },
  supervisor: { en: 'the dispatcher, the captain and the supervisor', zh: '值班员、队长、督查' },
});
