import { navigation } from './navigation';

/** Follows a link without a reload; a click that asks for a new tab or window is left to the browser. */
export function followLink(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const { pathname, search } = new URL((event.currentTarget as HTMLAnchorElement).href);
  navigation.go(pathname + search);
}
