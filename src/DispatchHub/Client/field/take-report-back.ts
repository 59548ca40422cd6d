import { keep, kept } from '../outbox/device-store';
import type { Entry } from '../outbox/entry';
import { outbox } from '../outbox/outbox';
import { draftOf, isEmpty, type Draft } from './report-draft';

/** Tells a report form that is open that a draft was put back. Sends `back`. */
export const drafts = new EventTarget();

/** The name under which the device keeps what somebody is writing. */
export function draftName(userName: string): string {
  return `draft ${userName}`;
}

/**
 * Takes an entry off the outbox that the server does not have. What was written for a report becomes the draft again, unless another has
 * been begun since: who takes a report back most often corrects it.
 * @returns whether it could be taken back.
 */
export async function takeBack(entry: Entry): Promise<boolean> {
  const draft = entry.name === 'report' ? draftOf(entry.body, await outbox.photosOf(entry)) : null;
  if (!(await outbox.discard(entry.id))) {
    return false;
  }
  const name = draftName(entry.owner);
  const begun = draft && (await kept<Draft>(name));
  if (draft && (!begun || isEmpty(begun))) {
    await keep(name, draft);
    drafts.dispatchEvent(new Event('back'));
  }
  return true;
}
