import { describe, expect, it } from 'vitest';
import { cityClock } from '../feed/city-clock';
import { language } from '../words/language';
import { countdownText, dayStart, instantText } from './spoken';

describe('the start of a day', () => {
  it('is midnight in the street’s zone, whatever the zone of the device', () => {
    cityClock.set({ now: '2026-03-10T09:00:00+08:00', speed: 1, zone: 'Asia/Shanghai' });
    expect(dayStart(Date.parse('2026-03-10T07:59:59.500+08:00'))).toBe('2026-03-09T16:00:00.000Z');
    expect(dayStart(Date.parse('2026-03-10T00:00:00+08:00'))).toBe('2026-03-09T16:00:00.000Z');
  });
});

describe('a countdown', () => {
  it('shows seconds below an hour and says with a sign that it is late', () => {
    expect(countdownText(4 * 60_000 + 5_900)).toBe('4:05');
    expect(countdownText(-61_000)).toBe('−1:01');
  });

  it('shows hours and days beyond, in Chinese unless asked otherwise', () => {
    expect(countdownText(2 * 3_600_000 + 5 * 60_000)).toBe('2时05分');
    expect(countdownText(3 * 86_400_000 + 4 * 3_600_000)).toBe('3天4时');
  });
});

describe('an instant', () => {
  it('names the month in English, where figures alone would be two days', () => {
    cityClock.set({ now: '2026-03-10T09:00:00+08:00', speed: 1, zone: 'Asia/Shanghai' });
    language.current = 'en';
    expect(instantText('2026-04-03T10:14:00+08:00')).toBe('03 Apr, 10:14');
    expect(instantText('2026-03-10T10:14:05+08:00', 'full')).toBe('10 Mar 2026, 10:14:05');
    language.current = 'zh-CN';
    expect(instantText('2026-04-03T10:14:00+08:00')).toBe('04/03 10:14');
  });
});
