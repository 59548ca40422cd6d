import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Estate } from '../api/types';
import { scopeParts } from '../api/types';
import { contains, type Place } from '../map/geometry';
import { icon, type IconName } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemWords } from '../words/problems';
import { say, sayName, type Word } from '../words/say';
import { hereNow } from './device-place';
import { fieldCss } from './field-css';
import type { Me } from './my-work';
import { placeText } from './place-text';
import type { DraftPlace } from './report-draft';
import { fieldWords, reportWords as w } from './words';

type Way = 'estate' | 'device' | 'map' | 'grid';

/** Says where a report is about: estate, building and unit; where the device is; a point on the map; or the own grid. Sends `change`. */
@customElement('place-choice')
export class PlaceChoice extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      .ways,
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
        gap: 0.5rem;
      }
      .ways {
        grid-template-columns: repeat(auto-fit, minmax(4.5rem, 1fr));
      }
      .tiles.wide {
        grid-template-columns: 1fr;
      }
      .tiles .whole {
        grid-column: 1 / -1;
      }
      .ways button {
        flex-direction: column;
        gap: 0.1rem;
        min-height: 3.75rem;
        padding-inline: 0.2rem;
      }
      .tiles.units {
        max-height: 15rem;
        overflow: auto;
        padding: 2px;
      }
      button[aria-pressed='true'] {
        background: var(--accent-soft);
        border: 2px solid var(--accent);
        font-weight: 650;
      }
      .chosen {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        font-weight: 650;
      }
    `,
  ];

  @property({ attribute: false }) me!: Me;
  @property({ attribute: false }) value: DraftPlace | null = null;
  @property({ attribute: false }) recent: readonly DraftPlace[] = [];
  @state() private way: Way = 'estate';
  @state() private searching = false;
  @state() private failed = false;
  @state() private map = customElements.get('place-picker') !== undefined;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const grid = this.gridId();
    return html`
      ${this.value ? html`<p class="chosen" role="status">${icon('pin')}<span>${placeText(this.value)}</span></p>` : nothing}
      <div class="ways">
        ${this.wayButton('estate', w.byEstate, 'home')} ${this.wayButton('device', w.byDevice, 'pin')} ${this.wayButton('map', w.byMap, 'map')}
        ${grid ? this.wayButton('grid', w.byGrid, 'community') : nothing}
      </div>
      ${this.value?.kind === 'point' && !isInStreet(this.value) ? html`<p class="notice critical" role="alert">${say(problemWords['outside-territory'])}</p>` : nothing}
      ${this.failed ? html`<p class="notice critical" role="alert">${say(fieldWords.noPlace)}</p>` : nothing}
      ${this.way === 'estate' ? this.estates() : this.way === 'map' && this.map ? this.mapPart(grid) : nothing}
    `;
  }

  private wayButton(way: Way, word: Word, glyph: IconName): TemplateResult {
    const text = way === 'device' && this.searching ? say(w.locating) : say(word);
    return html`<button type="button" aria-pressed=${this.way === way} ?disabled=${way === 'device' && this.searching} @click=${() => void this.turn(way)}>${icon(glyph)}<span>${text}</span></button>`;
  }

  private estates(): TemplateResult {
    const chosen = this.value?.kind === 'estate' ? this.value : null;
    const estate = chosen ? this.known().find((one) => one.id === chosen.estate) : undefined;
    const building = estate?.buildings.find((one) => one.id === chosen!.building);
    return html`
      ${this.recent.length > 0 && !chosen
        ? html`<h3>${say(w.recent)}</h3><div class="tiles wide">${this.recent.map((one) => this.tile(placeText(one), false, () => this.choose(one)))}</div>`
        : nothing}
      <h3>${say(w.estate)}</h3>
      <div class="tiles">
        ${this.known().map((one) => this.tile(sayName(one.name, one.id), one.id === chosen?.estate, () => this.choose({ kind: 'estate', estate: one.id, building: null, unit: null })))}
      </div>
      ${estate
        ? html`<h3>${say(w.building)}</h3>
            <div class="tiles">
              ${this.tile(say(w.wholeEstate), chosen!.building === null, () => this.choose({ ...chosen!, building: null, unit: null }), 'whole')}
              ${estate.buildings.map((one) => this.tile(sayName(one.name, one.id), one.id === chosen!.building, () => this.choose({ ...chosen!, building: one.id, unit: null })))}
            </div>`
        : nothing}
      ${building
        ? html`<h3>${say(w.unit)}</h3>
            <div class="tiles units" tabindex="0" role="group" aria-label=${say(w.unit)}>
              ${this.tile(say(w.wholeBuilding), chosen!.unit === null, () => this.choose({ ...chosen!, unit: null }), 'whole')}
              ${building.units.map((one) => this.tile(one, one === chosen!.unit, () => this.choose({ ...chosen!, unit: one })))}
            </div>`
        : nothing}
    `;
  }

  private tile(text: string, pressed: boolean, act: () => void, look = ''): TemplateResult {
    return html`<button type="button" class=${look} aria-pressed=${pressed} @click=${act}>${text}</button>`;
  }

  private mapPart(grid: string | null): TemplateResult {
    const point = this.value?.kind === 'point' ? { lat: this.value.lat, lon: this.value.lon } : null;
    return html`<place-picker .gridId=${grid ?? undefined} .value=${point} @place-chosen=${this.pointed}></place-picker>`;
  }

  /** Every estate, those of the own grid first. */
  private known(): Estate[] {
    const grid = this.gridId();
    const own = (estate: Estate): number => Number(estate.gridId === grid || estate.buildings.some((one) => one.gridId === grid));
    return [...(city.territory?.estates ?? [])].sort((a, b) => own(b) - own(a));
  }

  private async turn(way: Way): Promise<void> {
    this.way = way;
    this.failed = false;
    if (way === 'grid') {
      this.choose({ kind: 'grid', gridId: this.gridId()! });
    } else if (way === 'map' && !this.map) {
      await import('../map/place-picker').then(() => (this.map = true), () => (this.failed = true));
    } else if (way === 'device') {
      this.searching = true;
      const here = await hereNow();
      this.searching = false;
      this.failed = here === null;
      if (here) {
        this.choose({ kind: 'point', lat: here.lat, lon: here.lon, by: 'device', within: here.within });
      }
    }
  }

  private readonly pointed = (event: Event): void => {
    const { lat, lon } = (event as CustomEvent<{ lat: number; lon: number }>).detail;
    this.choose({ kind: 'point', lat, lon, by: 'map', within: null });
  };

  private choose(place: DraftPlace): void {
    this.value = place;
    if (place.kind === 'estate') {
      this.way = 'estate';
    }
    this.dispatchEvent(new Event('change'));
  }

  private gridId(): string | null {
    const area = this.me.area ? scopeParts(this.me.area) : null;
    return area?.kind === 'grid' ? area.id : null;
  }
}

/** Whether a point lies in one of the grids; a street without drawn grids is left for the server to judge. */
function isInStreet(point: Place): boolean {
  const drawn = (city.territory?.grids ?? []).flatMap((grid) => grid.polygon ?? []);
  return drawn.length === 0 || drawn.some((polygon) => contains(polygon, point));
}
