import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './entry';

interface Shape extends DBSchema {
  entries: { key: string; value: Entry };
  photos: { key: string; value: Blob };
  /** Single things by name: rows of a scope, the draft of a report, details of a case. */
  kept: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Shape>> | null = null;

/** What this device keeps for the field: the outbox with its photos, and what was last known. */
export function deviceStore(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('dispatch-field', 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id' });
      db.createObjectStore('photos');
      db.createObjectStore('kept');
    },
    terminated: () => (opened = null),
  });
  return opened;
}

/** What was kept under a name; null when nothing was, or when the browser lets nothing be kept. */
export async function kept<T>(name: string): Promise<T | null> {
  try {
    return ((await (await deviceStore()).get('kept', name)) as T | undefined) ?? null;
  } catch {
    return null; // A private window without storage: the page works online.
  }
}

/** Keeps a thing under a name; null forgets it. A browser that keeps nothing is no fault of the page. */
export async function keep(name: string, value: unknown): Promise<void> {
  try {
    const db = await deviceStore();
    await (value === null ? db.delete('kept', name) : db.put('kept', value, name));
  } catch {
    // As above.
  }
}

/** Forgets everything that was kept for reading; the outbox stays. */
export async function forgetKept(): Promise<void> {
  try {
    await (await deviceStore()).clear('kept');
  } catch {
    // As above.
  }
}
