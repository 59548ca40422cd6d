import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema';
import { instantText } from '../clocks/spoken';
import { say, words, type Word } from '../words/say';
import type { Mediation } from './mediations/types';
import type { Session } from './sessions/types';

type Clock = components['schemas']['ClockView'];

const w = words({
  due: { en: '{clock}: due {at}', zh: '{clock}：{at} 前' },
  late: { en: '{clock}: late since {at}', zh: '{clock}：{at} 已逾期' },
});

/** The clocks of sessions and mediations. */
const names: Readonly<Record<string, Word>> = words({
  'session-held': { en: 'Session', zh: '举办活动' },
  'session-answers': { en: 'Answers', zh: '公布答复' },
  'session-signature': { en: 'Signature', zh: '物业签收' },
  'mediation-session': { en: 'Next session', zh: '调解' },
  'mediation-follow-up': { en: 'Follow-up call', zh: '回访' },
});

/** What a session waits for, as its clocks are named. */
export function sessionWaits({ state, publishedAt, signature }: Pick<Session, 'state' | 'publishedAt' | 'signature'>): readonly string[] {
  return state === 'collecting' ? ['session-held'] : state === 'held' ? [...(publishedAt ? [] : ['session-answers']), ...(signature ? [] : ['session-signature'])] : [];
}

/** What a mediation waits for, as its clocks are named. */
export function mediationWaits({ state }: Pick<Mediation, 'state'>): readonly string[] {
  return state === 'open' ? ['mediation-session'] : state === 'agreed' ? ['mediation-follow-up'] : [];
}

/** What waits until when, as chips; a clock that was missed and answered says nothing any more. Nothing where nothing waits. */
export function clockChips(clocks: readonly Clock[], waits: readonly string[]): TemplateResult | typeof nothing {
  const running = clocks.filter((clock) => waits.includes(clock.name) && (clock.state === 'Running' || clock.state === 'Missed'));
  return running.length === 0
    ? nothing
    : html`${running.map((clock) => html`<span class=${`chip ${clock.state === 'Missed' ? 'critical' : 'off'}`}>${say(clock.state === 'Missed' ? w.late : w.due, {
        clock: names[clock.name] ? say(names[clock.name]!) : clock.name,
        at: instantText(clock.dueAt),
      })}</span> `)}`;
}
