import { ask, get } from '../api/http';

/** How this device stands to Web Push. */
export type PushState = 'cannot' | 'away' | 'denied' | 'off' | 'on';

/** What a person can turn on here; asks for no permission. */
export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    return 'cannot';
  }
  if ((await key()) === null) {
    return 'away';
  }
  if (Notification.permission === 'denied') {
    return 'denied';
  }
  return (await subscription()) ? 'on' : 'off';
}

/** Turns it on, after the person said so: the browser asks them, and the hub learns where this client is. */
export async function turnPushOn(): Promise<PushState> {
  const known = await key();
  if (known === null) {
    return 'away';
  }
  if ((await Notification.requestPermission()) !== 'granted') {
    return 'denied';
  }
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: known });
  const { endpoint, keys } = made.toJSON();
  await ask('PUT', '/api/push/subscription', { body: { endpoint, keys } });
  return 'on';
}

/** Turns it off on this device. */
export async function turnPushOff(): Promise<PushState> {
  const made = await subscription();
  if (made) {
    await ask('DELETE', '/api/push/subscription', { body: { endpoint: made.endpoint } });
    await made.unsubscribe();
  }
  return 'off';
}

async function key(): Promise<string | null> {
  return (await get<{ key: string | null }>('/api/push/key')).key;
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}
