import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getOpen } from '../../api/http';
import type { Problem } from '../../api/problem';
import type { DecorationCatalogue } from '../../api/types';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { session } from '../../app/session';
import { problemOf } from '../../commands/give-command';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { language, Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { found, SECTIONS, type Found, type Section } from './found';
import { inspectionLine, punishmentLine, serviceLine, workLine } from './service-lines';
import { servicesCss } from './services-css';
import { servicesWords as w } from './words';

/** What an owner may do, whom to ask, what is inspected and what it costs: for anybody, without signing in. */
@customElement('dispatch-services')
export class ServicesPage extends LitElement {
  static override styles = [shared, documentCss, servicesCss];

  @state() private catalogue: DecorationCatalogue | null = null;
  @state() private problem: Problem | null = null;
  @state() private typed = navigation.query.get('q') ?? '';
  @state() private only = SECTIONS.find((one) => one === navigation.query.get('show')) ?? null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', this.renew);
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener('change', this.renew);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head">
        <h1>${say(w.title)}</h1>
        <div class="tools">
          ${session.who ? nothing : this.visitorTools()}
          <button @click=${() => window.print()}>${icon('print')}${say(w.print)}</button>
        </div>
      </div>
      ${this.problem ? this.failed(this.problem) : this.catalogue ? this.shown(this.catalogue) : html`<p role="status" aria-busy="true">${say(w.loading)}</p>`}
    </div>`;
  }

  /** Whoever is signed in has these in the line above. */
  private visitorTools(): TemplateResult {
    const other = language.current === 'en' ? 'zh-CN' : 'en';
    return html`<button class="plain" lang=${other} @click=${() => language.set(other)}>${icon('globe')}${other === 'en' ? 'English' : '中文'}</button>
      <a class="button" href="/sign-in" @click=${followLink}>${icon('user')}${say(w.signIn)}</a>`;
  }

  private failed(problem: Problem): TemplateResult {
    return problem.code === 'no-catalogue'
      ? html`<p class="notice" role="status">${say(w.none)}</p>`
      : html`<p class="notice critical" role="alert">${problemText(problem)}</p>
          <p><button class="primary" @click=${() => void this.read()}>${icon('refresh')}${say(w.again)}</button></p>`;
  }

  private shown(catalogue: DecorationCatalogue): TemplateResult {
    const lists = found(catalogue, this.typed);
    const shown = SECTIONS.filter((section) => (this.only === null || this.only === section) && lists[section].length > 0);
    const total = shown.reduce((sum, section) => sum + lists[section].length, 0);
    return html`<p>${say(w.oneThing, { item: sayName(catalogue.oneThing.item), n: catalogue.oneThing.list })}</p>
      <p class="notice" role="note">${sayName(catalogue.notice)}</p>
      <label><span>${say(w.search)}</span><input type="search" maxlength="100" .value=${this.typed} @input=${this.search} /></label>
      <div class="tools" role="group" aria-label=${say(w.sections)}>
        ${this.choice(null, say(w.everything))}${SECTIONS.map((section) => this.choice(section, say(w.count, { name: say(w[section]), n: lists[section].length })))}
      </div>
      <p role="status" class=${total > 0 ? 'visually-hidden' : ''}>${total > 0 ? say(w.found, { n: total }) : say(w.nothing)}</p>
      ${shown.map((section) => html`<section aria-labelledby=${section}><h2 id=${section}>${say(w[section])}</h2>${this.lines(catalogue, lists, section)}</section>`)}
      <p class="muted">${say(w.pack, { version: catalogue.policy.version })}</p>`;
  }

  private choice(section: Section | null, name: string): TemplateResult {
    const choose = (): void => {
      this.only = section;
      navigation.note({ show: section });
    };
    return html`<button aria-pressed=${this.only === section} @click=${choose}>${name}</button>`;
  }

  private lines(catalogue: DecorationCatalogue, lists: Found, section: Section): TemplateResult[] {
    switch (section) {
      case 'works':
        return lists.works.map((work) => workLine(catalogue, work));
      case 'services':
        return lists.services.map((service) => serviceLine(catalogue, service));
      case 'inspections':
        return lists.inspections.map((item) => inspectionLine(catalogue, item));
      case 'punishments':
        return lists.punishments.map((item) => punishmentLine(catalogue, item));
    }
  }

  private async read(): Promise<void> {
    this.problem = null;
    const asked = new URLSearchParams([...navigation.query].filter(([key]) => key === 'area' || key === 'version'));
    try {
      this.catalogue = await getOpen<DecorationCatalogue>(`/api/catalogue/decoration${asked.size > 0 ? `?${asked}` : ''}`);
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly search = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    navigation.note({ q: this.typed });
  };

  private readonly renew = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-services': ServicesPage;
  }
}
