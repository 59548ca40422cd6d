import type { DemoUser, Role } from '../api/types';

/** The order in which roles are offered: along the way of a case, and then those who look on. */
export const roleOrder: readonly Role[] = [
  'dispatcher', 'communityStaff', 'gridWorker', 'captain', 'officer', 'supervisor', 'committee', 'propertyManager', 'citizen', 'departmentStaff', 'administrator', 'system',
];

export interface PeopleOfRole {
  role: Role;
  people: DemoUser[];
}

/** People by role, in the order of `roleOrder`; with a text, only those of whom every word of it is said by `wordsOf`. */
export function groupsOf(people: readonly DemoUser[], text: string, wordsOf: (one: DemoUser) => string): PeopleOfRole[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = people.filter((one) => {
    const said = wordsOf(one).toLowerCase();
    return parts.every((part) => said.includes(part));
  });
  return roleOrder.map((role) => ({ role, people: found.filter((one) => one.role === role) })).filter((group) => group.people.length > 0);
}
