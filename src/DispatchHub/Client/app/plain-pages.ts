import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import type { Role } from '../api/types';
import { icon } from '../parts/icon';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { roleName } from '../words/terms';
import type { Place } from './addresses';
import { followLink } from './follow-link';
import { PAGE_REPLACED } from './load-page';
import { menuOf } from './routes';
import { session } from './session';
import { appWords as w } from './words';

// What stands where a page would: it is coming, it cannot come, or the address leads nowhere. Each says what to do next.

export function loadingPage(name: string): TemplateResult {
  return html`<div class="middle" aria-busy="true"><h1 class="visually-hidden">${name}</h1><p role="status">${say(w.loading)}</p></div>`;
}

/** The address has no page for this role. */
export function nowhere(place: Place, role: Role): TemplateResult {
  switch (place.kind) {
    case 'no-pages':
      return message(say(w.noPages), say(w.noPagesHint, { role: roleName(role) }));
    case 'not-yours':
      return message(say(w.notYours), say(w.notYoursHint, { role: roleName(role) }), ownPages(role));
    default:
      return message(say(w.unknownPage), say(w.unknownPageHint), ownPages(role));
  }
}

/** The page could not be brought; `again` tries once more. */
export function failedPage(problem: Problem, again: () => void): TemplateResult {
  return problem.code === PAGE_REPLACED
    ? message(say(w.replaced), say(w.replacedHint), html`<button class="primary" @click=${() => location.reload()}>${icon('refresh')}${say(w.reload)}</button>`)
    : message(say(w.product), problemText(problem), html`<button class="primary" @click=${again}>${icon('refresh')}${say(w.again)}</button>`);
}

/** Nobody answered when the client started, and this device knows nobody who was signed in. */
export function awayPage(): TemplateResult {
  const again = (): void => void session.renew().catch(() => undefined);
  return message(say(w.away), say(w.awayHint), html`<button class="primary" @click=${again}>${icon('refresh')}${say(w.again)}</button>`);
}

function message(title: string, text: string, next: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="middle"><h1>${title}</h1><p role="alert">${text}</p><div class="next">${next}</div></div>`;
}

function ownPages(role: Role): TemplateResult {
  return html`${menuOf(role).map((route) => html`<a class="button" href=${route.path} @click=${followLink}>${icon(route.icon)}${say(route.word)}</a>`)}`;
}
