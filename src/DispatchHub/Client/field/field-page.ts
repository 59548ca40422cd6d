import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('dispatch-field')
export class FieldPage extends LitElement {
  protected override render(): TemplateResult {
    return html`<h1>field</h1>`;
  }
}
