/** The parts of the board that come after its list: each is code of its own, brought when it is first wanted. */
export const parts = {
  map: () => import('../map/case-map'),
  panel: () => import('../case/case-panel'),
  entry: () => import('../case/quick-entry'),
  commandBar: () => import('../commands/command-bar'),
  keySheet: () => import('../keys/key-sheet'),
  /** What asks for the fields of a command and gives it. */
  commands: () => import('./give-orders'),
};
