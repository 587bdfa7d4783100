// What was measured, as one Markdown table.
export interface Line {
  readonly measure: string;
  /** Empty: for information. */
  readonly target: string;
  readonly figure: string;
  /** Left out when there is no target. */
  readonly isMet?: boolean;
  readonly rates?: string;
  readonly trips?: string;
  readonly milliseconds?: string;
}

const verdict = ({ isMet }: Line) => (isMet === undefined ? '' : isMet ? ' ✓' : ' ✗');

export function markdownOf(lines: readonly Line[]): string {
  const head = [
    'measure',
    'target',
    'figure',
    'requests/s, medians',
    'round trips a request',
    'processor ms a request, server + database',
  ];
  const rows = lines.map((line) => [
    line.measure,
    line.target,
    line.figure + verdict(line),
    line.rates ?? '',
    line.trips ?? '',
    line.milliseconds ?? '',
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
