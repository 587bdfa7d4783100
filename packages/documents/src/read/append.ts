/** Adds all items. Not `push(...items)`: a hostile document gives more items than a call can have arguments. */
export function append<T>(target: T[], items: Iterable<T>): void {
  for (const item of items) target.push(item);
}
