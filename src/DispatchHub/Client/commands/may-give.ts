import { city } from '../api/city';
import { session } from '../app/session';

/** Whether the role of the person gives a command at all, as the pack says; whether it can be given now is each case's to say. */
export function mayGive(name: string): boolean {
  const roles = city.catalogue?.commands[name];
  return !roles || (session.who !== null && roles.includes(session.who.role));
}
