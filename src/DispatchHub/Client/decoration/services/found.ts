import type { DecorationCatalogue } from '../../api/types';

/** The lists of the page, in the order in which owners ask. */
export const SECTIONS = ['works', 'services', 'inspections', 'punishments'] as const;

export type Section = (typeof SECTIONS)[number];

export type Found = Pick<DecorationCatalogue, Section>;

/** What of a catalogue holds every word that was typed, in whichever language, in what it says or in the names that it refers to. */
export function found(catalogue: DecorationCatalogue, typed: string): Found {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map([catalogue.offices, catalogue.spots, catalogue.papers].flatMap((table) => Object.entries(table)));
  const fits = (item: unknown): boolean => {
    const text = textOf(item, names);
    return asked.every((word) => text.includes(word));
  };
  return {
    works: catalogue.works.filter(fits),
    services: catalogue.services.filter(fits),
    inspections: catalogue.inspections.filter(fits),
    punishments: catalogue.punishments.filter(fits),
  };
}

function textOf(item: unknown, names: ReadonlyMap<string, { zh: string; en: string }>): string {
  if (typeof item === 'string') {
    const name = names.get(item);
    return (name ? `${item} ${name.zh} ${name.en}` : item).toLowerCase();
  }
  return item !== null && typeof item === 'object' ? Object.values(item).map((part) => textOf(part, names)).join(' ') : '';
}
