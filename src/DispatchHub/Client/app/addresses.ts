import type { Role } from '../api/types';
import { routes, routesOf, type Route } from './routes';

/** What an address means to a role. */
export type Place =
  | { kind: 'page'; route: Route }
  /** The same thing has another address for this role. */
  | { kind: 'elsewhere'; address: string }
  | { kind: 'not-yours' }
  | { kind: 'unknown' }
  /** This role works through the interface for systems. */
  | { kind: 'no-pages' };

/**
 * Where an address leads a role. `/cases/{id}` and `?case={id}` on a page of others lead to the role's own page of cases, so that
 * a link can be passed on to anybody.
 */
export function placeOf(role: Role, path: string, query: URLSearchParams): Place {
  const own = routesOf(role);
  const start = own[0];
  if (!start) {
    return { kind: 'no-pages' };
  }
  if (path === '/' || path === '/sign-in') {
    return { kind: 'elsewhere', address: start.path };
  }
  const linked = /^\/cases\/([\w-]+)\/?$/.exec(path)?.[1];
  if (linked) {
    return caseAt(own, linked);
  }
  const route = routes.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (!route) {
    return { kind: 'unknown' };
  }
  if (own.includes(route)) {
    return { kind: 'page', route };
  }
  const asked = query.get('case');
  return asked && route.showsCases ? caseAt(own, asked) : { kind: 'not-yours' };
}

/** The page at an address that is for anybody, signed in or not; null where there is none. */
export function openRoute(path: string): Route | null {
  return routes.find((route) => route.open && route.path === path) ?? null;
}

function caseAt(own: readonly Route[], id: string): Place {
  const page = own.find((route) => route.showsCases);
  return page ? { kind: 'elsewhere', address: `${page.path}?case=${encodeURIComponent(id)}` } : { kind: 'not-yours' };
}
