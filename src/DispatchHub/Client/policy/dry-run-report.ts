import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { components } from '../api/schema';
import { responsibleName } from '../board/responsible';
import { instantText } from '../clocks/spoken';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, type Word } from '../words/say';
import { clockName } from '../words/terms';
import { policyCss } from './policy-css';
import { policyWords, reportWords as w, trialWords } from './words';

type Schemas = components['schemas'];
type Side = Schemas['DryRunSide'];

const MOST_UNITS = 30;
const MOST_CASES = 30;

/** What the cases of a period would have come to: in all, by unit, and the cases for which it matters. */
@customElement('dry-run-report')
export class DryRunReport extends LitElement {
  static override styles = [shared, policyCss];

  @property({ attribute: false }) report!: Schemas['DryRunReport'];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { report } = this;
    return html`<section aria-labelledby="report">
      <h3 id="report">${say(w.title)}</h3>
      <p>${say(w.cases, { n: Number(report.cases), from: instantText(report.from, 'full'), to: instantText(report.to, 'full') })}
        <span class="muted">${say(w.apart, { missed: Number(report.missedInStore), unread: Number(report.notRead) })}</span></p>
      ${this.totals(report.before, report.after)} ${this.units(report.units)} ${this.changed(report)}
    </section>`;
  }

  private totals(before: Side, after: Side): TemplateResult {
    const refused = (side: Side) => Object.values(side.refused).reduce<number>((sum, n) => sum + Number(n), 0);
    const rows: [Word, number | string, number | string][] = [
      [w.breaches, before.breaches, after.breaches],
      [w.breached, before.casesBreached, after.casesBreached],
      [w.toCommunity, before.escalations.community, after.escalations.community],
      [w.toStreet, before.escalations.street, after.escalations.street],
      [w.toSupervision, before.escalations.supervision, after.escalations.supervision],
      [w.closed, before.closed, after.closed],
      [w.refused, refused(before), refused(after)],
    ];
    return table(say(w.count), [w.count, trialWords.before, trialWords.after], rows.map(([word, left, right]) =>
      html`<tr><th scope="row">${say(word)}</th><td class="number">${left}</td><td class="number">${right}</td></tr>`));
  }

  private units(units: readonly Schemas['DryRunUnit'][]): TemplateResult | typeof nothing {
    const pair = (before: unknown, after: unknown) => html`<td class="number">${say(w.fromTo, { before: String(before), after: String(after) })}</td>`;
    return units.length === 0
      ? nothing
      : html`<h4>${say(w.units)}</h4>${table(say(w.units), [w.unit, w.missed, w.rose, w.load], units.slice(0, MOST_UNITS).map((one) =>
          html`<tr><th scope="row">${responsibleName(one.unit)}</th>${pair(one.breachesBefore, one.breachesAfter)}${pair(one.escalationsBefore, one.escalationsAfter)}${pair(one.loadBefore, one.loadAfter)}</tr>`))}
        ${left(units.length - MOST_UNITS)}`;
  }

  private changed(report: Schemas['DryRunReport']): TemplateResult {
    const clocks = (names: readonly string[]) => (names.length === 0 ? say(trialWords.nothing) : names.map(clockName).join(say(policyWords.and)));
    return html`<h4>${say(w.changed, { n: Number(report.changedTotal) })}</h4>
      ${report.changed.length === 0
        ? nothing
        : table(say(w.changed, { n: Number(report.changedTotal) }), [w.case, trialWords.before, trialWords.after], report.changed.slice(0, MOST_CASES).map((one) =>
            html`<tr><th scope="row"><a href=${`/cases/${one.caseId}`}>${one.number}</a> ${city.typeName(one.type)}</th><td>${clocks(one.before)}</td><td>${clocks(one.after)}</td></tr>`))}
      ${left(Number(report.changedTotal) - Math.min(report.changed.length, MOST_CASES))}`;
  }
}

function table(name: string, heads: readonly Word[], rows: readonly TemplateResult[]): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${name}><table>
    <caption class="visually-hidden">${name}</caption>
    <thead><tr>${heads.map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead><tbody>${rows}</tbody>
  </table></div>`;
}

function left(n: number): TemplateResult | typeof nothing {
  return n > 0 ? html`<p class="muted">${say(trialWords.more, { n })}</p>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'dry-run-report': DryRunReport;
  }
}
