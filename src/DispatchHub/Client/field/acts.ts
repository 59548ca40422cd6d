import type { CaseRow, CaseStatus } from '../api/types';
import type { IconName } from '../parts/icon';
import type { Word } from '../words/say';
import type { Entry } from '../outbox/entry';
import { checksAs, waitingFor, type Me } from './my-work';
import { fieldWords as w } from './words';

/** One large button of a case. */
export interface Act {
  name: string;
  word: Word;
  icon: IconName;
  look: 'primary' | 'yes' | 'no' | 'plain';
  body?: Record<string, unknown>;
  /** What is asked for before it is given; nothing: one tap. */
  asks?: 'reason' | 'finish' | 'photo' | 'text';
}

const extraTime: Act = { name: 'take-extra-time', word: w.extraTime, icon: 'clock', look: 'plain', asks: 'reason' };
const photo: Act = { name: 'attach-evidence', word: w.photo, icon: 'camera', look: 'plain', asks: 'photo' };

/** What I can do next with a case that stands (or will stand) in `status`; the most likely first. */
export function actsOf(row: CaseRow, status: CaseStatus, entries: readonly Entry[], me: Me): Act[] {
  const acts = nextActs(row, status, entries, me);
  return mayTakeExtraTime(row, status, entries, me) ? [...acts, extraTime] : acts;
}

/** While the case is mine and the rules leave it a small extra span; what waits to be sent moves clocks, so nothing may. */
function mayTakeExtraTime(row: CaseRow, status: CaseStatus, entries: readonly Entry[], me: Me): boolean {
  const mine = (row.status === 'EnRoute' || row.status === 'OnSite') && row.officerIds.includes(me.userName);
  const grid = row.status === 'AtGrid' && me.role === 'gridWorker' && String(row.responsible) === me.area;
  return row.extraTimeLeft === true && row.status === status && (mine || grid) && waitingFor(row.id, entries).length === 0;
}

function nextActs(row: CaseRow, status: CaseStatus, entries: readonly Entry[], me: Me): Act[] {
  const mine = row.officerIds.includes(me.userName) && (me.role === 'officer' || me.role === 'captain');
  const grid = me.role === 'gridWorker' && String(row.responsible) === me.area;
  switch (status) {
    case 'Offered':
      return mine ? [act('offer-accept', w.accept, 'check', 'primary'), { ...act('offer-decline', w.decline, 'close', 'plain'), asks: 'reason' }] : [photo];
    case 'EnRoute':
      return mine ? [act('arrive', w.onSite, 'pin', 'primary'), photo] : [photo];
    case 'OnSite':
      return mine ? onSite(milestones(row, entries)) : [photo];
    case 'AwaitingVerification':
      return grid ? [act('verify-report', w.verifyYes, 'check', 'yes', { confirmed: true }), act('verify-report', w.verifyNo, 'close', 'no', { confirmed: false }), photo] : [photo];
    case 'AtGrid':
      return grid
        ? [{ ...act('settle', w.settle, 'check', 'primary'), asks: 'finish' }, { ...act('pass-up', w.passUp, 'arrow-up', 'plain'), asks: 'reason' }, photo]
        : [photo];
    case 'AwaitingCheck':
      return String(row.responsible) === checksAs(me) && row.status === status
        ? [act('check', w.checkYes, 'check', 'yes', { passed: true }), act('check', w.checkNo, 'close', 'no', { passed: false }), photo]
        : [photo];
    case 'Closed':
    case 'Rejected':
    case 'Merged':
      return [];
    default:
      return [photo];
  }
}

/** One button leads: to stop the work while that clock runs, else to finish. */
function onSite(milestones: readonly Act[]): Act[] {
  const look = milestones.some((one) => one.look === 'primary') ? 'plain' : 'primary';
  return [...milestones, { ...act('resolve', w.resolve, 'check', look), asks: 'finish' }, photo];
}

/** The milestones whose clocks run, such as stopped work; each once. */
function milestones(row: CaseRow, entries: readonly Entry[]): Act[] {
  const done = new Set(waitingFor(row.id, entries).filter((entry) => entry.name === 'record-milestone').map((entry) => entry.body['milestone']));
  return row.clocks
    .filter((clock) => clock.state === 'Running' && clock.name in milestoneActs && !done.has(clock.name))
    .map((clock) => milestoneActs[clock.name]!);
}

const milestoneActs: Record<string, Act> = {
  'stop-work': act('record-milestone', w.stopped, 'stop-hand', 'primary', { milestone: 'stop-work' }),
  decide: act('record-milestone', w.decided, 'edit', 'plain', { milestone: 'decide' }),
};

function act(name: string, word: Word, icon: IconName, look: Act['look'], body?: Record<string, unknown>): Act {
  return { name, word, icon, look, ...(body ? { body } : {}) };
}
