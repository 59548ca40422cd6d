import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import '../secured-picture';
import type { RulingKind, Spot } from '../types';
import { estateWords as w, rulingWords, spotWords } from './words';

/** How far an arrow key moves the mark, as a fraction of the picture. */
const STEP = 0.02;

export interface Point {
  x: number;
  y: number;
}

/** A shape beside the colour for each ruling, so that nobody needs colours. */
const shapes: Record<RulingKind, string> = { forbidden: 'M-14,-14H14V14H-14Z', needsApproval: 'M0,-18L17,14H-17Z', allowed: 'M-14,0a14,14 0 1,0 28,0a14,14 0 1,0 -28,0' };

/**
 * A floor plan with its numbered spots. With `marking`, a tap or the arrow keys place the mark: sends `placed` {x, y}. A spot that is
 * chosen by tap or Enter sends `spot-chosen` {id}.
 */
@customElement('plan-picture')
export class PlanPicture extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .plan {
        position: relative;
        max-width: 60rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        overflow: hidden;
        background: #fff;
      }
      img {
        display: block;
        width: 100%;
        height: auto;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      svg.marking {
        cursor: crosshair;
        touch-action: manipulation;
      }
      g.spot {
        cursor: pointer;
      }
      g.spot path {
        stroke: #fff;
        stroke-width: 3;
      }
      .forbidden {
        fill: #b3261e;
      }
      .needsApproval {
        fill: #8a5a00;
      }
      .allowed {
        fill: #1d6b3c;
      }
      text {
        fill: #fff;
        font: bold 17px sans-serif;
        text-anchor: middle;
        dominant-baseline: central;
      }
      g.spot:focus-visible {
        outline: none;
      }
      g.spot:focus-visible path,
      g.chosen path {
        stroke: #0b57d0;
        stroke-width: 6;
      }
      /* On a phone a mark is still as large as a finger's tip. */
      @media (max-width: 640px) {
        g.spot > * {
          transform: scale(2);
        }
      }
      .mark {
        fill: none;
        stroke: #0b57d0;
        stroke-width: 4;
      }
    `,
  ];

  /** Where the picture is. */
  @property() src = '';
  /** The picture is for everybody who has its address. */
  @property({ type: Boolean }) open = false;
  @property() name = '';
  @property({ attribute: false }) size: Point = { x: 4, y: 3 };
  @property({ attribute: false }) spots: readonly Spot[] = [];
  @property() chosen = '';
  @property({ attribute: false }) marking: Point | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const height = 1000 * (this.size.y / this.size.x);
    return html`<div class="plan">
      ${this.open ? html`<img src=${this.src} alt="" width=${this.size.x} height=${this.size.y} />` : html`<secured-picture .src=${this.src} alt=""></secured-picture>`}
      <svg
        class=${this.marking ? 'marking' : ''} viewBox=${`0 0 1000 ${height}`} preserveAspectRatio="none" role="group" aria-label=${this.name}
        tabindex=${this.marking ? 0 : -1} @click=${this.tapped} @keydown=${this.moved}
      >
        ${this.spots.map((spot, index) => this.spot(spot, index + 1, height))}
        ${this.marking ? svg`<g transform=${`translate(${this.marking.x * 1000},${this.marking.y * height})`}><circle class="mark" r="20"></circle><path class="mark" d="M-32,0H32M0,-32V32"></path></g>` : nothing}
      </svg>
    </div>`;
  }

  private spot(spot: Spot, n: number, height: number) {
    const said = say(w.spot, { n, kind: say(spotWords[spot.kind]), ruling: say(rulingWords[spot.ruling]) });
    return svg`<g class=${`spot ${spot.id === this.chosen ? 'chosen' : ''}`} role="button" tabindex="0" aria-label=${`${said}. ${sayName(spot.sentence)}`}
      transform=${`translate(${Number(spot.x) * 1000},${Number(spot.y) * height})`}
      @click=${(event: Event) => this.choose(event, spot.id)} @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' || event.key === ' ') && this.choose(event, spot.id)}>
      <path class=${spot.ruling} d=${shapes[spot.ruling]}></path><text>${n}</text></g>`;
  }

  private choose(event: Event, id: string): void {
    if (!this.marking) {
      event.preventDefault();
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent('spot-chosen', { detail: { id } }));
    }
  }

  private readonly tapped = (event: MouseEvent): void => {
    if (this.marking) {
      const box = (event.currentTarget as SVGElement).getBoundingClientRect();
      this.place((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }
  };

  private readonly moved = (event: KeyboardEvent): void => {
    const by = ({ ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] } as Record<string, [number, number]>)[event.key];
    if (this.marking && by) {
      event.preventDefault();
      this.place(this.marking.x + by[0], this.marking.y + by[1]);
    }
  };

  private place(x: number, y: number): void {
    const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    this.dispatchEvent(new CustomEvent<Point>('placed', { detail: { x: within(x), y: within(y) } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-picture': PlanPicture;
  }
}
