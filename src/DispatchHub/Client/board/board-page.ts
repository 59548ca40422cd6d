import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('dispatch-board')
export class BoardPage extends LitElement {
  protected override render(): TemplateResult {
    return html`<h1>board</h1>`;
  }
}
