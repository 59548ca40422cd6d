import { html, type TemplateResult } from 'lit';
import { say } from '../words/say';
import type { Count, NumberAsked } from './figures';
import { countText } from './numbers';
import { countWords, statsWords as w } from './words';

/** A number that shows the cases behind it when it is pressed; a nought has none. `row` says whose number it is. */
export function numberButton(count: number, measure: Count, row: string, act: () => void): TemplateResult {
  const n = countText(count);
  return count === 0
    ? html`<span class="nought">0</span>`
    : html`<button class="number" aria-label=${say(w.casesOf, { n, measure: say(countWords[measure]), row })} @click=${act}>${n}</button>`;
}

/** Tells the page which number's cases are wanted. */
export function askList(from: HTMLElement, asked: NumberAsked): void {
  from.dispatchEvent(new CustomEvent('list-asked', { detail: asked, bubbles: true, composed: true }));
}
