// How marks look: names of the highlights and their style sheet, on light and on dark ground, in print and forced colours.

/** included; said not to be in scope; only named; and the mark whose card is open, included or ruled out. */
export const STANCES = ['asserted', 'excluded', 'other', 'current', 'current-excluded'] as const;
export type Stance = (typeof STANCES)[number];

/** Underline and tint; one of them; a dotted line; nothing but the mark whose card is open. */
export type MarkStyle = 'both' | 'underline' | 'background' | 'dotted' | 'none';

/** The registry is one per document and shared with the page, so our names carry our own. */
export function highlightName(stance: Stance, dark: boolean): string {
  return `evidence-overlay-${stance}${dark ? '-dark' : ''}`;
}

interface Inks {
  readonly line: string;
  readonly quiet: string;
  /** Red, green and blue of the tint. */
  readonly tint: string;
  readonly tints: readonly [usual: number, current: number, alone: number];
}

// The mark colours of the design tokens; a page's own style sheet cannot read our variables.
const LIGHT: Inks = {
  line: '#0a6b72',
  quiet: '#76818b',
  tint: '10 107 114',
  tints: [0.1, 0.16, 0.2],
};
const DARK: Inks = {
  line: '#6fc7cd',
  quiet: '#8b97a2',
  tint: '111 199 205',
  tints: [0.16, 0.22, 0.28],
};

function rule(stance: Stance, dark: boolean, body: string): string {
  return `::highlight(${highlightName(stance, dark)}){${body}}`;
}

function rules(dark: boolean, look: MarkStyle): string {
  const { line, quiet, tint, tints } = dark ? DARK : LIGHT;
  const under = (style: string, offset = 3) =>
    `text-decoration:underline ${style};text-underline-offset:${offset}px;`;
  const ground = (share: number) => `background-color:rgb(${tint}/${share})`;
  const asserted = {
    both: `${under(`2px ${line}`)}${ground(tints[0])}`,
    underline: under(`2px ${line}`),
    background: ground(tints[2]),
    dotted: under(`2px dotted ${line}`),
    none: '',
  }[look];
  return [
    ...(look === 'none'
      ? []
      : [
          rule('asserted', dark, asserted),
          // Ruled out stays told apart by its line, whatever the style: colour alone says nothing.
          rule('excluded', dark, under(`2px dashed ${quiet}`)),
          rule(
            'other',
            dark,
            look === 'background' ? ground(tints[0]) : under(`1px dotted ${line}`),
          ),
        ]),
    rule('current', dark, `${under(`3px ${line}`)}${ground(tints[1])}`),
    rule(
      'current-excluded',
      dark,
      `${under(`3px dashed ${quiet}`)}background-color:color-mix(in srgb,${quiet} 22%,transparent)`,
    ),
  ].join('');
}

/** Chromium shows every highlight in the reader's selection colours then, so line styles alone tell the stances apart. */
function forced(dark: boolean, look: MarkStyle): string {
  const lines = {
    asserted: look === 'dotted' ? '2px dotted' : '2px',
    excluded: '2px dashed',
    other: '1px dotted',
    current: '4px double',
    'current-excluded': '4px dashed',
  };
  return STANCES.filter((stance) => look !== 'none' || stance.startsWith('current'))
    .map((stance) =>
      rule(
        stance,
        dark,
        `text-decoration:underline ${lines[stance]} CanvasText;text-underline-offset:3px`,
      ),
    )
    .join('');
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

/** The style sheet of all highlights. */
export function markStyle(look: MarkStyle): string {
  return [
    `@media (forced-colors:none){${rules(false, look)}${rules(true, look)}}`,
    `@media (forced-colors:active){${forced(false, look)}${forced(true, look)}}`,
    `@media print{${printed(false)}${printed(true)}}`,
  ].join('\n');
}
