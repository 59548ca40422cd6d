/** More are not kept; older calls have moved on by then. */
const MOST = 300;

/** The calls that a person has seen on this device; kept through a reload. */
export function seenCalls(userName: string): { turns: ReadonlySet<string>; add: (turns: readonly string[]) => void } {
  const name = `dispatch.field.seen ${userName}`;
  const turns = new Set(JSON.parse(localStorage.getItem(name) ?? '[]') as string[]);
  return {
    turns,
    add(more) {
      more.forEach((turn) => turns.add(turn));
      localStorage.setItem(name, JSON.stringify([...turns].slice(-MOST)));
    },
  };
}
