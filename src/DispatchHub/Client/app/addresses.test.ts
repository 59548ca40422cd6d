import { describe, expect, it } from 'vitest';
import type { Role } from '../api/types';
import { openRoute, placeOf } from './addresses';
import { routes } from './routes';

function place(role: Role, address: string): string {
  const url = new URL(address, 'http://hub.test');
  const found = placeOf(role, url.pathname, url.searchParams);
  return found.kind === 'page' ? found.route.path : found.kind === 'elsewhere' ? `to ${found.address}` : found.kind;
}

describe('an address', () => {
  it('opens the page of the role', () => {
    expect(place('dispatcher', '/board')).toBe('/board');
    expect(place('communityStaff', '/stats?by=type')).toBe('/stats');
    expect(place('officer', '/field/anything')).toBe('/field');
  });

  it('without a page, or of the sign-in, leads to where the role starts', () => {
    expect(place('dispatcher', '/')).toBe('to /board');
    expect(place('communityStaff', '/sign-in')).toBe('to /community');
    expect(place('gridWorker', '/')).toBe('to /field');
  });

  it.each([
    ['captain', 'to /board?case=zegovjEKXei7TQzLSuPAtg'],
    ['communityStaff', 'to /community?case=zegovjEKXei7TQzLSuPAtg'],
    ['officer', 'to /field?case=zegovjEKXei7TQzLSuPAtg'],
  ] as const)('of a case opens it on the page of the role %s', (role, expected) => {
    expect(place(role, '/cases/zegovjEKXei7TQzLSuPAtg')).toBe(expected);
  });

  it('of a case on the page of others opens it on the own one', () => {
    expect(place('officer', '/board?case=a-_1')).toBe('to /field?case=a-_1');
    expect(place('dispatcher', '/community?case=a-_1')).toBe('to /board?case=a-_1');
    expect(place('captain', '/field?case=a-_1')).toBe('/field');
  });

  it('of others without a case is refused in words', () => {
    expect(place('officer', '/board')).toBe('not-yours');
    expect(place('gridWorker', '/stats?case=a')).toBe('not-yours');
  });

  it('that nobody has is unknown', () => {
    expect(place('dispatcher', '/nowhere')).toBe('unknown');
    expect(place('dispatcher', '/boards')).toBe('unknown');
    expect(place('dispatcher', '/cases/a/b')).toBe('unknown');
  });

  it('of what is for everybody needs nobody to sign in', () => {
    expect(openRoute('/services')?.path).toBe('/services');
    expect(openRoute('/board')).toBeNull();
    expect(openRoute('/services/1')).toBeNull();
    expect(place('citizen', '/services')).toBe('/services');
  });

  it('says so to a role without pages', () => {
    expect(place('administrator', '/')).toBe('no-pages');
    expect(place('administrator', '/cases/a')).toBe('no-pages');
  });

  it('that another one leads to is a page, so that nobody is sent on twice', () => {
    for (const role of new Set(routes.flatMap((route) => route.roles))) {
      for (const address of ['/', '/cases/a', '/board?case=a', '/community?case=a', '/field?case=a']) {
        const first = place(role, address);
        if (first.startsWith('to ')) {
          expect(place(role, first.slice(3)), `${role} ${address}`).toMatch(/^\//);
        }
      }
    }
  });
});
