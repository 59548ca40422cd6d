import { noticeAddress, type NoticeMatter } from './notice-address';

/** A notice as the hub pushes it, encrypted for this client. */
export interface PushedNotice extends NoticeMatter {
  id: string;
  urgent: boolean;
  subject: { zh: string; en: string };
  detail: { zh: string; en: string };
}

/** What of a service worker a pushed notice needs. */
export interface Worker {
  registration: Pick<ServiceWorkerRegistration, 'showNotification'>;
  language: string;
}

/** An open page of ours. */
export interface Page {
  navigate(address: string): Promise<{ focus(): Promise<unknown> } | null>;
}

/** Shows a pushed notice, one notification however often it comes. What cannot be read shows nothing. */
export async function showPushed(data: { json(): unknown } | null, worker: Worker): Promise<void> {
  const notice = read(data);
  if (notice) {
    // A worker does not know the language that the person chose for the pages; the device's own is the next best.
    const spoken = worker.language.startsWith('zh') ? 'zh' : 'en';
    await worker.registration.showNotification(notice.subject[spoken], {
      body: notice.detail[spoken], tag: notice.id, icon: '/icon-192.png', requireInteraction: notice.urgent, data: { address: noticeAddress(notice) },
    });
  }
}

/** Opens what a notification is about: in a page that is open, else in a new one. */
export async function openPushed(data: unknown, pages: readonly Page[], open: (address: string) => Promise<unknown>): Promise<void> {
  const { address } = data as { address: string };
  const [page] = pages;
  await (page ? (await page.navigate(address))?.focus() : open(address));
}

function read(data: { json(): unknown } | null): PushedNotice | null {
  try {
    const notice = data?.json() as PushedNotice | undefined;
    return notice?.subject && notice.detail ? notice : null;
  } catch {
    return null;
  }
}
