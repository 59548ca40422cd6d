import { html, nothing, type TemplateResult } from 'lit';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { problemWords } from '../words/problems';
import { say, type Word } from '../words/say';
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

/** Instead of the list: the watch was refused, by its stable code. */
export function refusedText(code: string | null): TemplateResult {
  const word = (problemWords as Record<string, Word>)[code ?? ''] ?? problemWords.unexpected;
  return html`<div class="say" role="alert"><p>${say(w.refused, { why: say(word) })}</p></div>`;
}

/** Instead of the list: the first rows have not come. */
export function loadingText(): TemplateResult {
  return html`<div class="say" role="status" aria-busy="true"><p>${say(w.loading)}</p></div>`;
}

/** Instead of the list: the filters let nothing through. */
export function noMatchText(clear: () => void): TemplateResult {
  return html`<div class="say" role="status"><p>${say(w.noneMatch)}</p><button class="primary" @click=${clear}>${say(w.clearFilters)}</button></div>`;
}

/** Instead of the list: there is no case. */
export function noneText(live: boolean): TemplateResult {
  return html`<div class="say" role="status"><p>${say(w.none)}</p>${live ? html`<p class="muted">${say(w.noneHint)}</p>` : nothing}</div>`;
}
