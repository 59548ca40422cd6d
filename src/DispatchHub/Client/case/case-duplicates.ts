import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { readCase } from './case-data';

const w = words({
  open: { en: 'Open {number}', zh: '打开 {number}' },
  merge: { en: 'Merge into it', zh: '并入此案' },
  notSeen: { en: 'A case that you may not see', zh: '您无权查看的案件' },
});

/** Possible duplicates shown at once; more are seldom the same matter. */
const MOST_SHOWN = 10;

/** Cases marked as possibly the same matter. Sends `open-case` {id} and `merge` {id}. */
@customElement('case-duplicates')
export class CaseDuplicates extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 0.3rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.5rem;
        align-items: center;
        border: 1px solid var(--line);
        border-radius: 6px;
        padding: 0.3rem 0.5rem;
      }
      .what {
        flex: 1 1 10rem;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) ids: readonly string[] = [];
  /** Whether the person may merge now. */
  @property({ type: Boolean }) mergeable = false;
  @state() private found = new Map<string, CaseView | null>();

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ids')) {
      for (const id of this.ids.slice(0, MOST_SHOWN)) {
        if (!this.found.has(id)) {
          void this.find(id);
        }
      }
    }
  }

  protected override render(): TemplateResult {
    return html`<ul>${this.ids.slice(0, MOST_SHOWN).map((id) => this.one(id, this.found.get(id)))}</ul>`;
  }

  private one(id: string, view: CaseView | null | undefined): TemplateResult {
    if (!view) {
      return html`<li class="muted">${view === null ? say(w.notSeen) : '…'}</li>`;
    }
    return html`<li>
      <span class="what"><strong>${view.number}</strong> ${city.typeName(view.type, view.title)}<br /><span class="muted">${city.placeName(view.place)} ${view.place.unit ?? ''} · ${instantText(view.openedAt)}</span></span>
      ${statusMark(view.status)}
      <button aria-label=${say(w.open, { number: view.number })} @click=${() => this.tell('open-case', id)}>${icon('arrow-right')}</button>
      ${this.mergeable ? html`<button @click=${() => this.tell('merge', id)}>${icon('link')}${say(w.merge)}</button>` : ''}
    </li>`;
  }

  private tell(what: string, id: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail: { id }, bubbles: true, composed: true }));
  }

  private async find(id: string): Promise<void> {
    let view: CaseView | null = null;
    try {
      view = await readCase(id);
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
    }
    this.found = new Map(this.found).set(id, view);
  }
}
