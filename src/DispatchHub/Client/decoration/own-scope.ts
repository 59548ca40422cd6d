import { city } from '../api/city';
import { session } from '../app/session';

/** The area whose lists the person sees: their own, or the street where that is no place (a department's). */
export function ownScope(): string {
  const { area, streetId } = session.who!;
  return area && /^(street|community|grid):/.test(area) ? area : `street:${streetId ?? city.territory?.street.id}`;
}
