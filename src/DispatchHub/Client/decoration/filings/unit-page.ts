import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get, newKey, post } from '../../api/http';
import { Problem } from '../../api/problem';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { instantText } from '../../clocks/spoken';
import { people } from '../../commands/people';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { statusMark } from '../../parts/status-mark';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName, type Word } from '../../words/say';
import './inspection-form';
import { isPassed, nextInspection } from './next-inspection';
import type { Filing, UnitPageView, WorksInspection } from './types';
import { filingWords as w, levelWords, stageWords, stateWords } from './words';

/** A flat at its door: whether work is filed today, what is to be done, and everything that happened there. */
@customElement('dispatch-unit')
export class UnitPage extends LitElement {
  static override styles = [
    shared,
    documentCss,
    css`
      .page {
        max-width: 48rem;
      }
      .state {
        border: 3px solid var(--critical);
        border-radius: 10px;
        padding: 0.75rem;
      }
      .state.good {
        border-color: var(--normal);
      }
      article {
        display: grid;
        gap: 0.5rem;
        border: 1px solid var(--line);
        border-radius: 10px;
        padding: 0.75rem;
        background: var(--surface);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
      }
      ul {
        margin: 0;
        padding-left: 1.2rem;
      }
      .late {
        color: var(--critical);
      }
      article p,
      article h3 {
        margin: 0;
      }
      ul.inspections {
        display: grid;
        gap: 0.5rem;
        padding: 0;
        list-style: none;
      }
      ul.inspections > li {
        display: grid;
        gap: 0.25rem;
        padding-top: 0.5rem;
        border-top: 1px solid var(--line);
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
      }
      summary {
        min-height: 2rem;
        cursor: pointer;
        color: var(--accent);
      }
    `,
  ];

  @state() private unit: UnitPageView | null = null;
  @state() private problem: Problem | null = null;
  @state() private said = '';
  @state() private busy = false;
  /** Which checklist is open: filing and stage. */
  @state() private checking = '';

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    people.addEventListener('change', this.renew);
    people.want();
    navigation.addEventListener('change', this.follow);
    void this.arrive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    people.removeEventListener('change', this.renew);
    navigation.removeEventListener('change', this.follow);
  }

  private get at(): string {
    return navigation.query.get('at') ?? '';
  }

  protected override render(): TemplateResult {
    const { unit } = this;
    return html`<div class="page">
      <p role="status">${this.said || (unit || this.problem ? nothing : say(w.loading))}</p>
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></p>` : nothing}
      ${unit ? this.flat(unit) : nothing}
    </div>`;
  }

  private flat(unit: UnitPageView): TemplateResult {
    const { history, door } = unit;
    const filings = [...(history.filings?.filings ?? [])].reverse();
    return html`<h1>${sayName(history.estate)} ${door.unitId}</h1>
      <div class="state ${door.filed ? 'good' : ''}"><strong>${say(door.filed ? w.filed : w.notFiled)}</strong>
        ${door.filed ? nothing : html`<button @click=${() => void this.report()} ?disabled=${this.busy}>${icon('warning')}${say(w.unfiled)}</button>`}</div>
      <p class="tools"><a class="button" href=${unit.link}>${say(w.link)}</a><a class="button" href=${`${unit.link}/print`}>${icon('print')}${say(w.card)}</a></p>
      ${door.rulings.length > 0 ? html`<h2>${say(w.rulings)}</h2><ul>${door.rulings.map((one) => html`<li>${sayName(one.name)}: ${sayName(one.sentence)}</li>`)}</ul>` : nothing}
      <h2>${say(w.filings)}</h2>
      ${filings.length === 0 ? html`<p>${say(w.none)}</p>` : filings.map((one) => this.filing(unit, one))}
      <h2>${say(w.cases)}</h2>
      ${unit.cases.length === 0 ? html`<p>${say(w.noCases)}</p>` : html`<ul>${unit.cases.map((one) => html`<li><a href=${`/cases/${one.id}`} @click=${followLink}>${one.number}</a> ${city.typeName(one.type)} ${statusMark(one.status)} ${instantText(one.openedAt)}</li>`)}</ul>`}
      <h2>${say(w.scans)}</h2>
      ${(history.filings?.scans ?? []).length === 0 ? html`<p>${say(w.noScans)}</p>` : html`<ul>${history.filings!.scans.map((one) => html`<li>${instantText(one.at)} ${people.nameOf(one.by)}</li>`)}</ul>`}`;
  }

  private filing(unit: UnitPageView, filing: Filing): TemplateResult {
    const may = (deed: string) => unit.may.includes(deed);
    const open = filing.state === 'standing' || filing.state === 'awaitingApproval';
    return html`<article aria-label=${say(w.number, { n: Number(filing.number) })}>
      <h3>${say(w.number, { n: Number(filing.number) })} · ${say(stateWords[filing.state])}</h3>
      <p>${filing.from} – ${filing.to}</p>
      <ul>${filing.works.map((one) => html`<li>${sayName(one.title)}</li>`)}</ul>
      <p>${say(w.contractor)}: ${filing.contractor}</p>
      ${filing.reason ? html`<p>${say(w.reason)}: ${filing.reason}</p>` : nothing}
      ${filing.contact ? html`<p>${say(w.contact)}: ${filing.contact} ${may('erase-contact') ? html`<button @click=${() => void this.give('erase-contact', filing)}>${say(w.erase)}</button>` : nothing}</p>` : nothing}
      ${filing.offices.map((one) => html`<p>${sayName(one.name)}: ${one.permit ?? say(w.waits)}</p>
        ${open && !one.permit && may('answer') ? html`${this.ask(w.approve, w.permit, 100, (permit) => this.give('approve', filing, { office: one.office, permit }))}
          ${this.ask(w.refuse, w.reason, 500, (reason) => this.give('refuse', filing, { office: one.office, reason }))}` : nothing}`)}
      ${filing.state === 'awaitingApproval' ? nothing : html`<p>${say(w.neighbours)}: ${filing.neighbours.join(', ') || say(w.neighboursNone)}${filing.neighboursToldAt ? html`, ${say(w.told, { at: instantText(filing.neighboursToldAt) })}` : nothing}</p>`}
      ${filing.state === 'standing' && !filing.neighboursToldAt && may('tell-neighbours') ? this.tell(filing) : nothing}
      ${filing.state === 'awaitingApproval' ? nothing : html`<ul class="inspections">${filing.inspections.map((one) => this.inspection(unit, filing, one))}</ul>`}
      ${open && may('withdraw') ? this.ask(w.withdraw, w.reason, 500, (reason) => this.give('withdraw', filing, { reason })) : nothing}
    </article>`;
  }

  private tell(filing: Filing): TemplateResult {
    return filing.neighbours.length > 0
      ? html`<button class="primary" ?disabled=${this.busy} @click=${() => void this.give('tell-neighbours', filing)}>${icon('check')}${say(w.tell)}</button>`
      : this.ask(w.tell, w.tellSaid, 500, (said) => this.give('tell-neighbours', filing, { said }));
  }

  private inspection(unit: UnitPageView, filing: Filing, one: WorksInspection): TemplateResult {
    const id = `${filing.number}:${one.stage}`;
    const passed = isPassed(one);
    const may = filing.state === 'standing' && !passed && unit.may.includes('inspect');
    const made = one.doneAt
      ? [say(passed ? w.passed : w.fault, { at: instantText(one.doneAt) }), people.nameOf(one.by ?? ''), one.atTheDoor ? `(${say(w.atDoor)})` : ''].filter(Boolean).join(' ')
      : '';
    return html`<li>
      <div class="line"><strong>${say(stageWords[one.stage])}</strong>
        ${may && this.checking !== id ? html`<button @click=${() => (this.checking = id)}>${say(w.inspect)}</button>` : nothing}</div>
      ${made ? html`<p>${made}</p>` : nothing}
      ${filing.state === 'standing' && !passed ? html`<p class=${one.level === 'grid' ? 'muted' : 'late'}>${say(w.due, { at: instantText(one.dueAt) })} · ${say(w.with, { level: say(levelWords[one.level!]) })}</p>` : nothing}
      ${(one.findings ?? []).filter((finding) => !finding.good).map((finding) => html`<p class="late">${finding.item}: ${finding.note}</p>`)}
      ${may && this.checking === id
        ? html`<inspection-form .inspection=${one} .items=${unit.door.items} ?busy=${this.busy} @closed=${() => (this.checking = '')}
            @checked=${(event: CustomEvent<{ findings: unknown[] }>) => void this.give('inspect', filing, { stage: one.stage, findings: event.detail.findings })}></inspection-form>`
        : nothing}
    </li>`;
  }

  /** A command that takes one line of text. */
  private ask(word: Word, field: Word, longest: number, done: (text: string) => Promise<void>): TemplateResult {
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      void done(String(new FormData(event.target as HTMLFormElement).get('text')));
    };
    return html`<details><summary>${say(word)}</summary><form @submit=${send}><label>${say(field)}<input name="text" required maxlength=${longest} /></label><button ?disabled=${this.busy}>${say(word)}</button></form></details>`;
  }

  /** Another flat is opened from this one, such as from the bell. */
  private readonly follow = (): void => {
    if (this.unit && this.at && this.unit.history.id !== this.at) {
      [this.unit, this.checking, this.said] = [null, '', ''];
      void this.arrive();
    }
  };

  private readonly renew = (): void => this.requestUpdate();

  /** Coming from the card's code: that is recorded first, then the checklist that is due next lies open. */
  private async arrive(): Promise<void> {
    await this.load();
    const token = navigation.query.get('door');
    if (!token || !this.unit?.may.includes('inspect') || !this.unit.history.filings) {
      return;
    }
    navigation.note({ door: null });
    await this.do(async () => {
      await post(`/api/filings/${this.at}/commands/scan`, { token }, newKey());
      this.said = say(w.present);
    });
    const filing = this.unit.history.filings.filings.find((one) => nextInspection(one));
    const next = filing && nextInspection(filing);
    this.checking = next ? `${filing.number}:${next.stage}` : '';
  }

  private give(command: string, filing: Filing, body: object = {}): Promise<void> {
    return this.do(async () => {
      await post(`/api/filings/${this.at}/commands/${command}`, { number: Number(filing.number), ...body }, newKey());
      if (command === 'inspect') {
        this.checking = '';
      }
    });
  }

  private report(): Promise<void> {
    const [estate, ...rest] = this.at.split('.');
    return this.do(async () => {
      await post(`/api/units/${estate}/${rest.join('.')}/unfiled-work`, { inProgress: true }, newKey());
      this.said = say(w.reported);
    });
  }

  private async do(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await work();
      await this.load();
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    const [estate, ...rest] = this.at.split('.');
    try {
      this.unit = await get<UnitPageView>(`/api/units/${estate}/${rest.join('.')}`);
      this.problem = null;
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-unit': UnitPage;
  }
}
