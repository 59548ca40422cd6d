import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';
import { pressing } from '../clocks/slack';
import { problemOf } from '../commands/give-command';
import { prepared } from '../commands/photos';
import { cityClock } from '../feed/city-clock';
import type { Entry, Intent } from '../outbox/entry';
import { holdFor } from '../outbox/outbox-plan';
import { clocksTone, countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { priorityTone, statusMark, toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { priorityWords } from '../words/terms';
import './act-sheet';
import { actsOf, type Act } from './acts';
import { entryName } from './entry-name';
import { fieldCss } from './field-css';
import './field-safety';
import { expectedStatus, waitingFor, type Me } from './my-work';
import { typePicture } from './type-pictures';
import { fieldWords as w } from './words';

/**
 * One case as somebody on site acts on it: where, how long, and what comes next as large buttons.
 * Sends `decide` (an intent) and `open` {id}.
 */
@customElement('field-card')
export class FieldCard extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      .card {
        border-left: 6px solid var(--off);
      }
      .card[data-tone='critical'] {
        border-left-color: var(--critical);
      }
      .card[data-tone='serious'] {
        border-left-color: var(--serious);
      }
      .card[data-tone='caution'] {
        border-left-color: var(--caution);
      }
      .card[data-tone='normal'] {
        border-left-color: var(--normal);
      }
      .head {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 0.6rem;
        align-items: center;
        width: 100%;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        font-weight: 400;
        color: var(--text);
      }
      .picture {
        width: 2.5rem;
        height: 2.5rem;
        color: var(--text-2);
      }
      .place {
        font-size: 1.15rem;
        font-weight: 650;
      }
      .countdown {
        font-size: 1.15rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        margin-inline-start: auto;
        white-space: nowrap;
      }
      .countdown small {
        font-size: 0.8rem;
        font-weight: 400;
        color: var(--text-2);
      }
      .number {
        white-space: nowrap;
      }
      .seen {
        overflow: hidden;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      :host([fresh]) article {
        outline: 3px solid var(--serious);
      }
      @media (prefers-reduced-motion: no-preference) {
        :host([fresh]) article {
          animation: call 1s steps(2, jump-none) infinite;
        }
      }
      @keyframes call {
        to {
          background: var(--serious-soft);
        }
      }
    `,
  ];

  @property({ attribute: false }) row!: CaseRow;
  /** What is known beyond the row; null before it was fetched. */
  @property({ attribute: false }) view: CaseView | null = null;
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) me!: Me;
  /** The person has not seen it yet. */
  @property({ type: Boolean, reflect: true }) fresh = false;
  /** How far away it is, as text; empty where that does not matter. */
  @property() away = '';
  /** Without buttons, for lists of what others do. */
  @property({ type: Boolean }) quiet = false;
  @state() private asking: Act | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { row } = this;
    const type = city.type(row.type);
    const mine = waitingFor(row.id, this.entries);
    const status = expectedStatus(row, this.entries);
    return html`<article class="card" data-tone=${clocksTone(row.clocks)} aria-label=${row.number}>
      <button class="head" @click=${this.open}>
        ${typePicture(row.type, type?.scene ?? 'other')}
        <span>
          <span class="place">${city.placeName(row)}${this.view?.place.unit ? ` ${this.view.place.unit}` : ''}</span><br />
          <span>${city.typeName(row.type, row.title)}</span> <span class="muted number">${shortNumber(row.number)}</span>
        </span>
      </button>
      <div class="row">
        ${row.priority === 'Normal' ? nothing : html`<span class="chip ${priorityTone(row.priority)}">${toneMark(priorityTone(row.priority))}${say(priorityWords[row.priority])}</span>`}
        ${statusMark(row.status)} ${this.away ? html`<span class="muted">${icon('walk')} ${this.away}</span>` : nothing} ${countdown(row.clocks)}
      </div>
      ${this.view?.description && !this.quiet ? html`<p class="seen">${this.view.description}</p>` : nothing}
      ${this.quiet ? nothing : html`<field-safety .row=${row} .status=${status} .entries=${mine} .me=${this.me} @decide=${this.passOn}></field-safety>`}
      ${mine.map((entry) => this.waiting(entry))}
      ${this.quiet ? nothing : this.acts(actsOf(row, status, this.entries, this.me))}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      <input type="file" accept="image/*" capture="environment" hidden @change=${this.photoTaken} />
      ${this.asking ? html`<act-sheet .act=${this.asking} .row=${row} @given=${this.asked} @cancelled=${() => (this.asking = null)}></act-sheet>` : nothing}
    </article>`;
  }

  private waiting(entry: Entry): TemplateResult {
    const what = entryName(entry);
    return entry.state === 'refused'
      ? html`<p class="critical">${icon('warning')} ${say(w.refusedOne, { what })}</p>`
      : html`<p class="standby">${icon('send')} ${say(w.queued, { what })}</p>`;
  }

  private acts(acts: readonly Act[]): TemplateResult | typeof nothing {
    if (acts.length === 0) {
      return nothing;
    }
    return html`<div class="acts">
      ${acts.map(
        (act) => html`<button class=${act.look} ?disabled=${this.busy && act.asks === 'photo'} @click=${() => this.begin(act)}>
          ${icon(act.icon)}${say(this.busy && act.asks === 'photo' ? w.preparing : act.word)}
        </button>`,
      )}
    </div>`;
  }

  private begin(act: Act): void {
    if (act.asks === 'photo') {
      this.renderRoot.querySelector('input')!.click();
    } else if (act.asks) {
      this.asking = act;
    } else {
      this.decide(act, {});
    }
  }

  private readonly asked = (event: CustomEvent<{ body: Record<string, unknown>; photos: readonly Blob[] }>): void => {
    const act = this.asking!;
    this.asking = null;
    this.decide(act, event.detail.body, event.detail.photos);
  };

  private readonly photoTaken = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      this.tell({ target: { kind: 'case', caseId: this.row.id }, name: 'attach-evidence', photos: [await prepared(file)], timed: false });
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  };

  private decide(act: Act, body: Record<string, unknown>, photos: readonly Blob[] = []): void {
    this.tell({ target: { kind: 'case', caseId: this.row.id }, name: act.name, body: { ...act.body, ...body }, photos });
  }

  private tell(intent: Intent): void {
    const { row } = this;
    const holdMs = holdFor(pressing(row.clocks, cityClock.now())?.leftMs ?? null, cityClock.speed);
    this.dispatchEvent(new CustomEvent<Intent>('decide', { detail: { ...intent, holdMs, about: { number: row.number, type: row.type, place: city.placeName(row) } } }));
  }

  /** What is decided about safety goes out at once and is not taken back. */
  private readonly passOn = (event: CustomEvent<Pick<Intent, 'name' | 'body'>>): void => {
    event.stopPropagation();
    const { row } = this;
    const about = { number: row.number, type: row.type, place: city.placeName(row) };
    this.dispatchEvent(new CustomEvent<Intent>('decide', { detail: { ...event.detail, target: { kind: 'case', caseId: row.id }, holdMs: 0, about } }));
  };

  private readonly open = (): void => {
    this.dispatchEvent(new CustomEvent('open', { detail: { id: this.row.id } }));
  };
}

/** The number without the street that everything here lies in. */
function shortNumber(number: string): string {
  return number.split('-').slice(-2).join('-');
}
