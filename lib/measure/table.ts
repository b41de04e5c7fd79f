// Columns of text for a terminal, and the same as Markdown.

export type Cell = string | number | null;

/** A share as three decimals; a dash where there was nothing to divide by. */
export const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const asText = (cell: Cell): string => (cell === null ? '–' : String(cell));

/** Left-aligned words, right-aligned numbers (also shares that `share` wrote). */
export function textTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(asText));
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const right = head.map((_, i) =>
    rows.every((row) => /^([\d.,+-]+|–)$/.test(asText(row[i] ?? null))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((cell) => asText(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
