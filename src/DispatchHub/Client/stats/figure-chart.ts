import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { theme } from '../app/theme';
import { shared } from '../parts/shared-css';
import { say } from '../words/say';
import type { ChartColours, Drawing } from './chart-drawing';
import { statsWords as w } from './words';

const SERIES = ['accent', 'normal', 'serious'];
const HEIGHT = 320;

/** A chart of rows; what it shows stands in the table beside it as well. Sends `row-pointed` with a row's key or null. */
@customElement('figure-chart')
export class FigureChart extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }
      .chart {
        height: ${HEIGHT}px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        margin: 0 0 0.25rem;
        padding: 0;
        list-style: none;
        font-size: 0.9em;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.35rem;
      }
      .swatch {
        width: 14px;
        height: 10px;
        border: 2px solid var(--accent);
        background: var(--accent);
      }
      li:nth-child(2) .swatch {
        border-color: var(--normal);
        background: var(--surface);
      }
      li:nth-child(3) .swatch {
        border-color: var(--serious);
        background: var(--serious);
      }
      .tip {
        position: absolute;
        right: 0.25rem;
        top: 0;
        padding: 0.15rem 0.5rem;
        font-size: 0.9em;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 6px;
        pointer-events: none;
        font-variant-numeric: tabular-nums;
      }
      @media print {
        .tip {
          display: none;
        }
        .chart {
          height: auto;
        }
        .chart .uplot,
        .chart .u-wrap {
          width: 100% !important;
          height: auto !important;
        }
        .chart canvas {
          position: static;
          width: 100% !important;
          height: auto !important;
        }
      }
    `,
  ];

  @property({ attribute: false }) drawing: Drawing | null = null;
  /** What the chart is called. */
  @property() what = '';

  @state() private pointed: number | null = null;
  @state() private failed = false;
  @query('.chart') private frame!: HTMLElement;

  private code: typeof import('./chart-drawing') | null = null;
  private chart: { destroy(): void } | null = null;
  private width = 0;
  private readonly resized = new ResizeObserver(([entry]) => this.resize(entry!.contentRect.width));

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.draw);
    addEventListener('beforeprint', this.draw);
    addEventListener('afterprint', this.draw);
    void this.updateComplete.then(() => this.resized.observe(this.frame));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.draw);
    removeEventListener('beforeprint', this.draw);
    removeEventListener('afterprint', this.draw);
    this.resized.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('drawing')) {
      this.pointed = null;
      this.draw();
    }
  }

  protected override render(): TemplateResult {
    const drawing = this.drawing;
    return html`
      ${drawing && drawing.names.length > 1 ? html`<ul>${drawing.names.map((name) => html`<li><span class="swatch"></span>${name}</li>`)}</ul>` : nothing}
      <div class="chart" role="img" ?hidden=${this.failed} aria-label=${say(w.chartOf, { what: this.what })}></div>
      ${this.failed ? html`<p class="notice">${say(w.noChart)}</p>` : nothing}
      ${drawing && this.pointed !== null ? html`<div class="tip" aria-hidden="true">${this.tip(drawing, this.pointed)}</div>` : nothing}
    `;
  }

  private tip(drawing: Drawing, row: number): string {
    return `${drawing.labels[row] ?? ''}: ${drawing.values.map((values) => drawing.text(values[row] ?? null)).join(' · ')}`;
  }

  private async load(): Promise<void> {
    // Without the chart the table still says it all.
    this.code ??= await import('./chart-drawing').catch(() => null);
    this.failed = this.code === null;
    if (!this.code) {
      return;
    }
    const root = this.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(this.code.chartSheet)) {
      root.adoptedStyleSheets.unshift(this.code.chartSheet);
    }
    this.draw();
  }

  private resize(width: number): void {
    if (Math.abs(width - this.width) >= 1) {
      this.width = width;
      this.draw();
    }
  }

  private readonly draw = (): void => {
    this.chart?.destroy();
    this.chart = null;
    if (this.code && this.drawing && this.width > 0 && this.isConnected) {
      this.chart = this.code.drawChart(this.frame, this.drawing, this.colours(), { width: this.width, height: HEIGHT }, this.point);
    }
  };

  private colours(): ChartColours {
    const style = getComputedStyle(this);
    const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    return { text: of('text-2'), grid: of('line'), surface: of('surface'), series: SERIES.map(of), font: `12px ${style.fontFamily}` };
  }

  private readonly point = (row: number | null): void => {
    if (row !== this.pointed) {
      this.pointed = row;
      this.dispatchEvent(new CustomEvent('row-pointed', { detail: row === null ? null : (this.drawing?.keys[row] ?? null) }));
    }
  };
}
