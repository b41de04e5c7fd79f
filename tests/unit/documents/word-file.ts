// Word files for the tests, made by a library, and zip files made by hand.
import { deflateRawSync } from 'node:zlib';
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

export async function wordOf(parts: {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly note?: string;
  readonly added?: string;
  readonly removed?: string;
}): Promise<Uint8Array> {
  const { heading, paragraphs, rows = [], note, added, removed } = parts;
  const change = { id: 1, author: 'A', date: '2026-01-01T00:00:00Z' };
  const table = new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
        }),
    ),
  });
  const document = new Document({
    ...(note === undefined ? {} : { footnotes: { 1: { children: [new Paragraph(note)] } } }),
    sections: [
      {
        children: [
          new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
          ...paragraphs.map(
            (text, i) =>
              new Paragraph({
                children: [
                  new TextRun(text),
                  ...(note !== undefined && i === 0 ? [new FootnoteReferenceRun(1)] : []),
                  ...(added !== undefined && i === 0
                    ? [new InsertedTextRun({ text: added, ...change })]
                    : []),
                  ...(removed !== undefined && i === 0
                    ? [new DeletedTextRun({ text: removed, ...change })]
                    : []),
                ],
              }),
          ),
          ...(rows.length > 0 ? [table] : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the file's directory says that it unpacks to, where that is not the truth. */
  readonly says?: number;
}

/** A zip file; checksums are left at nothing, as no reader of ours looks at them. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says } of parts) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const size = says ?? raw.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, label, packed);
    directory.push(entry, label);
    offset += local.length + label.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, central, end]));
}
