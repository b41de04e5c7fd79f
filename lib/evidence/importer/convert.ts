// An imported cell → cell, entries and passages in the evidence's own form, for the reader's review.

import { say } from '../../words/words';
import { Cell, Entry, Link, Passage, type Relation } from '../model';
import { INVERSE } from '../packs/integrity';
import { cellOfAddress } from './addresses';
import type { ImportedCell, ImportedEntry, ImportedRelation, SecondaryDocument } from './model';
import { slugOf } from './slugs';
import { stemsOf } from './words';

export interface Converted {
  readonly cell: Cell;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
  /** What has no place in the evidence's form, in plain words. */
  readonly left: readonly string[];
}

export interface ConvertOptions {
  readonly cellId: string;
  /** File name as the reader knows it, and the day of the import (`2026-11-24`); both go into `source`. */
  readonly file: string;
  readonly date: string;
  /** Id of an entry that is held already and is the same; its id is kept so that what refers to it still does. */
  readonly heldId: (entry: {
    title: string;
    year: number | null;
    role: Entry['role'];
  }) => string | null;
  readonly heldCell: Cell | null;
  /** Address that links of the page are relative to. */
  readonly base?: string;
}

/** Begins the name of a document whose title the line does not give. */
export const UNTITLED = 'Document linked at ';
const SITE = 'https://findings.org.uk/PHP/';

/** Every value returned fits the schema of lib/evidence/model; texts are the page's own and stay on the reader's machine. */
export function convertCell(imported: ImportedCell, options: ConvertOptions): Converted {
  const converter = new Converter(imported, options);
  return converter.run();
}

class Converter {
  private readonly left: string[] = [];
  private readonly taken = new Set<string>();
  private readonly source: string;

  constructor(
    private readonly imported: ImportedCell,
    private readonly options: ConvertOptions,
  ) {
    this.source = `imported from ${options.file} on ${options.date} by the reader`;
  }

  run(): Converted {
    const { imported } = this;
    const main = imported.entries.map((entry, i) => this.main(entry, i));
    const secondary: Entry[] = [];
    for (const [i, entry] of imported.entries.entries())
      for (const document of entry.secondary) {
        const made = this.secondary(document);
        relate(main[i], made, 'has-secondary', `Also named: ${made.title}`, 'Named with');
        secondary.push(made);
      }
    for (const [i, entry] of imported.entries.entries())
      for (const relation of entry.relations) this.relation(main, i, relation);
    const entries = [...main, ...secondary].map((entry) => Entry.parse(entry));
    const passages = this.passages(main);
    return { cell: this.cell(main.length), entries, passages, left: this.left };
  }

  private cell(entries: number): Cell {
    const { heldCell, cellId } = this.options;
    const { title, revised, passages } = this.imported;
    const [matrix = '', code = ''] = cellId.split('/');
    const address = `${SITE}dl.php?f=Matrix/${matrix === 'drug' ? 'Drugs' : 'Alcohol'}/${code}.htm`;
    const questions = passages.filter(({ kind }) => kind === 'issue').map(({ heading }) => heading);
    return Cell.parse({
      id: cellId,
      title: title ?? heldCell?.title ?? cellId,
      url: heldCell?.url ?? address,
      ...(heldCell === null ? { urlDerived: true } : {}),
      ...(heldCell?.urlDerived === undefined ? {} : { urlDerived: heldCell.urlDerived }),
      biteTitle: heldCell?.biteTitle ?? null,
      revised,
      questions,
      completeness: entries === 0 ? 'none' : 'full',
      source: this.source,
    });
  }

  private main(entry: ImportedEntry, i: number): Entry {
    const { title, year, country, nation, publisher, kind } = entry;
    return {
      id: this.id('main', title, year),
      cells: [this.options.cellId],
      kind,
      kindInferred: false,
      role: 'main',
      order: i + 1,
      title,
      year,
      country,
      ...(nation === null ? {} : { nation }),
      publisher,
      links: this.links(entry.href),
      ...this.known(),
    };
  }

  private secondary({ title, year, country, publisher, href }: SecondaryDocument): Entry {
    // "has been" is a link's words, not a title.
    const named = stemsOf(title).size > 0 ? title : `${UNTITLED}“${title}”`;
    return {
      id: this.id('secondary', named, year),
      cells: [this.options.cellId],
      kind: null,
      kindInferred: false,
      role: 'secondary',
      order: null,
      title: named,
      year: year !== null && year >= 1900 && year <= 2100 ? year : null,
      country,
      publisher,
      links: this.links(href),
      ...this.known(),
    };
  }

  /** What is the same for all that is known by its line alone. */
  private known() {
    return {
      summary: null,
      findings: [],
      caution: null,
      citation: null,
      relations: [] as Relation[],
      topics: [],
      completeness: 'title-only' as const,
      edition: 'latest' as const,
      source: this.source,
    };
  }

  /** Id of the held entry, or a new one that nothing of this import has yet. */
  private id(role: Entry['role'], title: string, year: number | null): string {
    const held = this.options.heldId({ title, year, role });
    const stem = `${this.options.cellId}/${slugOf(title)}`;
    let id = held !== null && !this.taken.has(held) ? held : stem;
    for (let n = 2; this.taken.has(id); n++) id = `${stem}-${n}`;
    this.taken.add(id);
    return id;
  }

  private links(href: string | null): Entry['links'] {
    if (href === null || href.startsWith('#') || cellOfAddress(href)) return [];
    let address: URL;
    try {
      address = new URL(href, this.options.base ?? SITE);
    } catch {
      return [];
    }
    const ours = /(?:^|\.)findings\.org\.uk$/.test(address.hostname);
    const link = Link.safeParse({
      kind: ours ? 'analysis' : 'original',
      url: address.href,
      confidence: 'confirmed',
    });
    return link.success ? [link.data] : [];
  }

  private relation(main: readonly Entry[], at: number, relation: ImportedRelation): void {
    const { target, type, words } = relation;
    const from = main[at];
    if (!from) return;
    if (target.kind === 'entry' && type !== 'discussed-in')
      relate(from, main[target.index], type, words, `Named by “${from.title}”`);
    else if (target.kind === 'cell')
      this.left.push(
        say('“{title}” names cell {cell} ({words})', {
          title: from.title,
          cell: `${target.matrix ?? ''}${target.matrix ? '/' : ''}${target.code}`,
          words,
        }),
      );
    else if (target.kind === 'section')
      this.left.push(
        say('“{title}” is discussed under “{heading}”; the passage could not be told', {
          title: from.title,
          heading: target.heading,
        }),
      );
  }

  private passages(main: readonly Entry[]): Passage[] {
    const taken = new Set<string>();
    const passages: Passage[] = [];
    for (const { heading, kind, paragraphs, more, entries } of this.imported.passages) {
      const [first, ...rest] = (paragraphs.length > 0 ? paragraphs : more).flatMap(inParts);
      if (first === undefined) {
        this.left.push(say('“{heading}” has no text', { heading }));
        continue;
      }
      const stem = `${this.options.cellId}/passage/${slugOf(heading)}`;
      let id = stem;
      for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
      taken.add(id);
      passages.push(
        Passage.parse({
          id,
          cell: this.options.cellId,
          order: passages.length + 1,
          heading,
          kind,
          paragraphs: [first, ...rest],
          more: paragraphs.length > 0 ? more.flatMap(inParts) : [],
          entries: entries.flatMap((i) => main[i]?.id ?? []),
          topics: [],
        }),
      );
    }
    return passages;
  }
}

/** Told from both sides, as the evidence asks; what the other side says itself is left as it says it. */
function relate(
  from: Entry | undefined,
  to: Entry | undefined,
  type: Relation['type'],
  label: string,
  back: string,
): void {
  if (!from || !to || from === to) return;
  const said = label.trim() || 'Related';
  const own = from.relations.find((relation) => relation.to === to.id && relation.type === type);
  if (own) own.label = said;
  else from.relations.push({ type, to: to.id, label: said });
  if (!to.relations.some((relation) => relation.to === from.id && relation.type === INVERSE[type]))
    to.relations.push({ type: INVERSE[type], to: from.id, label: back });
}

/** Longest paragraph kept as one, in UTF-16 units; files of evidence refuse values of over 20,000. */
const MAX_PARAGRAPH = 15_000;

function inParts(paragraph: string): string[] {
  const parts: string[] = [];
  let rest = paragraph;
  while (rest.length > MAX_PARAGRAPH) {
    const space = rest.lastIndexOf(' ', MAX_PARAGRAPH);
    const at = space > 0 ? space : MAX_PARAGRAPH;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest].filter((part) => part !== '');
}
