import { city } from '../api/city';
import { commandName } from '../commands/registry';
import type { Entry } from '../outbox/entry';
import { say } from '../words/say';
import { fieldWords, outboxWords as w } from './words';

/** What an entry of the outbox does, in a few words. */
export function entryName(entry: Entry): string {
  switch (entry.name) {
    case 'report':
      return `${say(w.reportOf)} · ${city.typeName(entry.about.type ?? '')}`;
    case 'patrol':
      return say(w.patrol);
    case 'verify-report':
      return say(entry.body['confirmed'] === true ? fieldWords.verifyYes : fieldWords.verifyNo);
    case 'check':
      return say(entry.body['passed'] === true ? fieldWords.checkYes : fieldWords.checkNo);
    case 'record-milestone':
      return say(entry.body['milestone'] === 'stop-work' ? fieldWords.stopped : fieldWords.decided);
    default:
      return commandName(entry.name);
  }
}
