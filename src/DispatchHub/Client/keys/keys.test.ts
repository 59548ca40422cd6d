import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { communityKeys } from '../community/keys';
import { actionOf, keySpecs, type KeySpec } from './keys';
import { keysDocument } from './keys-document';

const document = fileURLToPath(new URL('../../../../docs/keys.md', import.meta.url));
const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => actionOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });

describe('the keys of the pages', () => {
  it('stand in docs/keys.md as they are', () => {
    if (process.env['DISPATCH_WRITE_DOCS'] === '1') {
      writeFileSync(document, keysDocument());
    }
    expect(readFileSync(document, 'utf8'), 'Run DISPATCH_WRITE_DOCS=1 npx vitest run keys').toBe(keysDocument());
  });

  it('do one thing each', () => {
    for (const specs of [keySpecs, communityKeys]) {
      const keys = (Object.values(specs) as KeySpec[]).flatMap((spec) => spec.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('work with caps lock on', () => {
    expect(pressed('J')).toBe('down');
    expect(pressed('j')).toBe('down');
  });

  it('leave the shortcuts of the browser alone', () => {
    expect(pressed('f', { ctrlKey: true })).toBeNull();
    expect(pressed('r', { metaKey: true })).toBeNull();
    expect(pressed('ArrowUp', { altKey: true })).toBeNull();
    expect(pressed('q')).toBeNull();
  });
});
