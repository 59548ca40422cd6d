import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CaseRow } from '../api/types';
import type { Applied } from '../feed/board-state';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, type Word } from '../words/say';
import { parts } from './parts';
import { sideCss } from './side-parts-css';
import { boardWords as w } from './words';

/** What the board asks of the map, whose code comes late. */
interface CaseMap extends HTMLElement {
  changed(applied: Applied, rows: ReadonlyMap<string, CaseRow>): void;
}

const everything: Applied = { all: true, changed: [], removed: [], ended: [] };

/**
 * What stands beside the list: the map, and the open case. The code of both comes when they are first shown; without it the list
 * goes on. Passes on `case-selected`, `place-chosen`, `placing-ended`, `open-case`, and sends `closed` for the case.
 */
@customElement('side-parts')
export class SideParts extends LitElement {
  static override styles = [shared, sideCss];

  @property({ type: Boolean }) map = false;
  @property({ attribute: false }) caseId: string | null = null;
  @property({ type: Boolean }) placing = false;
  /** A sentence above the case, such as that it is not the case of the board shown. */
  @property({ attribute: false }) notice = '';
  @state() private brought: { map: boolean; panel: boolean } = { map: false, panel: false };
  @state() private failed: { map: boolean; panel: boolean } = { map: false, panel: false };
  @query('case-map') private caseMap!: CaseMap | null;
  private rows: ReadonlyMap<string, CaseRow> = new Map();

  constructor() {
    super();
    new Localized(this);
  }

  /** Tells the map what changed of the rows that it shows. */
  changed(applied: Applied, rows: ReadonlyMap<string, CaseRow>): void {
    this.rows = rows;
    if (this.brought.map) {
      this.caseMap?.changed(applied, rows);
    }
  }

  /** Puts the focus into the case. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  }

  protected override willUpdate(): void {
    if (this.map && !this.brought.map && !this.failed.map) {
      void this.bring('map');
    }
    if (this.caseId && !this.brought.panel && !this.failed.panel) {
      void this.bring('panel');
    }
  }

  protected override updated(changed: PropertyValues): void {
    if ((changed.has('map') || changed.has('brought')) && this.map && this.brought.map) {
      this.caseMap?.changed(everything, this.rows);
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.map ? html`<div class="map">${this.brought.map ? this.theMap() : this.instead('map', w.mapFailed)}</div>` : nothing}
      ${this.caseId
        ? html`<section class="panel" tabindex="-1" aria-label=${say(w.panel)}>
            ${this.notice ? html`<p class="notice">${this.notice}</p>` : nothing}
            ${this.brought.panel ? html`<case-panel .caseId=${this.caseId} .closable=${true} @close=${this.closed}></case-panel>` : this.instead('panel', w.panelFailed)}
          </section>`
        : nothing}
    `;
  }

  private theMap(): TemplateResult {
    return html`<case-map .selected=${this.caseId} .placing=${this.placing}></case-map>`;
  }

  private instead(part: 'map' | 'panel', word: Word): TemplateResult {
    return this.failed[part]
      ? html`<div class="failed" role="alert"><p>${say(word)}</p><button @click=${() => (this.failed = { ...this.failed, [part]: false })}>${say(w.again)}</button></div>`
      : html`<p class="failed muted" role="status">${say(w.partLoading)}</p>`;
  }

  private async bring(part: 'map' | 'panel'): Promise<void> {
    try {
      await parts[part]();
      this.brought = { ...this.brought, [part]: true };
    } catch {
      this.failed = { ...this.failed, [part]: true };
    }
  }

  private readonly closed = (): void => void this.dispatchEvent(new CustomEvent('closed'));
}
