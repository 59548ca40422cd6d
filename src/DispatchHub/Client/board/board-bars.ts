import { html, nothing, type TemplateResult } from 'lit';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { problemWords } from '../words/problems';
import { say, type Word } from '../words/say';
import type { BoardFeed } from './board-feed';
import type { BoardView } from './board-view';
import { boardWords as w } from './words';

/** The board is not live, and from when it is; `since` in real Unix ms. */
export function staleBar(since: number): TemplateResult {
  return html`<p class="bar serious" role="status">${icon('offline')}<span>${say(w.stale, { at: instantText(cityClock.at(since), 'full') })}</span></p>`;
}

/** The board stands still on purpose, and what waits. */
export function pauseBar(paused: NonNullable<BoardView['paused']>, resume: () => void): TemplateResult {
  return html`<div class="bar">
    ${icon('pause')}<strong>${say(w.paused, { at: instantText(paused.since, 'full') })}</strong>
    <span role="status">${say(w.waiting, { new: paused.fresh, changed: paused.changed, gone: paused.gone })}</span>
    <button class="primary" @click=${resume}>${icon('play')}${say(w.resume)}</button>
  </div>`;
}

/** Nothing can be heard yet, and why. */
export function shiftBar(start: () => unknown, quiet: () => unknown): TemplateResult {
  return html`<div class="bar info">
    <span>${icon('bell-off')} ${say(w.shift)}</span>
    <button class="primary" @click=${start}>${icon('bell')}${say(w.startShift)}</button> <button @click=${quiet}>${say(w.silent)}</button>
  </div>`;
}

/** What stands where the list would, when there is none: why, and what to do. Null when there are lines to show. */
export function insteadOfList({ view, watch, past }: Pick<BoardFeed, 'view' | 'watch' | 'past'>, clearFilters: () => void): TemplateResult | null {
  const earlier = view.pastAt !== null;
  if (watch.state === 'refused') {
    const word = (problemWords as Record<string, Word>)[watch.refusal ?? ''] ?? problemWords.unexpected;
    return html`<div class="say" role="alert"><p>${say(w.refused, { why: say(word) })}</p></div>`;
  }
  if (view.lines.length > 0) {
    return null;
  }
  if (earlier ? past.busy : watch.board.at === null) {
    return html`<div class="say" role="status" aria-busy="true"><p>${say(w.loading)}</p></div>`;
  }
  if (earlier && past.problem) {
    return html`<div class="say"><p>${say(w.noEarlier)}</p></div>`;
  }
  return view.filtered
    ? html`<div class="say" role="status"><p>${say(w.noneMatch)}</p><button class="primary" @click=${clearFilters}>${say(w.clearFilters)}</button></div>`
    : html`<div class="say" role="status"><p>${say(w.none)}</p>${earlier ? nothing : html`<p class="muted">${say(w.noneHint)}</p>`}</div>`;
}
