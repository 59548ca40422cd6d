import { describe, expect, it } from 'vitest';
import { foreignLanguage } from './typed';

describe('a text that somebody typed', () => {
  it('says its language where that is not the page\'s', () => {
    expect(foreignLanguage('飘窗可以拆吗？', 'en')).toBe('zh-CN');
    expect(foreignLanguage('飘窗可以拆吗？', 'zh-CN')).toBeNull();
    expect(foreignLanguage('May the sill go?', 'zh-CN')).toBe('en');
    expect(foreignLanguage('May the sill go?', 'en')).toBeNull();
    expect(foreignLanguage('7-2-2001', 'zh-CN')).toBeNull();
  });
});
