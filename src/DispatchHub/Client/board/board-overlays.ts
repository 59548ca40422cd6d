import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseRow } from '../api/types';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { parts } from './parts';
import { boardWords as w } from './words';

export type Overlay = 'keys' | 'command' | 'call' | 'drill';

const codeOf: Record<Overlay, () => Promise<unknown>> = { keys: parts.keySheet, command: parts.commandBar, call: parts.entry, drill: parts.entry };

/**
 * What opens over the board for a moment: the sheet of keys, the command bar, the entry of a call. Its code comes when it is first
 * opened. Sends `closed`; what comes of the parts bubbles: `go` {address}, `open-case` {id}, `do` {name, caseIds, body?, initial?},
 * `reported` {case}.
 */
@customElement('board-overlays')
export class BoardOverlays extends LitElement {
  static override styles = [
    shared,
    css`
      .failed {
        position: fixed;
        inset: auto 1rem 1rem auto;
        z-index: 50;
        max-width: 24rem;
        box-shadow: var(--shadow);
      }
    `,
  ];

  @property({ attribute: false }) shown: Overlay | null = null;
  @property({ attribute: false }) rows: ReadonlyMap<string, CaseRow> = new Map();
  /** The case that is open, and those that are marked: what a command without a number is for. */
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
    return this.shown ? this.overlay(this.shown) : nothing;
  }

  private overlay(shown: Overlay): TemplateResult | typeof nothing {
    if (this.failed === shown) {
      return html`<div class="failed notice critical" role="alert">
        <p>${say(w.partFailed)}</p>
        <button @click=${this.again}>${say(w.again)}</button> <button @click=${this.close}>${say(w.closePanel)}</button>
      </div>`;
    }
    if (!this.brought.has(shown)) {
      return nothing;
    }
    switch (shown) {
      case 'keys':
        return html`<key-sheet @closed=${this.close}></key-sheet>`;
      case 'call':
      case 'drill':
        return html`<quick-entry ?drill=${shown === 'drill'} .place=${this.place} @closed=${this.close}></quick-entry>`;
      case 'command':
        return html`<command-bar .rows=${this.rows} .caseId=${this.caseId} .marked=${this.marked} @closed=${this.close}></command-bar>`;
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
}
