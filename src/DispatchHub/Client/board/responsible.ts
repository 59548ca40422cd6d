import { city } from '../api/city';
import { scopeParts } from '../api/types';
import { people } from '../commands/people';
import { say } from '../words/say';
import { boardWords as w } from './words';

/** Who a case waits for, as a board says it in few letters. */
export function responsibleName(scope: string): string {
  const { kind, id } = scopeParts(scope);
  if (kind === 'officer') {
    return people.nameOf(id);
  }
  return kind === 'supervisor' ? say(w.supervisor) : kind === 'street' ? say(w.street) : city.scopeName(scope);
}
