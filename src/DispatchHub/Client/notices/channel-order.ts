/** The order with one of it a place earlier. */
export function earlier(order: readonly string[], one: string): string[] {
  const at = order.indexOf(one);
  return at <= 0 ? [...order] : [...order.slice(0, at - 1), one, order[at - 1]!, ...order.slice(at + 1)];
}

/** The order without one of it; the last stays, since somebody must be told somehow. */
export function without(order: readonly string[], one: string): string[] {
  return order.length === 1 ? [...order] : order.filter((other) => other !== one);
}
