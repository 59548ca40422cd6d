import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AlarmView, SafetyView } from '../api/types';
import { countdownText, instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { alarmOutcomeWords, alarmRungWords } from '../words/alarm-words';
import { Localized } from '../words/language';
import { say, words } from '../words/say';

const w = words({
  title: { en: 'On site', zh: '现场人员' },
  next: { en: 'The next sign is due in {left}', zh: '下次平安确认：{left}' },
  heard: { en: 'The last sign came at {at}', zh: '最近平安确认：{at}' },
  asked: { en: 'No sign came; since {at} the officers are asked for each other', zh: '未按时确认，{at} 起询问同行队员' },
  raised: { en: '{person} raised the alarm at {at}', zh: '{at} {person} 发出求助' },
  silent: { en: 'No sign from {people}: alarm since {at}', zh: '{people} 失去联系，{at} 起报警' },
  waits: { en: 'Not answered yet; asked: {whom}', zh: '尚无人应答，已通知{whom}' },
  seen: { en: '{person} answered at {at}', zh: '{at} {person} 应答' },
  over: { en: 'Over since {at}: {outcome}', zh: '{at} 解除：{outcome}' },
  sign: { en: 'a sign came', zh: '已收到平安确认' },
});

/** How those on site are: the next sign, and the latest alarm with what is known of it. */
@customElement('case-safety')
export class CaseSafety extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.15rem 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) safety!: SafetyView;
  @property({ attribute: false }) officerIds: readonly string[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { checkInDue, heardAt, pairAskedAt, alarm } = this.safety;
    const due = checkInDue ? Date.parse(checkInDue) : null;
    return html`<section aria-label=${say(w.title)}>
      <h3>${say(w.title)}</h3>
      ${alarm ? this.alarm(alarm) : nothing}
      ${pairAskedAt ? html`<p class="serious">${icon('warning')} ${say(w.asked, { at: instantText(pairAskedAt) })}</p>` : nothing}
      ${due === null ? nothing : html`<p>${ticking(() => say(w.next, { left: countdownText(due - cityClock.now()) }))}</p>`}
      ${heardAt ? html`<p class="muted">${say(w.heard, { at: instantText(heardAt) })}</p>` : nothing}
    </section>`;
  }

  private alarm(alarm: AlarmView): TemplateResult {
    const at = instantText(alarm.at);
    const names = this.officerIds.map((one) => people.nameOf(one)).join(' · ');
    const first = alarm.by ? say(w.raised, { person: people.nameOf(alarm.by), at }) : say(w.silent, { people: names, at });
    return html`<div class=${alarm.endedAt ? 'muted' : 'notice critical'}>
      <p><strong>${icon('bell')} ${first}</strong></p>
      ${alarm.where ? html`<p>${icon('pin')} ${alarm.where}</p>` : nothing} ${alarm.what ? html`<p>${alarm.what}</p>` : nothing}
      ${alarm.acknowledgedBy
        ? html`<p>${say(w.seen, { person: people.nameOf(alarm.acknowledgedBy), at: instantText(alarm.acknowledgedAt) })}${alarm.said ? html` — ${alarm.said}` : nothing}</p>`
        : alarm.endedAt ? nothing : html`<p>${say(w.waits, { whom: say(alarmRungWords[alarm.rung]) })}</p>`}
      ${alarm.endedAt ? html`<p>${say(w.over, { at: instantText(alarm.endedAt), outcome: say(alarm.outcome ? alarmOutcomeWords[alarm.outcome] : w.sign) })}</p>` : nothing}
    </div>`;
  }
}
