// Which of two versions is the newer one.

/** Below 0 where `a` is older than `b`; both of the form `1.4.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const by = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}
