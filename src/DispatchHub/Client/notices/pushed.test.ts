import { describe, expect, it, vi } from 'vitest';
import { openPushed, showPushed, type PushedNotice } from './pushed';

const offer: PushedNotice = {
  id: 'case.a.1.0~officer-1', caseId: 'a', urgent: true,
  subject: { zh: '有案件派给你，请接单', en: 'A case is offered to you' }, detail: { zh: '外立面', en: 'Façade' },
};

const pushed = (notice: unknown): { json(): unknown } => ({ json: () => notice });

async function shown(data: { json(): unknown } | null, language = 'en-GB'): Promise<unknown[][]> {
  const showNotification = vi.fn(async () => undefined);
  await showPushed(data, { registration: { showNotification }, language });
  return showNotification.mock.calls;
}

describe('a pushed notice', () => {
  it('is shown in the language of the device, and stays until somebody looks where it is urgent', async () => {
    expect(await shown(pushed(offer))).toEqual([
      ['A case is offered to you', { body: 'Façade', tag: offer.id, icon: '/icon-192.png', requireInteraction: true, data: { address: '/cases/a' } }],
    ]);
    const [[title, options]] = (await shown(pushed({ ...offer, urgent: false }), 'zh-CN')) as [[string, { body: string; requireInteraction: boolean }]];
    expect([title, options.body, options.requireInteraction]).toEqual(['有案件派给你，请接单', '外立面', false]);
  });

  it('takes the place of an earlier one of the same notice', async () => {
    const tags = [...(await shown(pushed(offer))), ...(await shown(pushed(offer)))].map(([, options]) => (options as { tag: string }).tag);
    expect(new Set(tags).size).toBe(1);
  });

  it('of a roster leads to that roster', async () => {
    const [[, options]] = (await shown(pushed({ ...offer, caseId: null, team: 'street:xiashi', day: '2026-03-17' }))) as [[string, { data: unknown }]];
    expect(options.data).toEqual({ address: '/roster?team=street%3Axiashi&week=2026-03-17' });
  });

  it.each([null, pushed(undefined), pushed({}), { json: () => JSON.parse('no json') as unknown }])('that cannot be read shows nothing', async (data) => {
    expect(await shown(data)).toEqual([]);
  });
});

describe('a tap on a notification', () => {
  const opened = vi.fn(async () => undefined);

  it('leads a page that is open to what it is about, and brings it to the front', async () => {
    const focus = vi.fn(async () => undefined);
    const navigate = vi.fn(async () => ({ focus }));
    await openPushed({ address: '/cases/a' }, [{ navigate }], opened);
    expect(navigate).toHaveBeenCalledWith('/cases/a');
    expect(focus).toHaveBeenCalledOnce();
    expect(opened).not.toHaveBeenCalled();
  });

  it('opens a page where none is', async () => {
    await openPushed({ address: '/cases/a' }, [], opened);
    expect(opened).toHaveBeenCalledWith('/cases/a');
  });
});
