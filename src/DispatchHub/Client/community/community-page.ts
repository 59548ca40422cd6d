import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('dispatch-community')
export class CommunityPage extends LitElement {
  protected override render(): TemplateResult {
    return html`<h1>community</h1>`;
  }
}
