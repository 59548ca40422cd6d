import { deviceStore } from './device-store';
import type { Entry } from './entry';
import { asOfNow, canDiscard, hurried, outdated, placed, settled, uploaded, withFollowers, type Outcome } from './outbox-plan';

/** Every change of the outbox is one transaction on what is stored, so that tabs do not overwrite each other. */
export const outboxStore = {
  async all(): Promise<Entry[]> {
    return (await deviceStore()).getAll('entries');
  },

  /** @returns the entry as stored; null when the report that it follows is gone. */
  async add(entry: Entry, photos: ReadonlyMap<string, Blob>): Promise<Entry | null> {
    const tx = (await deviceStore()).transaction(['entries', 'photos'], 'readwrite');
    const made = placed(await tx.objectStore('entries').getAll(), entry);
    if (made) {
      await tx.objectStore('entries').put(made);
      for (const [key, blob] of photos) {
        await tx.objectStore('photos').put(blob, key);
      }
    }
    await tx.done;
    return made;
  },

  async photo(key: string): Promise<Blob | null> {
    return (await (await deviceStore()).get('photos', key)) ?? null;
  },

  uploaded(id: string, photoKey: string, evidenceId: string): Promise<Entry | null> {
    return change(id, (entry) => uploaded(entry, photoKey, evidenceId));
  },

  /** Fixes an entry before it goes out. @returns null when it was taken back meanwhile. */
  fix(id: string, fixing: (entry: Entry) => Entry): Promise<Entry | null> {
    return change(id, (entry) => (entry.state === 'waiting' ? fixing(entry) : null));
  },

  /** A refused entry goes out again as a new intent. */
  again(id: string, key: string): Promise<Entry | null> {
    return change(id, (entry) => (entry.state === 'refused' ? asOfNow(entry, key) : null));
  },

  /** Forgets how long to wait: the network is back. */
  async hurry(): Promise<void> {
    const tx = (await deviceStore()).transaction('entries', 'readwrite');
    for (const entry of hurried(await tx.store.getAll())) {
      await tx.store.put(entry);
    }
    await tx.done;
  },

  async settle(id: string, outcome: Outcome, now: number): Promise<void> {
    const tx = (await deviceStore()).transaction(['entries', 'photos'], 'readwrite');
    const entries = tx.objectStore('entries');
    const changed = settled(await entries.getAll(), id, outcome, now);
    for (const entry of changed) {
      await entries.put(entry);
    }
    const sent = changed.find((entry) => entry.state === 'sent');
    for (const photo of sent?.photos ?? []) {
      await tx.objectStore('photos').delete(photo.key);
    }
    for (const old of outdated(await entries.getAll())) {
      await entries.delete(old.id);
    }
    await tx.done;
  },

  /** Takes an entry away, with the commands on the report that it is. @returns whether it could be. */
  async discard(id: string): Promise<boolean> {
    const tx = (await deviceStore()).transaction(['entries', 'photos'], 'readwrite');
    const entries = await tx.objectStore('entries').getAll();
    const entry = entries.find((one) => one.id === id);
    const may = entry !== undefined && canDiscard(entry);
    if (may) {
      for (const gone of withFollowers(entries, id)) {
        await tx.objectStore('entries').delete(gone.id);
        for (const photo of gone.photos) {
          await tx.objectStore('photos').delete(photo.key);
        }
      }
    }
    await tx.done;
    return may;
  },
};

async function change(id: string, how: (entry: Entry) => Entry | null): Promise<Entry | null> {
  const tx = (await deviceStore()).transaction('entries', 'readwrite');
  const entry = await tx.store.get(id);
  const changed = entry ? how(entry) : null;
  if (changed) {
    await tx.store.put(changed);
  }
  await tx.done;
  return changed;
}
