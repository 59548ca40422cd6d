/** The types of a pack in the order of its scenes, as its authors and readers know them; those of no scene come last, and within one the order stays. */
export function inSceneOrder<T extends { scene: string }>(types: readonly T[], scenes: Readonly<Record<string, unknown>>): T[] {
  const place = new Map(Object.keys(scenes).map((scene, i) => [scene, i]));
  const of = (type: T): number => place.get(type.scene) ?? place.size;
  return [...types].sort((a, b) => of(a) - of(b));
}
