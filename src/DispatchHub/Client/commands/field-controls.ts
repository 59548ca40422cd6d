import { html, nothing, type TemplateResult } from 'lit';
import { city } from '../api/city';
import type { CaseView, Priority, WhistleGround } from '../api/types';
import { instantText, zoneText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { say } from '../words/say';
import { clockName, groundWords, priorityWords } from '../words/terms';
import { cardText } from '../case/card-text';
import { callableOn } from './callable';
import './case-picker';
import type { CasePicker } from './case-picker';
import type { Fault, Known, Values } from './field-values';
import { formWords as w } from './form-words';
import { examplesFor } from './lengths';
import './officer-picker';
import type { OfficerPicker } from './officer-picker';
import './photo-picker';
import type { PhotoPicker } from './photo-picker';
import type { Field } from './registry';
import { wallTime } from './zone-time';

/** What a control reads and writes; the form is one. */
export interface FieldHost {
  readonly view: CaseView;
  readonly values: Values;
  readonly known: Known;
  put(change: Partial<Values>): void;
}

const DAY_MS = 86_400_000;

/** The control of one field, with its label and what is wrong with it. */
export function fieldControl(field: Field, host: FieldHost, fault: string | null): TemplateResult {
  const id = `field-${field.name}`;
  const labelled = (control: TemplateResult, hint: TemplateResult | typeof nothing = nothing) => html`<div class="field">
    <label for=${id}>${say(field.label)}</label>${control}${hint}${faultLine(id, fault)}
  </div>`;
  const grouped = (control: TemplateResult) => html`<div class="field" role="group" aria-labelledby=${`${id}-label`}>
    <span id=${`${id}-label`} class="label">${say(field.label)}</span>${control}${faultLine(id, fault)}
  </div>`;
  switch (field.kind) {
    case 'text':
      return labelled(html`<textarea id=${id} rows="3" maxlength=${field.most} ?required=${field.required} aria-invalid=${fault !== null} aria-describedby=${`${id}-fault`}
        .value=${host.values.text[field.name] ?? ''}
        @input=${(event: Event) => host.put({ text: { ...host.values.text, [field.name]: (event.target as HTMLTextAreaElement).value } })}></textarea>`);
    case 'officers':
      return grouped(html`<officer-picker .label=${say(field.label)} .caseId=${host.view.id} .least=${host.known.minOfficers} .chosen=${host.values.officerIds}
        @change=${(event: Event) => host.put({ officerIds: (event.target as OfficerPicker).chosen })}></officer-picker>`);
    case 'milestone':
      return grouped(milestones(host));
    case 'clock':
      return grouped(runningClocks(host));
    case 'card':
      return grouped(html`<div class="options">
        ${(host.view.cards ?? []).filter((card) => card.state === field.state)
          .map((card) => pressed(cardText(card), host.values.card === Number(card.card), () => host.put({ card: Number(card.card) })))}
      </div>`);
    case 'length':
      return labelled(length(id, host, fault));
    case 'instant':
      return labelled(instant(id, host, fault), html`<span class="muted">${say(w.zone, { zone: zoneText() })}</span>`);
    case 'departments':
      return grouped(departments(host));
    case 'ground':
      return grouped(html`<div class="options">
        ${(Object.keys(groundWords) as WhistleGround[]).map((one) => pressed(say(groundWords[one]), host.values.ground === one, () => host.put({ ground: one })))}
      </div>`);
    case 'one-of':
      return grouped(html`<div class="options">
        ${Object.entries(field.options).map(([key, word]) => pressed(say(word), host.values.text[field.name] === key, () => host.put({ text: { ...host.values.text, [field.name]: key } })))}
      </div>`);
    case 'priority':
      return grouped(html`<div class="options">
        ${(Object.keys(priorityWords) as Priority[]).map((one) => pressed(say(priorityWords[one]), host.values.priority === one, () => host.put({ priority: one })))}
      </div>`);
    case 'place':
      return labelled(places(id, host, fault));
    case 'case':
      return grouped(html`<case-picker .of=${host.view} .label=${say(field.label)} .chosen=${host.values.intoCaseId}
        @change=${(event: Event) => host.put({ intoCaseId: (event.target as CasePicker).chosen })}></case-picker>`);
    case 'yes-no':
      return grouped(html`<div class="verdict">
        <button type="button" class="yes" aria-pressed=${host.values.choice === true} @click=${() => host.put({ choice: true })}>${say(field.yes)}</button>
        <button type="button" class="no" aria-pressed=${host.values.choice === false} @click=${() => host.put({ choice: false })}>${say(field.no)}</button>
      </div>`);
    case 'photos':
      return grouped(html`<photo-picker .label=${say(field.label)}
        @change=${(event: Event) => host.put({ evidenceIds: (event.target as PhotoPicker).ids, photosPending: (event.target as PhotoPicker).pending })}></photo-picker>`);
  }
}

/** What is wrong with a field, in words. */
export function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'needed':
      return say(w.needed);
    case 'choose':
      return say(w.chooseOne);
    case 'ahead':
      return say(w.ahead);
    case 'photos-pending':
      return say(w.photosPending);
    case 'one-photo':
      return say(w.onePhoto);
    case 'too-long':
      return say(w.tooLong, { n: fault.most });
    case 'too-few':
      return say(w.atLeast, { n: fault.least });
    case 'length':
      return say(w.lengthWrong, { example: fault.example });
    case 'length-kind':
      return say(w.lengthKind, { example: fault.example });
  }
}

function faultLine(id: string, fault: string | null): TemplateResult {
  return html`<span id=${`${id}-fault`} class="fault" role="alert">${fault ?? nothing}</span>`;
}

function pressed(text: string, on: boolean, act: () => void): TemplateResult {
  return html`<button type="button" aria-pressed=${on} @click=${act}>${text}</button>`;
}

function milestones(host: FieldHost): TemplateResult {
  const all = city.type(host.view.type)?.milestones ?? [];
  return all.length === 0
    ? html`<p class="muted">${say(w.noMilestones)}</p>`
    : html`<div class="options">${all.map((one) => pressed(clockName(one), host.values.milestone === one, () => host.put({ milestone: one })))}</div>`;
}

function runningClocks(host: FieldHost): TemplateResult {
  const running = host.view.clocks.filter((clock) => clock.state === 'Running' && clock.name in host.known.budgets);
  return running.length === 0
    ? html`<p class="muted">${say(w.noClocks)}</p>`
    : html`<div class="options">
        ${running.map((clock) => pressed(say(w.dueAt, { clock: clockName(clock.name), at: instantText(clock.dueAt) }), host.values.clock === clock.name, () => host.put({ clock: clock.name })))}
      </div>`;
}

function departments(host: FieldHost): TemplateResult {
  const chosen = host.values.departmentIds;
  const turn = (id: string) => host.put({ departmentIds: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  return html`<div class="options">
    ${callableOn(host.view).map((id) => pressed(city.scopeName(`department:${id}`), chosen.includes(id), () => turn(id)))}
  </div>`;
}

function length(id: string, host: FieldHost, fault: string | null): TemplateResult {
  const examples = examplesFor(host.known.budgets[host.values.clock] ?? Object.values(host.known.budgets).at(-1) ?? '2 wh');
  return html`<div class="options">
    <input id=${id} size="8" autocomplete="off" aria-invalid=${fault !== null} aria-describedby=${`${id}-fault`} .value=${host.values.length}
      @input=${(event: Event) => host.put({ length: (event.target as HTMLInputElement).value })} />
    ${examples.map((one) => pressed(one, host.values.length === one, () => host.put({ length: one })))}
  </div>`;
}

function instant(id: string, host: FieldHost, fault: string | null): TemplateResult {
  const inDays = (days: number) => wallTime(cityClock.now() + days * DAY_MS, host.known.zone);
  return html`<div class="options">
    <input id=${id} type="datetime-local" aria-invalid=${fault !== null} aria-describedby=${`${id}-fault`} .value=${host.values.until} min=${inDays(0)} max=${inDays(365)}
      @input=${(event: Event) => host.put({ until: (event.target as HTMLInputElement).value })} />
    <button type="button" @click=${() => host.put({ until: inDays(1) })}>${say(w.tomorrow)}</button>
    ${[3, 7, 30].map((days) => html`<button type="button" @click=${() => host.put({ until: inDays(days) })}>${say(w.inDays, { n: days })}</button>`)}
  </div>`;
}

/** Where a case can be sent: the grids of its community, the community, the street. */
export function returnPlaces(view: Pick<CaseView, 'communityId' | 'streetId'>): string[] {
  const grids = city.territory?.grids.filter((grid) => grid.communityId === view.communityId) ?? [];
  return [...grids.map((grid) => `grid:${grid.id}`), `community:${view.communityId}`, `street:${view.streetId}`];
}

function places(id: string, host: FieldHost, fault: string | null): TemplateResult {
  return html`<select id=${id} aria-invalid=${fault !== null} aria-describedby=${`${id}-fault`} @change=${(event: Event) => host.put({ to: (event.target as HTMLSelectElement).value })}>
    <option value="" ?selected=${!host.values.to}>${say(w.choose)}</option>
    ${returnPlaces(host.view).filter((place) => place !== host.view.responsible).map((place) => html`<option value=${place} ?selected=${host.values.to === place}>${city.scopeName(place)}</option>`)}
  </select>`;
}
