import { ofMatter } from '../clocks/slack';
import type { CaseRow, CaseView } from './types';

/** A case view as the row that a feed would carry. */
export function rowOf({ place, clocks, ...view }: CaseView): CaseRow {
  return {
    id: view.id, number: view.number, type: view.type, title: view.title, communityId: view.communityId, gridId: view.gridId, level: view.level, status: view.status,
    priority: view.priority, responsible: view.responsible, officerIds: view.officerIds, openedAt: view.openedAt, version: view.version,
    clocks: ofMatter(clocks).filter((clock) => clock.state === 'Running' || clock.state === 'Paused'),
    lat: place.lat ?? null, lon: place.lon ?? null, placeName: place.placeName ?? null, estate: place.estate ?? null, building: place.building ?? null,
    whistledAt: view.whistledAt ?? null, overdueSince: view.overdueSince ?? null,
    safety: view.safety && (view.safety.checkInDue || !view.safety.alarm?.endedAt) ? { ...view.safety, alarm: view.safety.alarm?.endedAt ? null : (view.safety.alarm ?? null) } : null,
  };
}
