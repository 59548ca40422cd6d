import { html, LitElement, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { boundsOf, contains, outlines, type Bounds, type Place } from './geometry';
import { blocksOf, gridAt, nearestBlock, type Block, type Ground } from './grounds';
import { pickerCss } from './picker-css';
import { moved, onScreen, Plan, underScreen, type Point, type View } from './plan';
import { mapWords as w } from './words';

/** A finger that moved less than this, px, has tapped. */
const TAP_PX = 8;
/** What an arrow key moves the pin by, m. */
const STEP_M = 5;
/** Below this scale, px per metre, names of buildings would lie over each other. */
const NAMES_FROM = 0.12;

/**
 * Points at a place on the plan of one grid, or of the street: outlines and buildings of what the device has of the territory, drawn
 * as SVG, so that it needs no network, no WebGL and little code. Sends `place-chosen` `{lat, lon, gridId}`; null outside the street.
 */
@customElement('place-picker')
export class PlacePicker extends LitElement {
  static override styles = [shared, pickerCss];

  /** The grid that is shown; without one, the whole street. */
  @property() gridId: string | undefined;
  /** Where the pin stands. */
  @property({ attribute: false }) value: Place | null = null;

  @state() private view: View | null = null;
  @state() private size: Point = { x: 0, y: 0 };
  @query('.plan') private frame!: HTMLElement | null;

  private plan: Plan | null = null;
  private widest = 0;
  private readonly fingers = new Map<number, Point>();
  private tapped: Point | null = null;
  private readonly resized = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.fingers.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.frame && this.resized.observe(this.frame));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('gridId') && this.size.x > 0) {
      this.fit();
    }
  }

  protected override render(): TemplateResult {
    if (!this.bounds()) {
      return html`<p class="notice">${say(w.noGrid)}</p>`;
    }
    const { plan, view } = this;
    return html`
      <p id="how">${say(w.pick)} <span class="visually-hidden">${say(w.moveHint)}</span></p>
      <div class="plan">
        <svg
          class="all"
          role="application"
          tabindex="0"
          aria-label=${this.gridId ? say(w.gridMap, { grid: city.gridName(this.gridId) }) : say(w.map)}
          aria-describedby="how"
          @pointerdown=${this.pressed}
          @pointermove=${this.dragged}
          @pointerup=${this.released}
          @pointercancel=${this.left}
          @wheel=${this.wheeled}
          @keydown=${this.keys}
        >
          ${plan && view ? this.drawing(plan, view) : nothing}
        </svg>
        <div class="tools">
          <button type="button" aria-label=${say(w.zoomIn)} @click=${() => this.closer(1.6)}>${icon('plus')}</button>
          <button type="button" aria-label=${say(w.zoomOut)} @click=${() => this.closer(1 / 1.6)}>${icon('minus')}</button>
        </div>
      </div>
      <p class="muted" role="status">${this.said()}</p>
    `;
  }

  private drawing(plan: Plan, view: View): SVGTemplateResult {
    const at = (place: Place): Point => onScreen(view, this.size, plan.toPlan(place));
    const pin = this.value ? at(this.value) : null;
    return svg`
      ${this.gridsOwnLast().map((grid) =>
        grid.polygon ? svg`<path class=${grid.id === this.gridId ? 'own' : ''} d=${pathOf(outlines(grid.polygon), (lon, lat) => at({ lat, lon }))} />` : nothing,
      )}
      ${blocksOf(this.territory()).map(({ place, ids }) => {
        const { x, y } = at(place);
        return svg`<circle cx=${x} cy=${y} r="5" />${view.scale >= NAMES_FROM ? svg`<text x=${x} y=${y - 10}>${say(w.block, { id: ids })}</text>` : nothing}`;
      })}
      ${pin ? svg`<svg class="pin" x=${pin.x - 18} y=${pin.y - 33} width="36" height="36"><use href="/icons.svg#pin"></use></svg>` : nothing}
    `;
  }

  /** What the pin stands at, for those who do not see it. */
  private said(): string {
    if (!this.value) {
      return '';
    }
    const own = this.gridId ? city.grid(this.gridId)?.polygon : null;
    if (own && !contains(own, this.value)) {
      return say(gridAt(this.territory(), this.value) ? w.outsideGrid : w.outside);
    }
    const near = this.plan && nearestBlock(blocksOf(this.territory()), this.plan, this.value);
    return near ? say(w.pickedNear, { building: nameOf(near) }) : say(w.picked, { lat: this.value.lat.toFixed(5), lon: this.value.lon.toFixed(5) });
  }

  private territory(): Ground {
    return city.territory ?? NO_GROUND;
  }

  /** Every grid, with the one that is shown on top of its neighbours' lines. */
  private gridsOwnLast(): Ground['grids'] {
    return [...this.territory().grids].sort((a, b) => Number(a.id === this.gridId) - Number(b.id === this.gridId));
  }

  private bounds(): Bounds | null {
    const grids = this.territory().grids.filter((grid) => !this.gridId || grid.id === this.gridId);
    return boundsOf(grids.flatMap((grid) => grid.polygon ?? []));
  }

  private measure(): void {
    const first = this.size.x === 0;
    this.size = { x: this.frame?.clientWidth ?? 0, y: this.frame?.clientHeight ?? 0 };
    if (first && this.size.x > 0) {
      this.fit();
    }
  }

  private fit(): void {
    const bounds = this.bounds();
    if (bounds) {
      this.plan = new Plan({ lat: bounds[3], lon: bounds[0] });
      this.view = this.plan.fit(bounds, this.size.x, this.size.y);
      this.widest = this.view.scale / 2;
    }
  }

  private closer(factor: number, at: Point = { x: this.size.x / 2, y: this.size.y / 2 }): void {
    if (this.view) {
      this.view = moved(this.view, this.size, at, at, factor, this.widest);
    }
  }

  private choose(place: Place): void {
    this.value = place;
    this.dispatchEvent(new CustomEvent('place-chosen', { detail: { ...place, gridId: gridAt(this.territory(), place) }, bubbles: true, composed: true }));
  }

  private readonly pressed = (event: PointerEvent): void => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, pointOf(event));
    // A second finger pinches: neither has tapped.
    this.tapped = this.fingers.size === 1 ? pointOf(event) : null;
  };

  private readonly dragged = (event: PointerEvent): void => {
    const before = this.fingers.get(event.pointerId);
    if (!before || !this.view) {
      return;
    }
    const now = pointOf(event);
    if (this.tapped && Math.hypot(now.x - this.tapped.x, now.y - this.tapped.y) < TAP_PX) {
      return;
    }
    this.tapped = null;
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    const factor = other ? Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)) : 1;
    this.view = moved(this.view, this.size, between(before, other), between(now, other), factor, this.widest);
  };

  private readonly released = (event: PointerEvent): void => {
    if (this.tapped && this.plan && this.view) {
      this.choose(this.plan.toPlace(underScreen(this.view, this.size, this.tapped)));
    }
    this.left(event);
  };

  private readonly left = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId);
    this.tapped = null;
  };

  private readonly wheeled = (event: WheelEvent): void => {
    event.preventDefault();
    this.closer(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.offsetX, y: event.offsetY });
  };

  private readonly keys = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step && this.plan && this.view) {
      event.preventDefault();
      const from = this.value ? this.plan.toPlan(this.value) : this.view.middle;
      this.choose(this.plan.toPlace({ x: from.x + step.x * STEP_M, y: from.y + step.y * STEP_M }));
    } else if (event.key === '+' || event.key === '-') {
      this.closer(event.key === '+' ? 1.6 : 1 / 1.6);
    }
  };
}

const NO_GROUND: Ground = { grids: [], estates: [] };

const steps: Record<string, Point> = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };

function nameOf({ estate, ids }: Block): string {
  return say(w.building, { name: sayName(estate.name, estate.id), id: ids });
}

function pointOf(event: PointerEvent): Point {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function between(a: Point, b: Point | undefined): Point {
  return b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : a;
}

function pathOf(rings: number[][][], at: (lon: number, lat: number) => Point): string {
  const corner = ([lon, lat]: number[]): string => {
    const { x, y } = at(lon!, lat!);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return rings.map((ring) => `M${ring.map(corner).join('L')}Z`).join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'place-picker': PlacePicker;
  }
}
