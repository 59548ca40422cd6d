import { html, type TemplateResult } from 'lit';
import { city } from '../api/city';
import { scopeParts } from '../api/types';
import { say, type Word } from '../words/say';
import { signInWords as w } from './words';

const kinds: Record<string, Word> = { street: w.street, community: w.community, grid: w.grid, department: w.department };

/** An area in words: its name where this device knows the territory, else its kind with its readable id. */
export function areaText(area: string): string {
  const { kind, id } = scopeParts(area);
  const name = nameOf(area);
  const word = kinds[kind];
  return name !== id || !word ? name : `${say(word)} ${id}`;
}

/** The same to be shown: ids of places are Chinese in Latin letters, those of departments English. */
export function areaShown(area: string): TemplateResult {
  const { kind, id } = scopeParts(area);
  const word = kinds[kind];
  return nameOf(area) !== id || !word ? html`${areaText(area)}` : html`${say(word)} <span lang=${kind === 'department' ? 'en' : 'zh-Latn'}>${id}</span>`;
}

function nameOf(area: string): string {
  return city.territory ? city.scopeName(area) : scopeParts(area).id;
}
