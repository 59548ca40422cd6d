import { html, nothing, type TemplateResult } from 'lit';
import type { DecorationCatalogue, InspectionItem, PunishmentItem, ServiceItem, WorkItem, WorkRuling } from '../../api/types';
import { icon, type IconName } from '../../parts/icon';
import { say, sayName } from '../../words/say';
import { fineText, kindWords, liableWords, rulingWords, servicesWords as w, stageWords, timeText } from './words';

// One line of each list. A shape goes with every colour.

const MARKS: Record<WorkRuling, readonly [string, IconName]> = {
  free: ['normal', 'check'],
  'needs-approval': ['caution', 'comment'],
  forbidden: ['critical', 'stop-hand'],
};

type Fact = readonly [label: string, value: string];

export function workLine(catalogue: DecorationCatalogue, work: WorkItem): TemplateResult {
  const [colour, mark] = MARKS[work.ruling];
  const type = catalogue.types.find((one) => one.code === work.type);
  return line(
    sayName(work.question),
    html`<span class="chip ${colour}">${icon(mark)}${say(rulingWords[work.ruling])}</span>`,
    sayName(work.answer),
    [
      [say(w.ask), work.office ? sayName(catalogue.offices[work.office], work.office) : ''],
      [say(w.within), work.within ? timeText(work.within) : ''],
      [say(w.bring), papers(catalogue, work.documents)],
      [say(w.article), sayName(work.article)],
      [say(w.wrong), type && work.ruling !== 'free' ? `${type.code} ${sayName(type.title)}` : ''],
    ],
    work.proposed,
  );
}

export function serviceLine(catalogue: DecorationCatalogue, service: ServiceItem): TemplateResult {
  return line(sayName(service.title), html`<span class="chip standby">${say(kindWords[service.kind])}</span>`, '', [
    [say(w.from), sayName(catalogue.offices[service.office], service.office)],
    [say(w.within), service.within ? timeText(service.within) : ''],
    [say(w.bring), papers(catalogue, service.documents)],
    [say(w.article), sayName(service.article)],
  ]);
}

export function inspectionLine(catalogue: DecorationCatalogue, item: InspectionItem): TemplateResult {
  return line(
    `${item.id} ${sayName(item.title)}`,
    nothing,
    sayName(item.look),
    [
      [say(w.stages), item.stages.map((stage) => say(stageWords[stage])).join(say(w.list))],
      [say(w.by), item.by.map((office) => sayName(catalogue.offices[office], office)).join(say(w.list))],
      [say(w.evidence), papers(catalogue, item.evidence)],
      [say(w.article), sayName(item.article)],
    ],
    item.proposed,
  );
}

export function punishmentLine(catalogue: DecorationCatalogue, item: PunishmentItem): TemplateResult {
  const { streetSince, office, handOver } = item.power;
  return line(
    `${item.id} ${sayName(item.title)}`,
    nothing,
    '',
    [
      [say(w.liable), say(liableWords[item.liable])],
      [say(w.fine), fineText(item.fine)],
      [say(w.power), streetSince ? say(w.street, { day: streetSince }) : say(w.handed, { office: sayName(catalogue.offices[office ?? '']), time: timeText(handOver ?? '') })],
      [say(w.evidence), papers(catalogue, item.evidence)],
      [say(w.article), sayName(item.article)],
    ],
    item.proposed,
  );
}

function papers(catalogue: DecorationCatalogue, ids: readonly string[]): string {
  return ids.map((id) => sayName(catalogue.papers[id], id)).join(say(w.list));
}

function line(title: string, mark: TemplateResult | typeof nothing, text: string, facts: readonly Fact[], proposed = false): TemplateResult {
  return html`<article aria-label=${title}>
    <header><h3>${title}</h3><span>${mark} ${proposed ? html`<span class="chip off" title=${say(w.proposedHint)}>${say(w.proposed)}</span>` : nothing}</span></header>
    ${text ? html`<p>${text}</p>` : nothing}
    <dl>${facts.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
  </article>`;
}
