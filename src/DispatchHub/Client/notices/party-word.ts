import type { Names } from '../case/event-data';
import { partyName } from '../case/history-words';
import { roleName } from '../words/terms';

/** Whom a notice was for: a person by name, a party as histories name it. */
export function partyWord(receiver: string, names: Names): string {
  const [kind, id = ''] = receiver.split(':', 2);
  return kind === 'user' ? names.person(id) : kind === 'captain' ? roleName('captain') : partyName(receiver, names);
}
