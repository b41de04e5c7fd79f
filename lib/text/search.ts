// Binary search in ordered lists of numbers.

/** Index of the first row whose key is `wanted` or more; rows are `width` numbers wide, the key at `column`. Ordered by key. */
export function firstRowFrom(
  rows: ArrayLike<number>,
  width: number,
  column: number,
  wanted: number,
): number {
  let low = 0;
  let high = rows.length / width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle * width + column] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low * width;
}

/** Index of the first item whose key is `wanted` or more. Ordered by key. */
export function firstFrom<T>(
  items: readonly T[],
  key: (item: T) => number,
  wanted: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
