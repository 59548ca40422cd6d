import type { RoundItem } from '../types';

/** How many items were seen, of how many; of one share, of the manager's part (null), or of all (left out). */
export function seenOf(items: readonly Pick<RoundItem, 'shareId' | 'seenAt'>[], shareId?: string | null): { n: number; all: number } {
  const own = shareId === undefined ? items : items.filter((item) => (item.shareId ?? null) === shareId);
  return { n: own.filter((item) => item.seenAt).length, all: own.length };
}
