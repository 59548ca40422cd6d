import { html, nothing, type TemplateResult } from 'lit';
import { city } from '../api/city';
import type { PlannedDuty, Roster } from '../api/types';
import { icon } from '../parts/icon';
import { say, sayName } from '../words/say';
import { dutiesOn, timeOf } from './plan-data';
import type { PlanKind } from './plan-form';
import { planWords as w } from './plan-words';
import { rosterWords } from './words';

/** The duties that come back and what people can do, with what a planner does about them. */
export function plannedView(roster: Roster, today: string, open: (kind: PlanKind) => void): TemplateResult {
  return html`<section class="changes">
      <h2>${say(w.planned)}</h2>
      <ul>${dutiesOn(roster, today).map((duty) => html`<li><span>${dutyText(duty)}</span><button id="end-${duty.id}" aria-labelledby="end-${duty.id} duty-${duty.id}" @click=${() => open({ change: 'end', duty })}>${say(w.end)}</button></li>`)}</ul>
      <div class="tools"><button @click=${() => open({ change: 'plan' })}>${icon('plus')}${say(w.plan)}</button></div>
    </section>
    <details>
      <summary>${say(w.skills)}</summary>
      <div class="changes"><ul>${roster.members.map((one) => html`<li>
        <span>${one.displayName} <span class="muted">${one.skills.length === 0 ? say(w.all) : one.skills.map(skillName).join(say(w.between))}</span></span>
        <button aria-label="${say(w.skillsTitle)}: ${one.displayName}" @click=${() => open({ change: 'set-skills', userName: one.userName })}>${icon('edit')}</button>
      </li>`)}</ul></div>
    </details>`;
}

function dutyText(duty: PlannedDuty): TemplateResult {
  const people = duty.crews.reduce((sum, crew) => sum + crew.length, 0);
  return html`<strong id="duty-${duty.id}" lang="mul">${duty.name}</strong> ${timeOf(duty.fromMinute)}–${timeOf(duty.toMinute)}
    <span class="muted">${say(w[duty.days ?? 'everyDay'])} · ${say(Number(duty.line) === 2 ? rosterWords.second : rosterWords.first)} · ${duty.crews.length > 1
      ? say(w.turns, { n: duty.crews.length, days: Number(duty.turnDays) })
      : say(w.people, { n: people })}${duty.last ? html` · ${say(w.until_, { day: duty.last })}` : nothing}</span>`;
}

function skillName(id: string): string {
  return city.type(id) ? `${id} ${city.typeName(id)}` : sayName(city.catalogue?.scenes[id], id);
}
