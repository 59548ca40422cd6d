/** `xiashi-2026-000123` as `#123`: years and streets are the same all over a board. */
export function shortNumber(number: string): string {
  const last = number.slice(number.lastIndexOf('-') + 1).replace(/^0+/, '');
  return last ? `#${last}` : '';
}
