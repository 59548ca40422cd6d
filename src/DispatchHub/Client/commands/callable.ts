import { city } from '../api/city';
import type { CaseView } from '../api/types';

/** Whether a department's part of the case is open: it was called and has not answered. */
export const isOpenAssist = (assist: NonNullable<CaseView['assists']>[number]): boolean => assist.state === 'called' || assist.state === 'reportedIn';

/** The departments that may be called to a case now: the standing team first, then the others, in the order of the pack. */
export function callableOn(view: CaseView): string[] {
  const callable = city.catalogue?.callable ?? {};
  const open = new Set((view.assists ?? []).filter(isOpenAssist).map((one) => one.department));
  const free = Object.keys(city.catalogue?.departments ?? {}).filter((id) => id in callable && !open.has(id));
  return [...free.filter((id) => callable[id]!.standing), ...free.filter((id) => !callable[id]!.standing)];
}

/** Those of them that assist in the type of the case. */
export function assistingOn(view: CaseView): string[] {
  const assist = city.type(view.type)?.assist ?? [];
  return callableOn(view).filter((id) => assist.includes(id));
}
