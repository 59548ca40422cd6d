import { cityClock } from '../feed/city-clock';
import { language } from '../words/language';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A countdown as boards write it: `4:32` below an hour (min:s), `2 h 05`, `3 d 4 h`; late ones with a minus sign. */
export function countdownText(leftMs: number, dayMs = 24 * HOUR): string {
  const sign = leftMs < 0 ? '−' : '';
  const left = Math.abs(leftMs);
  const zh = language.current !== 'en';
  if (left < HOUR) {
    const seconds = Math.floor(left / 1_000);
    return `${sign}${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  }
  if (left < dayMs) {
    return `${sign}${Math.floor(left / HOUR)}${zh ? '时' : ' h '}${two(Math.floor((left % HOUR) / MINUTE))}${zh ? '分' : ''}`;
  }
  const days = Math.floor(left / dayMs);
  const hours = Math.floor((left % dayMs) / HOUR);
  return zh ? `${sign}${days}天${hours}时` : `${sign}${days} d ${hours} h`;
}

/** An instant in the street's own time zone: `14:05`, with the day when it is another one. */
export function instantText(at: string | number | null | undefined, style: 'short' | 'full' = 'short'): string {
  if (at === null || at === undefined) {
    return '';
  }
  const when = new Date(at);
  // `03/04` is two days to English readers.
  const month = language.current === 'en' ? 'short' : '2-digit';
  const today = day(new Date(cityClock.now())) === day(when);
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { year: 'numeric', month, day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }
      : today
        ? { hour: '2-digit', minute: '2-digit' }
        : { month, day: '2-digit', hour: '2-digit', minute: '2-digit' };
  return format(options).format(when);
}

/** The day of an instant in the street's zone, `2026-03-10`. */
export function day(at: Date): string {
  return formatIn('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The first instant of the street's day in which an instant lies, as an ISO string in UTC. */
export function dayStart(at: number): string {
  const parts = Object.fromEntries(
    formatIn('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })
      .formatToParts(new Date(at))
      .map((part) => [part.type, Number(part.value)]),
  );
  const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day']!, parts['hour']!, parts['minute']!, parts['second']!);
  const midnight = Math.floor(local / (24 * HOUR)) * 24 * HOUR;
  return new Date(midnight - (local - Math.floor(at / 1_000) * 1_000)).toISOString();
}

/** The zone as people say it, such as `GMT+8`. */
export function zoneText(): string {
  const parts = formatIn('en', { timeZoneName: 'shortOffset' }).formatToParts(new Date(cityClock.now()));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? cityClock.zone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatIn(language.current === 'en' ? 'en-GB' : 'zh-CN', options);
}

function formatIn(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${cityClock.zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23', timeZone: cityClock.zone });
    formats.set(key, made);
  }
  return made;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
