import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get, newKey, post } from '../api/http';
import type { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { instantText } from '../clocks/spoken';
import { problemOf } from '../commands/give-command';
import { instantOf, wallTime } from '../commands/zone-time';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import './dry-run-report';
import { changeName, findingText, packText, sideText, typesText, type PackChange } from './pack-words';
import { policyCss } from './policy-css';
import { policyWords, trialWords as w } from './words';

type Schemas = components['schemas'];
type DryRun = Schemas['DryRunView'];

const LOOK_AGAIN_MS = 700;
const HOUR_MS = 3_600_000;
const MOST_BYTES = 1_000_000;
const DAYS = [7, 30, 90];

/** Chooses a pack and where, tells what changes, tries it on the last days and adopts it. Sends `adopted`. */
@customElement('pack-trial')
export class PackTrial extends LitElement {
  static override styles = [shared, policyCss];

  @property({ attribute: false }) overview!: Schemas['PolicyOverview'];

  @state() private pack: { pack: unknown } | { policy: Schemas['PolicyName'] } | null = null;
  @state() private areas: readonly string[] = [];
  @state() private look: Schemas['PackLook'] | null = null;
  @state() private run: DryRun | null = null;
  @state() private problem: Problem | null = null;
  @state() private fault: Word | null = null;
  @state() private busy = false;
  @state() private said = '';
  /** One key for one wish: a repeat after a lost answer is no second act. */
  private key = newKey();
  private turn = 0;

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.turn++;
  }

  protected override willUpdate(): void {
    if (this.areas.length === 0) {
      this.areas = [this.overview.street];
    }
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="trial">
      <h2 id="trial">${say(w.title)}</h2>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <label>${say(w.kept)}<select name="kept" @change=${this.chooseKept}>
          <option value="">${say(w.choose)}</option>
          ${this.overview.packs.map((one, index) => html`<option value=${index}>${packText(one.title, one.policy)}</option>`)}
        </select></label>
        <label>${say(w.file)}<input type="file" accept=".json,application/json" @change=${this.chooseFile} /></label>
        <fieldset><legend>${say(w.areas)}</legend>${this.area(this.overview.street, say(w.street))}${this.overview.inForce.map((one) => this.area(one.area, city.scopeName(one.area)))}</fieldset>
      </form>
      <p role="status">${this.said}</p>
      ${this.fault ? html`<p class="notice critical" role="alert">${say(this.fault)}</p>` : nothing}
      ${this.problem ? html`<div class="notice critical" role="alert"><p>${problemText(this.problem)}</p>${this.problem.detail ? html`<p lang="en">${this.problem.detail}</p>` : nothing}</div>` : nothing}
      ${this.look ? this.shown(this.look) : nothing}
    </section>`;
  }

  private area(scope: string, name: string): TemplateResult {
    return html`<label><input type="checkbox" .checked=${this.areas.includes(scope)} @change=${() => this.toggle(scope)} />${name}</label>`;
  }

  private shown(look: Schemas['PackLook']): TemplateResult {
    const running = this.run?.state === 'running';
    return html`<h3>${packText(look.title, look.policy)}</h3>
      ${look.findings.length > 0 ? html`<ul>${look.findings.map((one) => html`<li>${findingText(one)}</li>`)}</ul>` : nothing}
      ${look.against.map((one) => this.difference(one))}
      <form @submit=${this.tryIt}>
        <label>${say(w.days)}<select name="days">${DAYS.map((n) => html`<option value=${n} ?selected=${n === 30}>${say(w.lastDays, { n })}</option>`)}</select></label>
        <button ?disabled=${this.busy || running}>${icon('history')}${say(w.run)}</button>
      </form>
      <p role="status">${running ? say(w.running) : this.run?.state === 'failed' ? say(w.failed) : ''}</p>
      ${this.run?.report ? html`<dry-run-report .report=${this.run.report}></dry-run-report>` : nothing}
      <form @submit=${this.adopt}>
        <label>${say(w.from)}<input type="datetime-local" name="from" required .defaultValue=${wallTime(Math.ceil((cityClock.now() + 1) / HOUR_MS) * HOUR_MS, cityClock.zone)} /></label>
        <label class="wide">${say(w.reason)}<input name="reason" required maxlength="500" autocomplete="off" /></label>
        <button class="primary" ?disabled=${this.busy}>${icon('check')}${say(w.adopt)}</button>
      </form>
      <p class="muted">${say(w.forGood)}</p>`;
  }

  private difference(one: Schemas['PackDifference']): TemplateResult {
    const caption = say(w.sameAs, { version: one.policy.version, areas: one.areas.map((area) => city.scopeName(area)).join(say(policyWords.and)) });
    const left = Number(one.total) - one.changes.length;
    return one.changes.length === 0
      ? html`<p>${caption}: ${say(w.same)}</p>`
      : html`<div class="scroll" role="region" tabindex="0" aria-label=${caption}><table>
            <caption class="visually-hidden">${caption}</caption>
            <thead><tr>${[w.what, w.before, w.after, w.types].map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
            <tbody>${one.changes.map((change) => this.change(change))}</tbody>
          </table></div>
          ${left > 0 ? html`<p class="muted">${say(w.more, { n: left })}</p>` : nothing}`;
  }

  /** What is spelled as in a pack is in no language of the page. */
  private change(change: PackChange): TemplateResult {
    const spelled = change.kind === 'setting' || change.kind === 'startsOn' || change.kind === 'stopsOn' || change.kind === 'calendar';
    const side = (text: string | null | undefined) => html`<td lang=${spelled ? 'en' : nothing}>${sideText(change, text)}</td>`;
    return html`<tr><th scope="row" lang=${change.kind === 'setting' ? 'en' : nothing}>${changeName(change)}</th>${side(change.before)}${side(change.after)}<td>${typesText(change)}</td></tr>`;
  }

  private readonly chooseKept = (event: Event): void => {
    const index = (event.target as HTMLSelectElement).value;
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.value = '';
    this.take(index === '' ? null : { policy: this.overview.packs[Number(index)]!.policy });
  };

  private readonly chooseFile = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    this.renderRoot.querySelector<HTMLSelectElement>('select[name=kept]')!.value = '';
    this.take(null);
    if (!file) {
      return;
    }
    if (file.size > MOST_BYTES) {
      this.fault = w.tooLarge;
      return;
    }
    try {
      this.take({ pack: JSON.parse(await file.text()) as unknown });
    } catch {
      // A file that was changed on the disk since it was chosen cannot be read either; the person chooses again.
      this.fault = w.unreadable;
    }
  };

  private toggle(scope: string): void {
    const chosen = this.areas.includes(scope) ? this.areas.filter((one) => one !== scope) : [...this.areas, scope];
    const street = this.overview.street;
    // The street is all of its communities: either it, or some of them.
    this.areas = scope === street || chosen.length === 0 ? [street] : chosen.filter((one) => one !== street);
    this.requestUpdate();
    this.take(this.pack);
  }

  private take(pack: PackTrial['pack']): void {
    [this.pack, this.look, this.run, this.problem, this.fault, this.said] = [pack, null, null, null, null, ''];
    this.key = newKey();
    const turn = ++this.turn;
    if (pack) {
      void this.guarded(async () => {
        const look = await post<Schemas['PackLook']>('/api/policies/looks', { ...pack, areas: this.areas });
        if (turn === this.turn) {
          this.look = look;
        }
      });
    }
  }

  private readonly tryIt = (event: SubmitEvent): void => {
    event.preventDefault();
    const days = Number(new FormData(event.target as HTMLFormElement).get('days'));
    void this.guarded(async () => {
      this.run = await post<DryRun>('/api/policies/dry-runs', { ...this.pack, areas: this.areas, days });
      this.followRun(this.run.id, this.turn);
    });
  };

  /** Looks again until it is done, or something else was chosen. */
  private followRun(id: string, turn: number): void {
    setTimeout(() => {
      if (turn === this.turn) {
        void this.guarded(async () => {
          const run: DryRun = await get(`/api/policies/dry-runs/${encodeURIComponent(id)}`);
          if (turn === this.turn) {
            this.run = run;
            if (run.state === 'running') {
              this.followRun(id, turn);
            }
          }
        }, false);
      }
    }, LOOK_AGAIN_MS);
  }

  private readonly adopt = (event: SubmitEvent): void => {
    event.preventDefault();
    const filled = new FormData(event.target as HTMLFormElement);
    const from = new Date(instantOf(String(filled.get('from')), cityClock.zone) ?? 0).toISOString();
    void this.guarded(async () => {
      const act = await post<Schemas['PolicyAdoption']>('/api/policies/adoptions', { ...this.pack, areas: this.areas, from, reason: String(filled.get('reason')) }, this.key);
      this.take(null);
      this.renderRoot.querySelector('form')!.reset();
      this.said = say(w.adopted, { version: act.policy.version, from: instantText(act.from, 'full') });
      this.dispatchEvent(new CustomEvent('adopted'));
    });
  };

  private async guarded(work: () => Promise<void>, alone = true): Promise<void> {
    this.busy ||= alone;
    this.problem = alone ? null : this.problem;
    try {
      await work();
    } catch (fault) {
      this.problem = problemOf(fault);
      // What was refused may be mended and sent anew; whatever was lost is asked for with the same key.
      this.key = this.problem.code === 'unreachable' ? this.key : newKey();
    } finally {
      this.busy = alone ? false : this.busy;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pack-trial': PackTrial;
  }
}
