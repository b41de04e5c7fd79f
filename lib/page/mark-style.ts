// How marks look: names of the highlights and their style sheet, on light and on dark ground, in print and forced colours.

/** included; said not to be in scope; only named; and the mark whose card is open, included or ruled out. */
export const STANCES = ['asserted', 'excluded', 'other', 'current', 'current-excluded'] as const;
export type Stance = (typeof STANCES)[number];

/** The registry is one per document and shared with the page, so our names carry our own. */
export function highlightName(stance: Stance, dark: boolean): string {
  return `evidence-overlay-${stance}${dark ? '-dark' : ''}`;
}

interface Inks {
  readonly line: string;
  readonly quiet: string;
  /** Red, green and blue of the tint. */
  readonly tint: string;
  readonly tints: readonly [usual: number, current: number];
}

// The mark colours of the design tokens; a page's own style sheet cannot read our variables.
const LIGHT: Inks = { line: '#0a6b72', quiet: '#76818b', tint: '10 107 114', tints: [0.1, 0.16] };
const DARK: Inks = { line: '#6fc7cd', quiet: '#8b97a2', tint: '111 199 205', tints: [0.16, 0.22] };

function rule(stance: Stance, dark: boolean, body: string): string {
  return `::highlight(${highlightName(stance, dark)}){${body}}`;
}

function rules(dark: boolean): string {
  const { line, quiet, tint, tints } = dark ? DARK : LIGHT;
  const under = (style: string, offset = 3) =>
    `text-decoration:underline ${style};text-underline-offset:${offset}px;`;
  return [
    rule('asserted', dark, `${under(`2px ${line}`)}background-color:rgb(${tint}/${tints[0]})`),
    rule('excluded', dark, under(`2px dashed ${quiet}`)),
    rule('other', dark, under(`1px dotted ${line}`)),
    rule('current', dark, `${under(`3px ${line}`)}background-color:rgb(${tint}/${tints[1]})`),
    rule(
      'current-excluded',
      dark,
      `${under(`3px dashed ${quiet}`)}background-color:color-mix(in srgb,${quiet} 22%,transparent)`,
    ),
  ].join('');
}

/** Chromium shows every highlight in the reader's selection colours then, so line styles alone tell the stances apart. */
function forced(dark: boolean): string {
  const lines = {
    asserted: '2px',
    excluded: '2px dashed',
    other: '1px dotted',
    current: '4px double',
    'current-excluded': '4px dashed',
  };
  return STANCES.map((stance) =>
    rule(
      stance,
      dark,
      `text-decoration:underline ${lines[stance]} CanvasText;text-underline-offset:3px`,
    ),
  ).join('');
}

/** On paper the ground is white: lines stay, tints go, and there is no card for a mark to be that of. */
function printed(dark: boolean): string {
  return STANCES.map((stance) => {
    const line = stance.startsWith('current')
      ? 'text-decoration:none'
      : `text-decoration-color:${stance === 'excluded' ? LIGHT.quiet : LIGHT.line}`;
    return rule(stance, dark, `background-color:transparent;${line}`);
  }).join('');
}

export const MARK_STYLE = [
  `@media (forced-colors:none){${rules(false)}${rules(true)}}`,
  `@media (forced-colors:active){${forced(false)}${forced(true)}}`,
  `@media print{${printed(false)}${printed(true)}}`,
].join('\n');
