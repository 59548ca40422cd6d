import { city } from '../api/city';
import { scopeParts } from '../api/types';
import { say, type Word } from '../words/say';
import { signInWords as w } from './words';

const kinds: Record<string, Word> = { street: w.street, community: w.community, grid: w.grid, department: w.department };

/** An area in words: its name where this device knows the territory, else its kind with its readable id. */
export function areaText(area: string | null | undefined): string {
  if (!area) {
    return '';
  }
  const { kind, id } = scopeParts(area);
  const name = city.territory ? city.scopeName(area) : id;
  const word = kinds[kind];
  return name !== id || !word ? name : `${say(word)} ${id}`;
}
