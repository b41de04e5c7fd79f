// Which country a line names, in the few forms that leave no doubt.

export interface Place {
  readonly country: string;
  /** Nation of the UK. */
  readonly nation: string | null;
}

const UK = (nation: string | null): Place => ({ country: 'UK', nation });
const in_ = (country: string): Place => ({ country, nation: null });

/** Pattern → place; longer names first where one holds another ("New South Wales", "Northern Ireland"). */
const NAMES: readonly (readonly [string, Place])[] = [
  ['Euro(?:pean)?[-–/](?:US|American)', in_('Europe and US')],
  ['New South Wales', in_('Australia')],
  ['New Zealand(?:ers?)?', in_('New Zealand')],
  ['Northern Ireland|Northern Irish', UK('Northern Ireland')],
  ['Hong Kong', in_('Hong Kong')],
  ['South Africa|South African', in_('South Africa')],
  ['South Korean?|Korean', in_('South Korea')],
  ['Puerto Ric(?:o|an)', in_('Puerto Rico')],
  [
    'New England|New Mexico|New York|New Jersey|New Hampshire|North Carolina|South Carolina',
    in_('US'),
  ],
  ['USA|US|U\\.S\\.A?\\.?|United States(?: of America)?|America|American', in_('US')],
  [
    'California|Texas|Florida|Oregon|Massachusetts|Connecticut|Pennsylvania|Illinois|Michigan|Minnesota|Wisconsin|Colorado|Arizona|Maryland|Kentucky|Tennessee|Alabama|Delaware',
    in_('US'),
  ],
  ['UK|U\\.K\\.|United Kingdom|Great Britain|Britain|British|GB', UK(null)],
  ['England|English(?!-language| language|-speaking)|London', UK('England')],
  ['Scotland|Scottish|Scots', UK('Scotland')],
  ['Wales|Welsh', UK('Wales')],
  ['Republic of Ireland|Ireland|Irish', in_('Ireland')],
  ['Australian?', in_('Australia')],
  ['Canada|Canadian', in_('Canada')],
  ['Sweden|Swedish', in_('Sweden')],
  ['Norway|Norwegian', in_('Norway')],
  ['Denmark|Danish', in_('Denmark')],
  ['Finland|Finnish', in_('Finland')],
  ['Iceland|Icelandic', in_('Iceland')],
  ['Germany|German', in_('Germany')],
  ['France|French', in_('France')],
  ['Netherlands|Dutch|Holland', in_('Netherlands')],
  ['Belgium|Belgian', in_('Belgium')],
  ['Switzerland|Swiss', in_('Switzerland')],
  ['Austrian?', in_('Austria')],
  ['Italy|Italian', in_('Italy')],
  ['Spain|Spanish(?!-language| language|-speaking)', in_('Spain')],
  ['Portugal|Portuguese', in_('Portugal')],
  ['Greece|Greek', in_('Greece')],
  ['Poland|Polish', in_('Poland')],
  ['Czech Republic|Czech', in_('Czech Republic')],
  ['Hungary|Hungarian', in_('Hungary')],
  ['Russian?', in_('Russia')],
  ['Ukrain(?:e|ian)', in_('Ukraine')],
  ['Israeli?', in_('Israel')],
  ['Iran(?:ian)?', in_('Iran')],
  ['Chinese|China', in_('China')],
  ['Japan(?:ese)?', in_('Japan')],
  ['Taiwan(?:ese)?', in_('Taiwan')],
  ['Thailand|Thai', in_('Thailand')],
  ['Malaysian?', in_('Malaysia')],
  ['Vietnam(?:ese)?', in_('Vietnam')],
  ['Brazil(?:ian)?', in_('Brazil')],
];

/** Names that only look like a country's: peoples, bodies and things called after one. */
const NOT_A_PLACE =
  /\b(?:(?:African|Asian|Native|Latin|North|South|Central|Mexican)[- ]American?s?|American (?:Indians?|Psychological|Psychiatric|Society|Medical|Journal)|New (?:England Journal)|British (?:Psychological|Medical|Journal)|Dutch courage|French (?:Polynesia))\b/g;

const COMPILED = NAMES.map(([pattern, place]) => ({
  whole: new RegExp(`^(?:the )?(?:${pattern})$`),
  place,
}));
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?=[A-Z])(?:${NAMES.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** The place that the whole of `name` stands for: "UK", "[US]" without its brackets, "Scotland". */
export function countryOfName(name: string): Place | null {
  const plain = name.trim();
  if (plain === '' || plain.length > 40) return null;
  return COMPILED.find(({ whole }) => whole.test(plain))?.place ?? null;
}

/** All places named in the text, each once, in its order. Only the first 3,000 units are read. */
export function placesIn(text: string): Place[] {
  const places = new Map<string, Place>();
  const read = text.slice(0, 3000).replace(NOT_A_PLACE, (words) => ' '.repeat(words.length));
  for (const match of read.matchAll(ANY)) {
    const at = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
    const place = NAMES[at]?.[1];
    if (!place) continue;
    const held = places.get(place.country);
    if (!held) places.set(place.country, place);
    else if (held.nation !== place.nation) places.set(place.country, { ...place, nation: null });
  }
  return [...places.values()];
}

/** The one place that the texts name, the first text that names any deciding; null where it names several. */
export function placeOf(texts: readonly string[]): Place | null {
  for (const text of texts) {
    const places = placesIn(text);
    if (places.length > 0) return places.length === 1 ? (places[0] ?? null) : null;
  }
  return null;
}
