import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('dispatch-stats')
export class StatsPage extends LitElement {
  protected override render(): TemplateResult {
    return html`<h1>stats</h1>`;
  }
}
