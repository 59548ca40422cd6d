/** A page for people without an account: it has an address that nobody guesses, and asks for no sign-in. */
interface PublicPage {
  /** What its address begins with. */
  start: string;
  element: string;
  load: () => Promise<unknown>;
}

const publicPages: readonly PublicPage[] = [
  { start: '/g/', element: 'guidance-page', load: () => import('../decoration/estates/guidance-page') },
];

/** The public page at an address; null for every other one. */
export function publicPageAt(path: string): PublicPage | null {
  return publicPages.find((page) => path.startsWith(page.start) && path.length > page.start.length) ?? null;
}
