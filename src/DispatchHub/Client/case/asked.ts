import type { CaseView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { say } from '../words/say';
import { clockName } from '../words/terms';
import { panelWords as w } from './panel-words';

/** What waits for the supervisor's consent, each in a sentence, so that whoever decides reads what is asked for; empty where nothing does. */
export function askedFor(view: CaseView): string[] {
  const { askedExtension: more, askedSuspension: parking } = view;
  return [
    ...(more ? [say(w.askedExtension, { length: more.length, clock: clockName(more.clock), person: people.nameOf(more.by), reason: more.reason })] : []),
    ...(parking ? [say(w.askedSuspension, { until: instantText(parking.until), person: people.nameOf(parking.by), reason: parking.reason })] : []),
  ];
}
