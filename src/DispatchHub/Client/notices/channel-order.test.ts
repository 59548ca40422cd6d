import { describe, expect, it } from 'vitest';
import { earlier, without } from './channel-order';

describe('the order of channels', () => {
  it('moves one a place earlier, and the first nowhere', () => {
    expect(earlier(['app', 'push', 'sms'], 'sms')).toEqual(['app', 'sms', 'push']);
    expect(earlier(['app', 'push'], 'app')).toEqual(['app', 'push']);
    expect(earlier(['app', 'push'], 'pigeon')).toEqual(['app', 'push']);
  });

  it('leaves one out, and never the last', () => {
    expect(without(['app', 'push'], 'app')).toEqual(['push']);
    expect(without(['push'], 'push')).toEqual(['push']);
  });
});
