import { css, html, nothing, type TemplateResult } from 'lit';
import type { CardMark } from '../api/types';
import { say, words } from '../words/say';
import { cardColourWords, cardStateWords } from '../words/terms';

const w = words({
  Yellow: { en: 'Y', zh: '黄' },
  Red: { en: 'R', zh: '红' },
  card: { en: '{colour}: {state}', zh: '{colour}（{state}）' },
});

/** The supervision card of a case, small: filled where it stands, an outline where it waits for the supervisor. Nothing without one. */
export function cardMark(card: CardMark | null | undefined): TemplateResult | typeof nothing {
  if (!card) {
    return nothing;
  }
  const text = say(w.card, { colour: say(cardColourWords[card.colour]), state: say(cardStateWords[card.state]) });
  return html`<span class="card-mark ${card.colour.toLowerCase()} ${card.state}" title=${text}><span aria-hidden="true">${say(w[card.colour])}</span><span class="visually-hidden">${text}</span></span>`;
}

export const cardMarkCss = css`
  .card-mark {
    display: inline-block;
    flex: none;
    min-width: 1.1rem;
    margin-right: 0.35rem;
    padding: 0 0.2rem;
    border: 1.5px solid var(--caution);
    border-radius: 2px;
    color: var(--text);
    font-size: 0.7rem;
    line-height: 1.25;
    text-align: center;
  }
  .card-mark.red {
    border-color: var(--critical);
  }
  .card-mark.proposed {
    border-style: dashed;
  }
  .card-mark.yellow.standing {
    background: var(--caution-soft);
  }
  .card-mark.red.standing {
    background: var(--critical-soft);
  }
`;
