import type { Role } from '../api/types';

/** Who answers alarms; the server gives nobody else their stream. */
const ANSWERS: readonly Role[] = ['dispatcher', 'captain', 'supervisor'];

/** Whether a person is shown the alarms of their street on every page. */
export function answersAlarms(who: { role: Role; streetId?: string | null } | null): boolean {
  return who !== null && ANSWERS.includes(who.role) && Boolean(who.streetId);
}
