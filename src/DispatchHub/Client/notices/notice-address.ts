/** Where a notice leads: to its case, or to the roster of its team. */
export function noticeAddress(notice: { caseId?: string | null; team?: string | null }): string {
  return notice.caseId ? `/cases/${encodeURIComponent(notice.caseId)}` : notice.team ? `/roster?team=${encodeURIComponent(notice.team)}` : '/roster';
}
