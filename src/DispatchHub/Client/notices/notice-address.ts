/** What a notice is about. */
export interface NoticeMatter {
  caseId?: string | null;
  /** The page of a dossier, a path from the root. */
  page?: string | null;
  /** The team whose roster it is about, where it is not of a case, and the day on that roster. */
  team?: string | null;
  day?: string | null;
}

/** Where a notice leads: to its case, or to that day's week on the roster. */
export function noticeAddress({ caseId, page, team, day }: NoticeMatter): string {
  if (page) {
    return page;
  }

  return caseId ? `/cases/${encodeURIComponent(caseId)}` : `/roster?${new URLSearchParams({ ...(team ? { team } : {}), ...(day ? { week: day } : {}) })}`;
}
