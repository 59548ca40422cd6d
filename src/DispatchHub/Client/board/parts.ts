import type { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';

interface RunCommand {
  runCommand(view: CaseView, name: string, running: { onBehalf?: boolean; also?: readonly CaseRow[]; initial?: object }): Promise<
    | { kind: 'given'; case: CaseView; many: { given: CaseView[]; refused: { caseId: string; problem: Problem }[] } }
    | { kind: 'refused'; problem: Problem }
    | { kind: 'cancelled' }
  >;
}

const found = import.meta.glob(['../map/case-map.ts', '../case/case-panel.ts', '../case/quick-entry.ts', '../commands/command-bar.ts', '../commands/run-command.ts', '../keys/key-sheet.ts']);

function bring(path: string): () => Promise<unknown> {
  return () => found[path]?.() ?? Promise.reject(new Error(path));
}

/** The parts of the board that come after its list: each is code of its own, brought when it is first wanted. */
export const parts = {
  map: bring('../map/case-map.ts'),
  panel: bring('../case/case-panel.ts'),
  entry: bring('../case/quick-entry.ts'),
  commandBar: bring('../commands/command-bar.ts'),
  keySheet: bring('../keys/key-sheet.ts'),
  runCommand: bring('../commands/run-command.ts') as () => Promise<RunCommand>,
};

export type Part = Exclude<keyof typeof parts, 'runCommand'>;
