import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from './entry';
import { asOfNow, bodyOf, canTakeBack, fixed, HOLD_MS, holdFor, hurried, laneOf, MOST_SENT, nextStep, outdated, placed, settled, takenByPartner, uploaded, withFollowers } from './outbox-plan';

const AT = Date.parse('2026-03-10T10:00:00+08:00');

function entry(change: Partial<Entry> = {}): Entry {
  const id = change.id ?? 'e1';
  return {
    id, owner: 'officer-1', seq: 1, key: `key-${id}`, target: { kind: 'case', caseId: 'c1' }, name: 'arrive', body: {}, photos: [], decidedAt: 0, timed: true,
    holdUntil: 0, state: 'waiting', earliest: null, occurredAt: null, tried: false, failures: 0, notBefore: 0, refused: null,
    about: { number: null, type: null, place: null }, ...change,
  };
}

describe('the order of the outbox', () => {
  it('holds an entry until it can no longer be taken back', () => {
    const held = entry({ holdUntil: HOLD_MS });

    expect(nextStep([held], 'officer-1', HOLD_MS - 1)).toEqual({ kind: 'wait', until: HOLD_MS });
    expect(nextStep([held], 'officer-1', HOLD_MS)).toMatchObject({ kind: 'send' });
  });

  it('sends the commands of one case in the order in which they were decided, and lets other cases pass', () => {
    const entries = [
      entry({ id: 'b', seq: 2 }),
      entry({ id: 'a', seq: 1, notBefore: 500 }),
      entry({ id: 'c', seq: 3, target: { kind: 'case', caseId: 'c2' } }),
    ];

    expect(nextStep(entries, 'officer-1', 0)).toMatchObject({ kind: 'send', entry: { id: 'c' } });
    expect(nextStep(entries, 'officer-1', 500)).toMatchObject({ kind: 'send', entry: { id: 'a' } });
  });

  it('uploads every photo before it sends', () => {
    const photos = [{ key: 'p1', evidenceId: null }, { key: 'p2', evidenceId: null }];
    let one = entry({ photos });

    expect(nextStep([one], 'officer-1', 0)).toMatchObject({ kind: 'upload', photoKey: 'p1' });
    one = uploaded(one, 'p1', 'x');
    expect(nextStep([one], 'officer-1', 0)).toMatchObject({ kind: 'upload', photoKey: 'p2' });
    one = uploaded(one, 'p2', 'y');
    expect(nextStep([one], 'officer-1', 0)).toMatchObject({ kind: 'send' });
    expect(bodyOf(one)).toEqual({ evidenceIds: ['x', 'y'] });
  });

  it('lets a call for help wait for nothing that was decided before it, and holds nothing up with it', () => {
    const entries = [entry({ id: 'a', state: 'refused' }), entry({ id: 'b', seq: 2, notBefore: 900 }), entry({ id: 'sos', seq: 3, name: 'raise-alarm' })];

    expect(nextStep(entries, 'officer-1', 0)).toMatchObject({ kind: 'send', entry: { id: 'sos' } });
  });

  it('sends only what its own person decided', () => {
    expect(nextStep([entry()], 'officer-2', 0)).toEqual({ kind: 'wait', until: null });
  });

  it('leaves what follows a refusal on the same case to the person', () => {
    const entries = [entry({ id: 'a', state: 'refused' }), entry({ id: 'b', seq: 2 })];

    expect(nextStep(entries, 'officer-1', 0)).toEqual({ kind: 'wait', until: null });
  });

  it('keeps a command on a report of this device until the report has its case', () => {
    const report = entry({ id: 'r', name: 'report', target: { kind: 'report' } });
    const settle = entry({ id: 's', seq: 2, name: 'settle', target: { kind: 'reported', entryId: 'r' } });
    const after = settled([report, settle], 'r', { kind: 'taken', caseId: 'c9', openedAt: '2026-03-10T10:00:05+08:00' }, 0);

    expect(laneOf(settle)).toBe(laneOf(report));
    expect(after).toMatchObject([{ id: 'r', state: 'sent' }, { id: 's', target: { kind: 'case', caseId: 'c9' }, earliest: '2026-03-10T10:00:05+08:00' }]);
  });

  it('puts a command on a report that was sent meanwhile onto its case, and none on a report that is gone', () => {
    const sent = entry({ id: 'r', state: 'sent', target: { kind: 'case', caseId: 'c9' } });
    const settle = entry({ id: 's', target: { kind: 'reported', entryId: 'r' } });

    expect(placed([sent], settle)).toMatchObject({ seq: 2, target: { kind: 'case', caseId: 'c9' } });
    expect(placed([], settle)).toBeNull();
  });

  it('waits longer after each failure and at least as long as the server asks', () => {
    const [first] = settled([entry()], 'e1', { kind: 'passing', retryAfterMs: null }, 100);
    const [second] = settled([first!], 'e1', { kind: 'passing', retryAfterMs: null }, 100);
    const [asked] = settled([first!], 'e1', { kind: 'passing', retryAfterMs: 60_000 }, 100);

    expect(second!.notBefore).toBeGreaterThan(first!.notBefore);
    expect(asked!.notBefore).toBe(60_100);
  });

  it('waits no longer when the network is back', () => {
    const [late] = settled([entry()], 'e1', { kind: 'passing', retryAfterMs: null }, 100);

    expect(nextStep(hurried([late!]), 'officer-1', 100)).toMatchObject({ kind: 'send' });
  });

  it('keeps only the last of what was sent', () => {
    const entries = Array.from({ length: MOST_SENT + 3 }, (_, i) => entry({ id: `e${i}`, seq: i, state: 'sent' }));

    expect(outdated(entries).map((one) => one.id)).toEqual(['e0', 'e1', 'e2']);
  });
});

describe('when something happened', () => {
  const cityTimeAt = (device: number): number => AT + device * 60;

  it('is the city time of the tap, however late it is sent', () => {
    expect(fixed(entry({ decidedAt: 1_000 }), cityTimeAt, AT + 10_000_000).occurredAt).toBe(new Date(AT + 60_000).toISOString());
  });

  it('stays the same with every further try, as the body of one key must', () => {
    const once = fixed(entry({ decidedAt: 1_000 }), cityTimeAt, AT + 10_000_000);

    expect(fixed(once, () => AT + 5, AT + 10_000_000)).toEqual(once);
  });

  it('is never ahead of the city, nor before the report that it follows', () => {
    expect(fixed(entry({ decidedAt: 1_000 }), cityTimeAt, AT + 5).occurredAt).toBe(new Date(AT + 5).toISOString());
    const opened = new Date(AT + 90_000).toISOString();
    expect(fixed(entry({ decidedAt: 1_000, earliest: opened }), cityTimeAt, AT + 10_000_000).occurredAt).toBe(opened);
  });

  it('is left out of what counts as of its arrival, which is a new intent with its photos sent again', () => {
    const refused = entry({ state: 'refused', occurredAt: new Date(AT).toISOString(), tried: true, photos: [{ key: 'p', evidenceId: 'x' }] });
    const again = asOfNow(refused, 'new');

    expect(fixed(again, cityTimeAt, AT)).toMatchObject({ key: 'new', occurredAt: null, state: 'waiting', photos: [{ evidenceId: null }] });
  });
});

it('can be taken back until it was tried', () => {
  expect(canTakeBack(entry())).toBe(true);
  expect(canTakeBack(entry({ tried: true }))).toBe(false);
});

it('takes the commands on a report along when the report goes', () => {
  const report = entry({ id: 'r', target: { kind: 'report' } });
  const follows = entry({ id: 's', target: { kind: 'reported', entryId: 'r' } });

  expect(withFollowers([report, follows, entry({ id: 'x' })], 'r').map((one) => one.id)).toEqual(['r', 's']);
});

/** A server that carries out a key once, as docs/protocol.md says, and keeps the order of what it carried out. */
class Server {
  readonly done: { key: string; caseId: string }[] = [];
  private readonly bodies = new Map<string, string>();
  private cases = 0;

  take(sent: Entry): { caseId: string } {
    const body = JSON.stringify(bodyOf(sent));
    const before = this.bodies.get(sent.key);
    expect(before ?? body, 'one key, one body').toBe(body);
    const known = this.done.find((one) => one.key === sent.key);
    if (known) {
      return { caseId: known.caseId };
    }
    this.bodies.set(sent.key, body);
    const caseId = sent.target.kind === 'report' ? `made-${++this.cases}` : sent.target.kind === 'case' ? sent.target.caseId : 'unnamed';
    this.done.push({ key: sent.key, caseId });
    return { caseId };
  }
}

type Turn =
  | { kind: 'decide'; on: 'c1' | 'c2' | 'report' | 'last report' }
  | { kind: 'take back' }
  | { kind: 'pass'; ms: number }
  | { kind: 'try'; ends: 'answered' | 'never arrived' | 'answer lost' | 'page closed' | 'sent twice' };

const turns = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('decide' as const), on: fc.constantFrom('c1' as const, 'c2' as const, 'report' as const, 'last report' as const) }),
    fc.record({ kind: fc.constant('take back' as const) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(10, 5_000, 12_000) }),
    fc.record({ kind: fc.constant('try' as const), ends: fc.constantFrom('answered' as const, 'never arrived' as const, 'answer lost' as const, 'page closed' as const, 'sent twice' as const) }),
  ),
  { maxLength: 60 },
);

/** What the store of a device holds, and what happens to it turn by turn. */
class Device {
  entries: Entry[] = [];
  now = 0;
  readonly decided: { key: string; on: string }[] = [];

  constructor(private readonly server: Server) {}

  decide(on: string): void {
    const id = `e${this.decided.length}`;
    const lastReport = this.decided.findLast((one) => one.on === 'report');
    const reportId = lastReport?.key.replace('key-', '');
    if (on === 'last report' && reportId === undefined) {
      return;
    }
    const target: Entry['target'] = on === 'report' ? { kind: 'report' } : on === 'last report' ? { kind: 'reported', entryId: reportId! } : { kind: 'case', caseId: on };
    const made = placed(this.entries, entry({ id, target, decidedAt: this.now, holdUntil: this.now + HOLD_MS }));
    if (made) {
      this.entries.push(made);
      this.decided.push({ key: made.key, on: on === 'last report' ? reportId! : on === 'report' ? id : on });
    }
  }

  takeBack(): void {
    const last = this.entries.findLast(canTakeBack);
    const gone = new Set(last ? withFollowers(this.entries, last.id).map((one) => one.id) : []);
    this.entries = this.entries.filter((one) => !gone.has(one.id));
    for (const id of gone) {
      this.decided.splice(this.decided.findIndex((one) => one.key === `key-${id}`), 1);
    }
  }

  try(ends: Extract<Turn, { kind: 'try' }>['ends']): void {
    const step = nextStep(this.entries, 'officer-1', this.now);
    if (step.kind !== 'send') {
      return;
    }
    const sent = fixed(step.entry, (device) => AT + device, AT + this.now);
    this.put([sent]);
    if (ends === 'never arrived') {
      this.put(settled(this.entries, sent.id, { kind: 'passing', retryAfterMs: null }, this.now));
      return;
    }
    const { caseId } = this.server.take(sent);
    if (ends === 'answer lost') {
      this.put(settled(this.entries, sent.id, { kind: 'passing', retryAfterMs: null }, this.now));
    } else if (ends !== 'page closed') {
      const opened = sent.target.kind === 'report' ? new Date(AT + this.now).toISOString() : null;
      this.put(settled(this.entries, sent.id, { kind: 'taken', caseId, openedAt: opened }, this.now));
      if (ends === 'sent twice') {
        this.server.take(sent);
        this.put(settled(this.entries, sent.id, { kind: 'taken', caseId, openedAt: opened }, this.now));
      }
    }
  }

  run(): void {
    for (let step = nextStep(this.entries, 'officer-1', this.now); step.kind !== 'wait' || step.until !== null; step = nextStep(this.entries, 'officer-1', this.now)) {
      if (step.kind === 'wait') {
        this.now = step.until!;
      } else {
        this.try('answered');
      }
    }
  }

  private put(changed: readonly Entry[]): void {
    this.entries = this.entries.map((one) => changed.find((change) => change.id === one.id) ?? one);
  }
}

it('carries out each intent exactly once and in order per case, whatever outages, reloads and second tabs come between', () => {
  fc.assert(
    fc.property(turns, (list) => {
      const server = new Server();
      const device = new Device(server);
      for (const turn of list) {
        switch (turn.kind) {
          case 'decide':
            device.decide(turn.on);
            break;
          case 'take back':
            device.takeBack();
            break;
          case 'pass':
            device.now += turn.ms;
            break;
          case 'try':
            device.try(turn.ends);
        }
      }
      device.run();

      expect(server.done.map((one) => one.key).sort()).toEqual(device.decided.map((one) => one.key).sort());
      expect(server.done.every((one) => one.caseId !== 'unnamed')).toBe(true);
      for (const on of new Set(device.decided.map((one) => one.on))) {
        const wanted = device.decided.filter((one) => one.on === on).map((one) => one.key);
        expect(server.done.map((one) => one.key).filter((key) => wanted.includes(key))).toEqual(wanted);
      }
    }),
    { numRuns: 500 },
  );
});

describe('what was just decided', () => {
  it('is held for ten seconds, less when a clock would run out meanwhile', () => {
    expect(holdFor(null, 1)).toBe(HOLD_MS);
    expect(holdFor(12_000, 1)).toBe(7_000);
    expect(holdFor(4_000, 1)).toBe(2_000);
    expect(holdFor(300_000, 1)).toBe(HOLD_MS);
    expect(holdFor(300_000, 60)).toBe(2_500);
  });

  it('is not hurried once the clock has run out', () => {
    expect(holdFor(-1, 60)).toBe(HOLD_MS);
  });
});

describe('a step that officers take once for the visit', () => {
  const accept = entry({ owner: 'officer-4', name: 'offer-accept' });

  it('counts as taken when the other officer was first', () => {
    expect(takenByPartner(accept, { status: 'EnRoute', officerIds: ['officer-3', 'officer-4'] })).toBe(true);
    expect(takenByPartner({ ...accept, name: 'arrive' }, { status: 'OnSite', officerIds: ['officer-3', 'officer-4'] })).toBe(true);
  });

  it('is a matter to decide when the case went to others, or further', () => {
    expect(takenByPartner(accept, { status: 'EnRoute', officerIds: ['officer-1', 'officer-2'] })).toBe(false);
    expect(takenByPartner(accept, { status: 'AwaitingCheck', officerIds: ['officer-3', 'officer-4'] })).toBe(false);
    expect(takenByPartner({ ...accept, name: 'resolve' }, { status: 'OnSite', officerIds: ['officer-4'] })).toBe(false);
  });

  it('lets go what waits behind it', () => {
    const behind = entry({ id: 'b', seq: 2, owner: 'officer-4', name: 'arrive' });
    const after = settled([accept, behind], accept.id, { kind: 'taken', caseId: null, openedAt: null, byPartner: true }, 0);

    expect(after).toEqual([{ ...accept, state: 'sent', byPartner: true }]);
    expect(nextStep([...after, behind], 'officer-4', 0)).toMatchObject({ kind: 'send', entry: { id: 'b' } });
  });
});
