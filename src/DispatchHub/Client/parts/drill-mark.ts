import { html, nothing, type TemplateResult } from 'lit';
import { say, words } from '../words/say';

const w = words({
  drill: { en: 'Drill', zh: '演练' },
  hint: { en: 'A drill: it did not happen. No cards, no figures.', zh: '演练案件：非真实事件，不发牌、不计入统计。' },
});

/** Says that a case is a drill; nothing for a real one. */
export function drillMark(of: { drill?: boolean | null }): TemplateResult | typeof nothing {
  return of.drill ? html`<span class="chip standby" title=${say(w.hint)}>${say(w.drill)}</span>` : nothing;
}
