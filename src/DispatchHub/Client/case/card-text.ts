import type { CardView } from '../api/types';
import { people } from '../commands/people';
import { say, words } from '../words/say';
import { cardColourWords, clockName } from '../words/terms';
import { cityNames } from './event-data';
import { partyName } from './history-words';

const w = words({
  card: { en: 'No. {n}: {colour} for {on} ({clock})', zh: '第 {n} 张：对 {on} 的{colour}（{clock}）' },
  by: { en: '{person}: {reason}', zh: '{person}：{reason}' },
});

/** A card in one line. */
export function cardText(card: CardView): string {
  return say(w.card, { n: card.card, colour: say(cardColourWords[card.colour]), on: partyName(String(card.on), cityNames), clock: clockName(card.clock) });
}

/** Who decided on a card or withdrew it, and what they said; empty where nobody did. */
export function cardWord(card: CardView): string {
  return !card.by ? '' : card.reason ? say(w.by, { person: people.nameOf(card.by), reason: card.reason }) : people.nameOf(card.by);
}
