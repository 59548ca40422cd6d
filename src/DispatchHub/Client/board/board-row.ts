import { html, nothing, type TemplateResult } from 'lit';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { leftOf } from '../clocks/slack';
import { countdownText, instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { shortNumber } from '../parts/case-number';
import { hasAlarm } from '../parts/alarms';
import { cardMark } from '../parts/card-mark';
import { drillMark } from '../parts/drill-mark';
import { icon } from '../parts/icon';
import { priorityTone, statusMark, toneMark } from '../parts/status-mark';
import { ticking } from '../parts/ticking';
import { say } from '../words/say';
import { clockName, levelName, priorityWords } from '../words/terms';
import type { Entry } from './board-model';
import { responsibleName } from './responsible';
import { surgeWords } from './surge-words';
import { boardWords as w } from './words';

/** The cells of a case. The countdown ticks by itself; nothing else of them changes unless the case does. */
export function caseCells(entry: Entry, now: () => number): TemplateResult {
  const { row } = entry;
  return html`
    <span class="left" role="gridcell">${left(entry, now)}</span>
    <span class="status" role="gridcell">${statusMark(row.status)}</span>
    <span class="priority" role="gridcell">${priority(row)}</span>
    <span class="level" role="gridcell">${levelName(row.level)}</span>
    <span class="what" role="gridcell">${entry.unread ? html`<span class="dot"><span class="visually-hidden">${say(w.unread)}</span></span>` : nothing}${alarm(row)}${pressing(row)}${toAndFro(row)}${cardMark(row.card)}${drillMark(row)}${frozen(row)}${external(row)}<span class="type">${city.typeName(row.type, row.title)}</span> <span class="muted">${shortNumber(row.number)}</span></span>
    <span class="place" role="gridcell">${place(row)}</span>
    <span class="who" role="gridcell">${responsible(row)}</span>
    <span class="opened muted" role="gridcell">${instantText(row.openedAt)}</span>
  `;
}

/** The place with its grid, which a place without an estate is named after. */
function place(row: CaseRow): TemplateResult {
  const grid = city.gridName(row.gridId);
  const name = city.placeName(row);
  return name === grid ? html`${grid}` : html`${name} <span class="muted">${grid}</span>`;
}

function left({ row, tone, urgency }: Entry, now: () => number): TemplateResult {
  const clock = urgency.clock;
  if (clock) {
    return html`<span class="late-mark">${late(row)}</span>${toneMark(tone)}<time class=${tone}>${ticking(() => countdownText(leftOf(clock, now()) ?? 0))}</time> <span class="clock muted">${clockName(clock.name)}</span>`;
  }
  const since = row.overdueSince ? Date.parse(row.overdueSince) : null;
  return since === null
    ? html`<span class="late-mark"></span><span class="muted">${say(w.noClock)}</span>`
    : html`<span class="late-mark"></span>${toneMark(tone)}<time class=${tone}>${ticking(() => countdownText(since - now()))}</time> <span class="clock muted">${say(w.lateWord)}</span>`;
}

/** A clock of the case was missed, and nobody has answered it since; another may be running. */
function late(row: CaseRow): TemplateResult | typeof nothing {
  if (!row.overdueSince) {
    return nothing;
  }
  const words = say(w.lateSince, { at: instantText(row.overdueSince) });
  return html`<span title=${words}>${toneMark('critical')}<span class="visually-hidden">${words}</span></span>`;
}

function priority(row: CaseRow): TemplateResult | typeof nothing {
  if (row.priority === 'Normal') {
    return nothing;
  }
  const tone = priorityTone(row.priority);
  return html`<span class="chip ${tone}">${toneMark(tone)}${say(priorityWords[row.priority])}</span>`;
}

/** The priority in front of the type, where the list has no column for it; not as a shape, since a shape there would read as late. */
function pressing(row: CaseRow): TemplateResult | typeof nothing {
  if (row.priority === 'Normal') {
    return nothing;
  }
  const words = say(priorityWords[row.priority]);
  return html`<span class="pressing ${priorityTone(row.priority)}" title=${words}><span aria-hidden="true">${row.priority === 'Urgent' ? '!!' : '!'}</span><span class="visually-hidden">${words}</span></span>`;
}

/** Somebody on site called for help, or gives no sign. */
function alarm(row: CaseRow): TemplateResult | typeof nothing {
  return hasAlarm(row) ? html`<span class="critical" title=${say(w.alarmOpen)}>${icon('bell')}<span class="visually-hidden">${say(w.alarmOpen)}</span></span> ` : nothing;
}

/** Two parties send the case to each other: somebody has to say whose it is. */
function toAndFro(row: CaseRow): TemplateResult | typeof nothing {
  if (!row.cameBack) {
    return nothing;
  }
  const words = say(w.cameBack, { n: row.timesReturned ?? 0 });
  return html`<span class="fro serious" title=${words}>${icon('refresh')}<span class="visually-hidden">${words}</span></span>`;
}

/** Clocks of the case stand still by a surge. */
function frozen(row: CaseRow): TemplateResult | typeof nothing {
  return row.surge && row.clocks.some((clock) => clock.state === 'Paused')
    ? html`<span class="fro standby" title=${say(surgeWords.frozen)}>${icon('pause')}<span class="visually-hidden">${say(surgeWords.frozen)}</span></span>`
    : nothing;
}

/** Another system sent the case and waits for a reply. */
function external(row: CaseRow): TemplateResult | typeof nothing {
  if (!row.external) {
    return nothing;
  }
  const words = say(w.external, { source: city.scopeName(`source:${row.external.source}`), number: row.external.number });
  return html`<span class="from muted" title=${words}>${icon('link')}<span class="visually-hidden">${words}</span></span>`;
}

/** Who has it, and who goes there; an officer who has it alone is said once. */
function responsible(row: CaseRow): TemplateResult {
  const officers = row.officerIds.map((id) => people.nameOf(id)).join(say(w.between));
  if (String(row.responsible).startsWith('officer:') && officers) {
    return html`${officers}`;
  }
  return html`${responsibleName(String(row.responsible))}${officers ? html` <span class="muted">${officers}</span>` : nothing}`;
}
