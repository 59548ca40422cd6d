/** Cases that were refused for the same reason. */
export interface RefusedAlike {
  reason: string;
  caseIds: string[];
}

/** The refusals of one command by their reason, in the order in which the reasons first came: what is true of many is read once. */
export function refusedAlike(refused: readonly { caseId: string; reason: string }[]): RefusedAlike[] {
  const byReason = new Map<string, string[]>();
  for (const { caseId, reason } of refused) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), caseId]);
  }
  return [...byReason].map(([reason, caseIds]) => ({ reason, caseIds }));
}
