import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseRow } from '../api/types';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { parts } from './parts';
import { boardWords as w } from './words';

export type Overlay = 'keys' | 'command' | 'call';

const codeOf = { keys: parts.keySheet, command: parts.commandBar, call: parts.entry } as const;

/**
 * What opens over the board for a moment: the sheet of keys, the command bar, the entry of a call. Its code comes when it is first
 * opened. Sends `closed`; passes on `go` {address}, `open-case` {id}, `do` {name, caseIds, body} and `filed` {id}.
 */
@customElement('board-overlays')
export class BoardOverlays extends LitElement {
  static override styles = [shared];

  @property({ attribute: false }) shown: Overlay | null = null;
  @property({ attribute: false }) rows: ReadonlyMap<string, CaseRow> = new Map();
  @property({ attribute: false }) caseId: string | null = null;
  @property({ attribute: false }) marked: readonly string[] = [];
  /** Where a call is filed for, as chosen on the map. */
  @property({ attribute: false }) place: { lat: number; lon: number; gridId?: string | null } | null = null;
  @state() private brought = new Set<Overlay>();
  @state() private failed: Overlay | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(): void {
    if (this.shown && !this.brought.has(this.shown) && this.failed !== this.shown) {
      void this.bring(this.shown);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.shown) {
      return nothing;
    }
    if (this.failed === this.shown) {
      return html`<div class="notice critical" role="alert">${say(w.partFailed)} <button @click=${this.again}>${say(w.again)}</button> <button @click=${this.close}>${say(w.closePanel)}</button></div>`;
    }
    if (!this.brought.has(this.shown)) {
      return nothing;
    }
    switch (this.shown) {
      case 'keys':
        return html`<key-sheet @closed=${this.close}></key-sheet>`;
      case 'command':
        return html`<command-bar .rows=${this.rows} .caseId=${this.caseId} .marked=${this.marked} @closed=${this.close} @go=${this.pass} @open-case=${this.pass} @do=${this.pass}></command-bar>`;
      case 'call':
        return html`<quick-entry .rows=${this.rows} .place=${this.place} @closed=${this.close} @filed=${this.pass} @open-case=${this.pass}></quick-entry>`;
    }
  }

  private async bring(overlay: Overlay): Promise<void> {
    try {
      await codeOf[overlay]();
      this.brought = new Set([...this.brought, overlay]);
    } catch {
      this.failed = overlay;
    }
  }

  private readonly again = (): void => {
    this.failed = null;
  };

  private readonly close = (): void => {
    this.failed = null;
    this.dispatchEvent(new CustomEvent('closed'));
  };

  private readonly pass = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent(event.type, { detail: (event as CustomEvent<unknown>).detail }));
  };
}
