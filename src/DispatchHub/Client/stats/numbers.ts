/**
 * A share as people read it: a digit after the point, two where the first would hide that it is not quite none or not quite all;
 * never rounded up to 100 % or down to 0 %.
 */
export function percentText(share: number | null): string {
  if (share === null) {
    return '–';
  }
  const percent = share * 100;
  const near = percent < 1 || percent > 99;
  const digits = percent === 0 || percent === 100 ? 0 : near ? 2 : 1;
  const unit = 10 ** digits;
  const rounded = percent > 99 ? Math.floor(percent * unit + 1e-9) / unit : Math.round(percent * unit) / unit;
  return `${(rounded === 0 && percent > 0 ? 1 / unit : rounded).toFixed(digits)}%`;
}

/** A number with its thousands apart. */
export function countText(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
