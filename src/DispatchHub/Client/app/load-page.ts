import { Problem } from '../api/problem';

/** The hub answers, but no longer has the code of this page: a new version was installed since the tab was opened. */
export const PAGE_REPLACED = 'page-replaced';

/** Brings code, such as that of a page. @throws Problem `page-replaced` or `unreachable`. */
export async function loadCode(load: () => Promise<unknown>): Promise<void> {
  try {
    await load();
  } catch (fault) {
    const there = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    );
    throw there ? new Problem(0, PAGE_REPLACED, String(fault)) : Problem.unreachable();
  }
}
