import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { theme } from '../app/theme';
import type { Applied } from '../feed/board-state';
import { cityClock } from '../feed/city-clock';
import { Pace } from '../feed/pace';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { language } from '../words/language';
import { say, sayName } from '../words/say';
import type { Place } from './geometry';
import { mapCss } from './map-css';
import { coloursOf } from './marks';
import type { Point } from './plan';
import { legend, listOf, tipOf } from './map-notes';
import { Spots } from './spots';
import type { StreetMap, StreetMapListener, StreetMapNames } from './street-map';
import { gridCentres, streetBounds } from './territory-shapes';
import { mapWords as w } from './words';

/** Painting costs the graphics card more than the page: once a second is as live as an eye needs. */
const PAINT_EVERY_MS = 1_000;
/** Clocks run out without a change; the marks are looked at again this often. */
const LOOK_AGAIN_MS = 10_000;

/**
 * The street with its open cases: shape and colour of the most urgent at each place, and how many.
 * It is given rows by `changed`; it sends `case-selected` `{id}`, in place mode `place-chosen` `{lat, lon, gridId}` (null outside
 * the street) and `placing-ended` for Esc. Its code for drawing comes when it is first shown.
 */
@customElement('case-map')
export class CaseMap extends LitElement implements StreetMapListener {
  static override styles = [shared, mapCss];

  /** The id of the case that is selected elsewhere; it is ringed. */
  @property({ attribute: false }) selected: string | null = null;
  /** A click chooses a place instead of a case. */
  @property({ type: Boolean }) placing = false;
  /** Where a pin is shown. */
  @property({ attribute: false }) pin: Place | null = null;

  @state() private fault: 'noWebGl' | 'noPolygons' | 'failed' | null = null;
  @state() private drawn = false;
  @state() private here: (Point & { key: string }) | null = null;
  @state() private tip: (Point & { key: string }) | null = null;
  @query('.canvas') private canvas!: HTMLElement;

  private street: StreetMap | null = null;
  private rows: ReadonlyMap<string, CaseRow> = new Map();
  private centres = new Map<string, Place>();
  private readonly spots = new Spots((row) => this.whereIs(row));
  private readonly pace = new Pace(() => this.paint(false), PAINT_EVERY_MS);
  private again: ReturnType<typeof setInterval> | undefined;
  private pointed: Point = { x: 0, y: 0 };

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.recolour);
    language.addEventListener('change', this.rename);
    this.again = setInterval(() => this.paint(true), LOOK_AGAIN_MS);
    void this.updateComplete.then(() => this.start());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.recolour);
    language.removeEventListener('change', this.rename);
    clearInterval(this.again);
    this.pace.stop();
    this.street?.remove();
    this.street = null;
    this.drawn = false;
  }

  /** Takes in what a watch changed; `rows` are those to be shown after it, with `all` when other filters chose them. */
  changed(applied: Applied, rows: ReadonlyMap<string, CaseRow>): void {
    this.rows = rows;
    this.spots.take(applied, rows);
    this.pace.ask();
  }

  /** Shows the whole street. */
  fitStreet(): void {
    this.street?.fitStreet();
  }

  /** Goes to the selected case. */
  fitSelected(): void {
    const place = this.selectedPlace();
    if (place) {
      this.street?.fitPlace(place);
    }
  }

  spotClicked(key: string): void {
    const ids = this.spots.idsAt(key);
    if (this.placing) {
      const place = this.spots.placeOf(ids[0] ?? '');
      if (place) {
        this.placeClicked(place, this.rows.get(ids[0]!)?.gridId ?? null);
      }
    } else if (ids.length === 1) {
      this.choose(ids[0]!);
    } else {
      this.here = { key, ...this.pointed };
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.here li button')?.focus());
    }
  }

  placeClicked(place: Place, gridId: string | null): void {
    this.here = null;
    if (this.placing) {
      this.dispatchEvent(new CustomEvent('place-chosen', { detail: { ...place, gridId }, bubbles: true, composed: true }));
    }
  }

  spotPointed(key: string | null, at: Point): void {
    this.pointed = { x: at.x, y: at.y };
    this.tip = key && !this.placing ? { key, ...this.pointed } : null;
  }

  moved(): void {
    this.here = null;
    this.tip = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('selected')) {
      this.street?.select(this.selectedPlace());
    }
    if (changed.has('placing')) {
      this.street?.placing(this.placing);
    }
    if (changed.has('pin')) {
      this.showPin();
    }
  }

  protected override render(): TemplateResult {
    if (this.fault) {
      return html`<div class="instead" role="status">
        <p>${say(w[this.fault])}</p>
        ${this.fault === 'failed' ? html`<button @click=${this.retry}>${icon('refresh')}${say(w.again)}</button>` : nothing}
      </div>`;
    }
    return html`
      <div class="canvas" @keydown=${this.keys}></div>
      ${this.drawn ? nothing : html`<p class="instead muted" role="status">${say(w.loading)}</p>`}
      ${this.placing ? html`<p class="hint notice" role="status">${say(w.placeHint)}</p>${cross}` : nothing}
      <div class="tools">
        ${this.tool('plus', say(w.zoomIn), () => this.street?.zoom(1))} ${this.tool('minus', say(w.zoomOut), () => this.street?.zoom(-1))}
        ${this.tool('map', say(w.wholeStreet), () => this.fitStreet())}
        ${this.selected && this.selectedPlace() ? this.tool('pin', say(w.toSelected), () => this.fitSelected()) : nothing}
      </div>
      ${this.floating()}
    `;
  }

  private tool(name: Parameters<typeof icon>[0], label: string, act: () => void): TemplateResult {
    return html`<button aria-label=${label} title=${label} @click=${act}>${icon(name)}</button>`;
  }

  private floating(): TemplateResult {
    const beside = (at: Point, width: number, height: number): string => {
      const left = Math.max(8, Math.min(at.x + 12, this.clientWidth - width - 8));
      const top = Math.max(8, Math.min(at.y + 12, this.clientHeight - height - 8));
      return `left: ${left}px; top: ${top}px`;
    };
    const rowsAt = (key: string): CaseRow[] => this.spots.idsAt(key).flatMap((id) => this.rows.get(id) ?? []);
    const { tip, here } = this;
    return html`
      ${legend(this.rows.size - this.spots.placed)} ${tip && !here ? tipOf(rowsAt(tip.key), beside(tip, 250, 40)) : nothing}
      ${here
        ? html`<div @keydown=${this.keys}>
            ${listOf(rowsAt(here.key), this.selected, cityClock.now(), beside(here, 272, 240), (id) => this.choose(id), this.closeList)}
          </div>`
        : nothing}
    `;
  }

  private async start(): Promise<void> {
    const territory = city.territory;
    if (!this.isConnected || this.street || !territory) {
      return;
    }
    if (!streetBounds(territory)) {
      this.fault = 'noPolygons';
      return;
    }
    this.centres = gridCentres(territory);
    const drawing = await import('./street-map').catch(() => null);
    if (!drawing) {
      this.fault = 'failed';
      return;
    }
    if (!this.isConnected || this.street) {
      return;
    }
    this.wear(drawing.maplibreSheet);
    try {
      this.street = new drawing.StreetMap(this.canvas, territory, coloursOf(this), names(), this);
    } catch (reason) {
      if (!(reason instanceof drawing.GPUInitializationError)) {
        throw reason;
      }
      this.fault = 'noWebGl';
      return;
    }
    this.drawn = true;
    this.spots.forget();
    this.spots.take(ALL, this.rows);
    this.paint(true);
    this.street.select(this.selectedPlace());
    this.street.placing(this.placing);
    this.showPin();
  }

  /** Maplibre's rules go into the shadow root, where its elements are; ours come after them. */
  private wear(sheet: CSSStyleSheet): void {
    const root = this.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets.unshift(sheet);
    }
  }

  private paint(everything: boolean): void {
    if (this.street) {
      this.street.paint(this.spots.changes(this.rows, cityClock.now(), everything));
      this.requestUpdate();
    }
  }

  private whereIs(row: CaseRow): Place | null {
    return row.lat != null && row.lon != null ? { lat: row.lat, lon: row.lon } : (this.centres.get(row.gridId) ?? null);
  }

  private selectedPlace(): Place | null {
    return this.selected ? this.spots.placeOf(this.selected) : null;
  }

  private showPin(): void {
    this.street?.showPin(this.pin, () => {
      const element = document.createElement('div');
      element.className = 'pin';
      element.append(pinShape());
      return element;
    });
  }

  private choose(id: string): void {
    if (this.here) {
      // The button that has the focus goes with the list.
      this.closeList();
    }
    this.dispatchEvent(new CustomEvent('case-selected', { detail: { id }, bubbles: true, composed: true }));
  }

  private readonly recolour = (): void => this.street?.recolour(coloursOf(this));

  private readonly rename = (): void => {
    this.street?.rename(names());
    this.requestUpdate();
  };

  private readonly retry = async (): Promise<void> => {
    this.fault = null;
    await this.updateComplete;
    await this.start();
  };

  private readonly closeList = (): void => {
    this.here = null;
    this.renderRoot.querySelector<HTMLElement>('canvas')?.focus();
  };

  private readonly keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') {
      return;
    }
    if (this.here) {
      event.stopPropagation();
      this.closeList();
    } else if (this.placing) {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent('placing-ended', { bubbles: true, composed: true }));
    }
  };
}

const ALL: Applied = { all: true, changed: [], removed: [], ended: [] };

const cross = html`<svg class="cross" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${svg`<path d="M12 1v8M12 15v8M1 12h8M15 12h8" />`}</svg>`;

function names(): StreetMapNames {
  return { language: language.current, map: say(w.map), community: (id) => city.communityName(id), grid: (id) => sayName(city.grid(id)?.name, id) };
}

function pinShape(): SVGElement {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  shape.setAttribute('class', 'icon');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '/icons.svg#pin');
  shape.append(use);
  return shape;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-map': CaseMap;
  }
}
