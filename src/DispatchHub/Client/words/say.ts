import type { BothLanguages } from '../api/types';
import { language } from './language';

/** One text of the product in both languages; `{name}` marks a value. */
export interface Word {
  readonly en: string;
  readonly zh: string;
}

/** Declares the words of a page beside the page. Both languages are asked for by the compiler; a test reads them all. */
export function words<K extends string>(list: Record<K, Word>): Readonly<Record<K, Word>> {
  return list;
}

/** The word in the language of the page, with its values filled in. */
export function say(word: Word, values?: Record<string, string | number>): string {
  const text = language.current === 'en' ? word.en : word.zh;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
}

/** A name that the city's own files give in both languages. */
export function sayName(name: BothLanguages | null | undefined, otherwise = ''): string {
  if (!name) {
    return otherwise;
  }
  return (language.current === 'en' ? name.en : name.zh) || name.zh || name.en || otherwise;
}
