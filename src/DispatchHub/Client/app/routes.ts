import type { Role } from '../api/types';
import type { IconName } from '../parts/icon';
import { words, type Word } from '../words/say';

export interface Route {
  /** The first part of the address. */
  path: string;
  word: Word;
  icon: IconName;
  /** The element that shows it, once `load` has brought it. */
  element: string;
  load: () => Promise<unknown>;
  roles: readonly Role[];
  /** It opens a case by `?case={id}`. */
  showsCases: boolean;
  /** Anybody may look at it, signed in or not. */
  open?: boolean;
  /** It wants the whole screen, without the line above. */
  bare?: (query: URLSearchParams) => boolean;
  /** It is about one thing and opened from others; the menu leaves it out. */
  linked?: boolean;
}

const w = words({
  board: { en: 'Board', zh: '指挥看板' },
  community: { en: 'Community', zh: '社区工作台' },
  field: { en: 'Field', zh: '现场' },
  department: { en: 'Department', zh: '部门' },
  morning: { en: 'Morning', zh: '晨报' },
  stats: { en: 'Figures', zh: '统计' },
  roster: { en: 'Roster', zh: '值班表' },
  import: { en: 'Import', zh: '导入' },
  policy: { en: 'Rules', zh: '规则' },
  services: { en: 'Services', zh: '办事指南' },
  filings: { en: 'Filings', zh: '装修备案' },
  unit: { en: 'Flat', zh: '户档案' },
  estates: { en: 'Estates', zh: '小区' },
  review: { en: 'Joint review', zh: '联合会审' },
  rounds: { en: 'Rounds', zh: '装修巡查' },
  visits: { en: 'Visits', zh: '综合查' },
  committee: { en: 'Committee', zh: '委员会月报' },
  pilots: { en: 'Pilots', zh: '试点' },
  sessions: { en: 'Teaching', zh: '装修普法' },
  mediations: { en: 'Mediations', zh: '纠纷调解' },
});

const DESK: readonly Role[] = ['dispatcher', 'captain', 'supervisor', 'committee', 'system'];

const DECORATION: readonly Role[] = [...DESK, 'communityStaff', 'gridWorker', 'propertyManager', 'officer'];

const ESTATES: readonly Role[] = [...DESK, 'officer', 'communityStaff', 'gridWorker', 'propertyManager', 'departmentStaff'];

/** Every page, in the order of the menu. */
export const routes: readonly Route[] = [
  { path: '/board', word: w.board, icon: 'board', element: 'dispatch-board', load: () => import('../board/board-page'), roles: DESK, showsCases: true },
  { path: '/community', word: w.community, icon: 'community', element: 'dispatch-community', load: () => import('../community/community-page'), roles: ['communityStaff'], showsCases: true, bare: (query) => query.has('wall') },
  { path: '/field', word: w.field, icon: 'field', element: 'dispatch-field', load: () => import('../field/field-page'), roles: ['gridWorker', 'officer', 'captain', 'propertyManager', 'citizen'], showsCases: true },
  { path: '/department', word: w.department, icon: 'home', element: 'dispatch-department', load: () => import('../department/department-page'), roles: ['departmentStaff'], showsCases: true },
  { path: '/morning', word: w.morning, icon: 'sun', element: 'dispatch-morning', load: () => import('../morning/morning-page'), roles: ['captain', 'supervisor', 'committee', 'system'], showsCases: true },
  { path: '/stats', word: w.stats, icon: 'stats', element: 'dispatch-stats', load: () => import('../stats/stats-page'), roles: [...DESK, 'communityStaff'], showsCases: false },
  { path: '/roster', word: w.roster, icon: 'roster', element: 'dispatch-roster', load: () => import('../roster/roster-page'), roles: [...DESK, 'officer', 'communityStaff', 'gridWorker'], showsCases: false },
  { path: '/estates', word: w.estates, icon: 'home', element: 'dispatch-estates', load: () => import('../decoration/estates/estates-page'), roles: ESTATES, showsCases: false },
  { path: '/reviews', word: w.review, icon: 'check', element: 'dispatch-review', load: () => import('../decoration/reviews/review-page'), roles: ESTATES, showsCases: false, linked: true },
  { path: '/import', word: w.import, icon: 'download', element: 'dispatch-import', load: () => import('../import/import-page'), roles: ['dispatcher', 'captain'], showsCases: false },
  { path: '/policy', word: w.policy, icon: 'flag', element: 'dispatch-policy', load: () => import('../policy/policy-page'), roles: ['captain', 'supervisor', 'committee', 'system'], showsCases: false },
  { path: '/services', word: w.services, icon: 'wall', element: 'dispatch-services', load: () => import('../decoration/services/services-page'), roles: [...DESK, 'officer', 'communityStaff', 'gridWorker', 'propertyManager', 'departmentStaff', 'citizen'], showsCases: false, open: true },
  { path: '/filings', word: w.filings, icon: 'home', element: 'dispatch-filings', load: () => import('../decoration/filings/filings-page'), roles: DECORATION, showsCases: false },
  { path: '/rounds', word: w.rounds, icon: 'walk', element: 'dispatch-rounds', load: () => import('../decoration/rounds/rounds-page'), roles: DECORATION, showsCases: false },
  { path: '/visits', word: w.visits, icon: 'check', element: 'dispatch-visits', load: () => import('../decoration/visits/visits-page'), roles: ESTATES, showsCases: false },
  { path: '/unit', word: w.unit, icon: 'home', element: 'dispatch-unit', load: () => import('../decoration/filings/unit-page'), roles: [...DECORATION, 'departmentStaff'], showsCases: false, linked: true },
  { path: '/committee', word: w.committee, icon: 'flag', element: 'dispatch-committee', load: () => import('../decoration/committee/committee-page'), roles: ['captain', 'supervisor', 'committee', 'system'], showsCases: false },
  { path: '/pilots', word: w.pilots, icon: 'eye', element: 'dispatch-pilots', load: () => import('../decoration/pilots/pilots-page'), roles: ESTATES, showsCases: false },
  { path: '/sessions', word: w.sessions, icon: 'comment', element: 'dispatch-sessions', load: () => import('../decoration/sessions/sessions-page'), roles: ESTATES, showsCases: false },
  { path: '/mediations', word: w.mediations, icon: 'users', element: 'dispatch-mediations', load: () => import('../decoration/mediations/mediations-page'), roles: [...DESK, 'communityStaff', 'officer'], showsCases: false },
];

/** The pages of a role; the first is where it starts. */
export function routesOf(role: Role): readonly Route[] {
  return routes.filter((route) => route.roles.includes(role));
}

/** The pages of a role's menu. */
export function menuOf(role: Role): readonly Route[] {
  return routesOf(role).filter((route) => !route.linked);
}
