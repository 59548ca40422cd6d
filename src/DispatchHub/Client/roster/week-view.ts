import { html, nothing, type TemplateResult } from 'lit';
import type { Roster } from '../api/types';
import { cityClock } from '../feed/city-clock';
import { language } from '../words/language';
import { say } from '../words/say';
import { dayOf } from '../stats/local-days';
import { nameIn } from './roster-data';
import { daysOf, hoursText, type Block, type Day } from './week';
import { rosterWords as w } from './words';

/** The seven days of a week with who is on duty. */
export function weekView(roster: Roster, monday: string): TemplateResult {
  const now = cityClock.now();
  const today = dayOf(now, roster.timeZone);
  return html`<ol class="days" aria-label=${say(w.week, { day: monday })}>
    ${daysOf(monday, roster.duty, roster.timeZone).map((day) => dayView(roster, day, day.day === today, now))}
  </ol>`;
}

function dayView(roster: Roster, day: Day, today: boolean, now: number): TemplateResult {
  return html`<li class=${today ? 'day today' : 'day'} aria-current=${today ? 'date' : nothing}>
    <h3><time datetime=${day.day}>${dayText(day.day)}</time>${today ? html`<span class="chip normal">${say(w.today)}</span>` : nothing}</h3>
    ${day.blocks.length === 0 ? html`<p class="muted">${say(w.nobody)}</p>` : day.blocks.map((block) => blockView(roster, block, day.day, now))}
  </li>`;
}

function blockView(roster: Roster, block: Block, day: string, now: number): TemplateResult {
  const here = Date.parse(block.from) <= now && now < Date.parse(block.until);
  return html`<div class="block ${block.line === 2 ? 'second' : ''} ${here ? 'now' : ''}">
    <span class="hours">${hoursText(block.from, block.until, day, roster.timeZone)}</span>
    <span class="muted">${say(block.line === 2 ? w.second : w.first)}${here ? html` · <strong class="normal">${say(w.now)}</strong>` : nothing}</span>
    <span class="people">
      ${block.people.map(
        (one) => html`<span>${nameIn(roster, one.userName)}${one.shiftId.startsWith('o') ? html` <span class="chip standby">${say(w.standIn)}</span>` : nothing}</span>`,
      )}
    </span>
  </div>`;
}

function dayText(day: string): string {
  return new Intl.DateTimeFormat(language.current === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'short', month: language.current === 'en' ? 'short' : '2-digit', day: '2-digit', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`));
}
