import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { navigation } from '../app/navigation';
import { appWords as w } from '../app/words';
import { problemOf } from '../commands/give-command';
import { prepared, upload } from '../commands/photos';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';

/** What the pages of house decoration do alike: they read when they open and when one goes on within them, do one thing at a time, and say what went wrong. */
export abstract class DossierPage extends LitElement {
  @state() protected problem: Problem | null = null;
  @state() protected busy = false;
  /** What a screen reader is told was done. */
  @state() protected said = '';

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigation.addEventListener('change', this.gone);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('change', this.gone);
  }

  /**
   * Reads what the address asks for, or the further page of a list after an id.
   * @throws Problem when it is refused.
   */
  protected abstract read(after?: string): Promise<void>;

  /** One has gone to another of the page's addresses: what belongs to the last one is not shown any more. */
  protected leave(): void {
    this.requestUpdate();
  }

  protected async load(after?: string): Promise<void> {
    try {
      await this.read(after);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  /** Does one thing, during which `busy` holds; a refusal stands above the page. */
  protected async doing(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await what();
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  }

  /** What went wrong, with a button that tries again; nothing where nothing did. */
  protected fault(): TemplateResult | typeof nothing {
    return this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing;
  }

  /** That something is on its way; nothing where a fault says that it is not. */
  protected waiting(): TemplateResult | typeof nothing {
    return this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`;
  }

  /** A button for the further page of a list; nothing after the last. */
  protected further(next: string | null | undefined): TemplateResult | typeof nothing {
    return next ? html`<button @click=${() => void this.load(next)}>${say(w.more)}</button>` : nothing;
  }

  private readonly gone = (): void => {
    this.leave();
    void this.load();
  };
}

/** Photos as evidence: prepared, sent, and named by their ids. @throws Problem when one is refused. */
export const sent = (photos: readonly File[]): Promise<string[]> => Promise.all(photos.map(async (file) => (await upload(await prepared(file))).id));
