import { html, nothing, type TemplateResult } from 'lit';
import type { ClockView } from '../api/types';
import { pressing } from '../clocks/slack';
import { countdownText } from '../clocks/spoken';
import { calendars } from '../clocks/working-time';
import { cityClock } from '../feed/city-clock';
import { clockName } from '../words/terms';
import { slackTone, toneMark, type Tone } from './status-mark';
import { ticking } from './ticking';

/** How the clocks of a case look now: the tone of the one that runs out first. */
export function clocksTone(clocks: readonly ClockView[]): Tone {
  const least = pressing(clocks, cityClock.now());
  return least ? slackTone(least.leftMs, least.clock.budgetMs) : 'off';
}

/** What is left of the clock that runs out first, with its name; counts down by itself. The tone is that of the last rendering. */
export function countdown(clocks: readonly ClockView[]): TemplateResult | typeof nothing {
  const least = pressing(clocks, cityClock.now());
  if (!least) {
    return nothing;
  }
  const tone = slackTone(least.leftMs, least.clock.budgetMs);
  return html`<span class="countdown ${tone}">${toneMark(tone)} <time>${ticking(() => leftText(clocks))}</time> <small>${clockName(least.clock.name)}</small></span>`;
}

function leftText(clocks: readonly ClockView[]): string {
  const now = cityClock.now();
  const least = pressing(clocks, now);
  if (least === null || least.leftMs === null) {
    return '';
  }
  // A working day is as long as its calendar says.
  return countdownText(least.leftMs, least.clock.calendar ? calendars.of(least.clock.calendar, now)?.dayMs : undefined);
}
