import { forgetKept } from '../outbox/device-store';
import { session } from './session';

/** Loads the whole client anew, so that nothing of the person before is left in memory; the refresh cookie says who it is for. */
export function startAfresh(address = '/'): void {
  history.replaceState(null, '', address);
  location.reload();
}

/** Ends the session and leaves nothing of it to read on this device. What waits to be sent stays, for its owner alone. */
export async function signOut(): Promise<void> {
  await Promise.all([session.signOut(), forgetKept()]);
  startAfresh('/sign-in');
}
