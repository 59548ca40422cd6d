import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../api/types';
import { session } from '../app/session';
import { instantText } from '../clocks/spoken';
import { LiveStream } from '../feed/live-stream';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { roleName } from '../words/terms';

const w = words({
  alsoOpen: { en: 'Also open with:', zh: '同时查看：' },
  since: { en: 'since {at}', zh: '{at} 起' },
});

/** Somebody else who has the case open. */
export interface Looker {
  userName: string;
  displayName: string;
  role: Role;
  since: string;
}

interface LookersItem {
  kind: 'lookers';
  people: Looker[];
}

/** Everybody but oneself, who looks longest first. */
export function othersOf(people: readonly Looker[], me: string | undefined): Looker[] {
  return people.filter((one) => one.userName !== me).sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

/** Who else has this case open; while it is on the page, its person counts as looking too. */
@customElement('case-lookers')
export class CaseLookers extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        align-items: center;
      }
    `,
  ];

  @property() caseId = '';
  @state() private people: Looker[] = [];
  private stream: LiveStream<LookersItem> | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.begin();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.stop();
    this.stream = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseId')) {
      this.begin();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const others = othersOf(this.people, session.who?.userName);
    return html`<div role="status">
      ${others.length === 0
        ? nothing
        : html`<p>${icon('eye')}<span class="muted">${say(w.alsoOpen)}</span>
            ${others.map((one) => html`<span class="chip standby">${one.displayName || one.userName} · ${roleName(one.role)} · ${say(w.since, { at: instantText(one.since) })}</span>`)}</p>`}
    </div>`;
  }

  private begin(): void {
    this.stream?.stop();
    this.people = [];
    // Nobody knows who looks while the connection is gone.
    const nobody = (): void => void (this.people = []);
    this.stream = new LiveStream<LookersItem>('Lookers', () => [this.caseId], { next: (item) => (this.people = item.people), lost: nobody, refused: nobody });
  }
}
