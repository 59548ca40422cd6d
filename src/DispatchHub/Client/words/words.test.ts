import { describe, expect, it } from 'vitest';

// Every file that declares words, so that their lists are registered.
const files = import.meta.glob(['../**/*.ts', '!../**/*.test.ts', '!../node_modules/**', '!../vite.config.ts'], { query: '?raw', import: 'default', eager: true });

const list = /words(?:<[^>]+>)?\(\{([\s\S]*?)\n\}\)/g;
const pair = /\{ en: (['"`])((?:\\.|(?!\1).)*)\1, zh: (['"`])((?:\\.|(?!\3).)*)\3 \}/g;

describe('the words', () => {
  const pairs = Object.entries(files).flatMap(([file, text]) =>
    [...String(text).matchAll(list)].flatMap((found) => [...found[1]!.matchAll(pair)].map((one) => ({ file, en: one[2]!, zh: one[4]! }))),
  );

  it('are found', () => {
    expect(pairs.length).toBeGreaterThan(100);
  });

  it.each(pairs.map((one) => [one.en, one] as const))('%s stands in both languages', (_, one) => {
    expect(one.en.trim(), one.file).not.toBe('');
    expect(one.zh.trim(), one.file).not.toBe('');
    expect(/[\u4e00-\u9fff]/.test(one.en), `${one.file}: ${one.en}`).toBe(false);
    // Chinese letters or at least Chinese signs; what is values alone needs neither.
    if (/[A-Za-z]/.test(one.en.replace(/\{\w+\}/g, ''))) {
      expect(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/.test(one.zh), `${one.file}: ${one.zh}`).toBe(true);
    }
  });

  it.each(pairs.map((one) => [one.en, one] as const))('%s has the same values in both languages', (_, one) => {
    const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((found) => found[0]).sort();
    expect(values(one.zh), one.file).toEqual(values(one.en));
  });
});
