import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { language, Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import type { PublicGuidance } from '../types';
import '../sessions/guidance-answers';
import './plan-picture';
import { estateWords as w, rulingWords, spotWords } from './words';

/** What residents of a floor-plan type read: one column for a phone, and on paper with the code that leads back here. */
@customElement('guidance-page')
export class GuidancePage extends LitElement {
  static override styles = [
    shared,
    documentCss,
    css`
      .page {
        max-width: 44rem;
      }
      ol {
        display: grid;
        gap: 0.6rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 2.2rem 1fr;
        gap: 0.6rem;
        padding: 0.7rem;
        border: 1px solid var(--line);
        border-left-width: 5px;
        border-radius: 8px;
        break-inside: avoid;
      }
      li.forbidden {
        border-left-color: var(--critical);
      }
      li.needsApproval {
        border-left-color: var(--serious);
      }
      li.allowed {
        border-left-color: var(--normal);
      }
      .number {
        font-size: 1.4rem;
        font-weight: 700;
        text-align: center;
      }
      .qr {
        display: none;
        width: 9rem;
      }
      @media print {
        .tools {
          display: none;
        }
        .qr {
          display: block;
        }
      }
    `,
  ];

  @state() private guidance: PublicGuidance | null = null;
  @state() private gone = false;
  private readonly address = `/api/guidance/${encodeURIComponent(location.pathname.slice('/g/'.length))}`;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const other = language.current === 'en' ? 'zh-CN' : 'en';
    return html`<main class="page">
      <div class="head">
        <h1>${say(w.forResidents)}</h1>
        <div class="tools">
          <button lang=${other} @click=${() => language.set(other)}>${icon('globe')}${other === 'en' ? 'English' : '中文'}</button>
          <button @click=${() => print()} ?disabled=${!this.guidance}>${icon('print')}${say(w.print)}</button>
        </div>
      </div>
      ${this.guidance ? this.shown(this.guidance) : html`<p role=${this.gone ? 'alert' : 'status'}>${say(this.gone ? w.gone : w.loading)}</p>`}
    </main>`;
  }

  private shown({ estate, plan, image, guidance }: PublicGuidance): TemplateResult {
    const spots = [...guidance.lines].sort((one, other) => Number(one.number) - Number(other.number)).map((line) => line.spot);
    return html`<h2>${sayName(estate)} · ${sayName(plan)}</h2>
      <p>${sayName(guidance.words)}</p>
      <plan-picture open .src=${`${this.address}/images/${image.id}`} .size=${{ x: Number(image.width), y: Number(image.height) }} .spots=${spots} .name=${say(w.planOf, { name: sayName(plan) })}></plan-picture>
      <ol>
        ${guidance.lines.map(({ number, spot }) => html`<li class=${spot.ruling}>
          <span class="number">${number}</span>
          <span><strong>${say(spotWords[spot.kind])} · ${say(rulingWords[spot.ruling])}</strong><br />${sayName(spot.sentence)}
            ${spot.evidenceId ? html`<img src=${`${this.address}/images/${spot.evidenceId}`} alt="" width="240" loading="lazy" />` : nothing}</span>
        </li>`)}
      </ol>
      <guidance-answers .address=${this.address}></guidance-answers>
      <p class="muted">${say(w.published, { n: Number(guidance.version), at: String(guidance.at).slice(0, 10) })}</p>
      <img class="qr" src=${`${this.address}/qr`} alt=${say(w.qr)} />`;
  }

  private async load(): Promise<void> {
    const answer = await fetch(this.address).catch(() => null);
    this.gone = !answer?.ok;
    this.guidance = answer?.ok ? ((await answer.json()) as PublicGuidance) : null;
    document.title = say(w.forResidents);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guidance-page': GuidancePage;
  }
}
