// @vitest-environment node
// Word files, zip files and HTML that are broken or mean harm, and what each kind of file is by its bytes.
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { decodeText, fileKind } from '../../../lib/documents/file-kind';
import { safeHtml } from '../../../lib/documents/safe-html';
import { documentHtml } from '../../../lib/documents/to-html';
import { wordToHtml } from '../../../lib/documents/word';
import { ZIP_LIMITS } from '../../../lib/documents/zip';
import { wordOf, type ZipPart, zipOf } from './word-file';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (body: string) =>
  `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const PARTS: readonly ZipPart[] = [
  {
    name: '[Content_Types].xml',
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  },
];
const docx = (document: string, ...more: readonly ZipPart[]) =>
  zipOf([...PARTS, { name: 'word/document.xml', content: document }, ...more]);
const html = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await wordToHtml(bytes, { pictures: true });
  return read.ok ? read.html : read.reason;
};

describe('a Word file', () => {
  it('written by hand is read', async () => {
    expect(await html(docx(xml(paragraph('Aftercare'))))).toBe('<p>Aftercare</p>');
  });

  it('gives headings, notes and tables, and says what is not shown', async () => {
    const word = new Uint8Array(
      await wordOf({
        heading: 'Aftercare',
        paragraphs: ['First.'],
        rows: [['A', 'B']],
        note: 'A note.',
        added: ' Added.',
        removed: ' Removed.',
      }),
    );
    const read = await wordToHtml(word, { pictures: false });
    expect(read.ok && read.html).toMatch(/<h1>.*Aftercare<\/h1>.*First\..*Added\./s);
    expect(read.ok && read.html).toMatch(/<td>.*A.*<\/td>/s);
    expect(read.ok && read.html).not.toContain('Removed');
    expect(read.ok && read.notes[0]).toMatch(/^2 tracked changes/);
  });

  it('that unpacks to too much is refused before it is unpacked', async () => {
    const large = new Uint8Array(ZIP_LIMITS.one + 1);
    expect(await html(docx(xml(''), { name: 'word/media/a.bin', content: large }))).toMatch(
      /unpack to more/,
    );
    const many = Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => ({
      name: `a${i}`,
      content: '',
    }));
    expect(await html(docx(xml(''), ...many))).toMatch(/unpack to more/);
  });

  it('that holds more than it says is refused', async () => {
    const content = xml(paragraph('a'.repeat(5_000_000)));
    const lying = zipOf([...PARTS, { name: 'word/document.xml', content, says: 400 }]);
    expect(await html(lying)).toMatch(/unpack to more/);
  });

  it('that is cut off or broken inside is refused', async () => {
    const good = docx(xml(paragraph('Aftercare')));
    expect(await html(good.slice(0, good.length - 30))).toMatch(/damaged/);
    const broken = good.slice();
    broken.fill(0xff, 60, 120);
    expect(await html(broken)).toMatch(/damaged/);
    expect(await html(docx('<w:document'))).toMatch(/damaged/);
    expect(await html(zipOf([{ name: 'word/other.xml', content: 'x' }]))).toMatch(/damaged/);
  });

  it('with a document type, which could grow without end, is refused', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ${W}><w:body>${paragraph('&b;')}</w:body></w:document>`;
    expect(await html(docx(bomb))).toMatch(/damaged/);
  });

  it('nested without end is refused or read', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`;
    expect(await html(docx(xml(deep)))).toMatch(/damaged|x/);
  });

  it('never fetches what lies outside it', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="${R}" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const links: ZipPart = {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${R}/image" Target="http://localhost:9/x.png" TargetMode="External"/></Relationships>`,
    };
    const read = await html(docx(xml(picture + paragraph('Aftercare')), links));
    expect(read).not.toContain('localhost');
    expect(read).toMatch(/Aftercare|damaged/);
  });

  it('without text says so', async () => {
    expect(await html(docx(xml('<w:p/>')))).toMatch(/holds no text/);
  });
});

describe('HTML of a file', () => {
  const { window } = new JSDOM('');
  const safe = (source: string) => safeHtml(source, window);

  it('keeps text, tables, links and pictures that are inside it', () => {
    const kept = '<h2>Aftercare</h2><table><tbody><tr><td>A</td></tr></tbody></table>';
    expect(safe(kept)).toBe(kept);
    expect(safe('<a href="https://example.org/a">x</a>')).toContain('href="https://example.org/a"');
    expect(safe('<img src="data:image/png;base64,AAAA">')).toContain('data:image/png');
  });

  it('loses whatever runs, looks like our page or would be fetched', () => {
    const bad = `<script>alert(1)</script><img src=x onerror=alert(1)><img src="https://example.org/x.png" srcset="https://example.org/y.png 2x">
      <iframe src="https://example.org"></iframe><svg><script>1</script></svg><a href="javascript:alert(1)">a</a>
      <a href="data:text/html,x">b</a><form action="https://example.org"><button>c</button></form>
      <link rel=stylesheet href="https://example.org/a.css"><style>@import "https://example.org/b.css";</style>
      <p style="background:url(https://example.org/c.png)" onclick="x()">d</p><base href="https://example.org">
      <meta http-equiv=refresh content="0;url=https://example.org"><video src="https://example.org/v"></video>
      <object data="https://example.org/o"></object><math><mtext></mtext></math><img src="file:///etc/passwd">`;
    const kept = safe(bad);
    expect(kept).not.toMatch(
      /example\.org|script|onerror|onclick|style|iframe|svg|form|button|javascript|file:/i,
    );
    expect(kept).toContain('d</p>');
  });
});

describe('files without pages', () => {
  const { window } = new JSDOM('');
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const of = async (text: string, kind: 'markdown' | 'text' | 'html') => {
    const read = await documentHtml(bytes(text), kind, { window, pictures: false });
    return read.ok ? read.html : read.reason;
  };

  it('become headings, items and paragraphs', async () => {
    expect(await of('# Aftercare\n\n- one\n- two', 'markdown')).toMatch(
      /<h1>Aftercare<\/h1>\s*<ul>\s*<li>one/,
    );
    expect(await of('CONTENTS\n\nA <b> & c, which goes on for a while.', 'text')).toMatch(
      /<h2>CONTENTS<\/h2>\s*<p>A &lt;b&gt; &amp; c/,
    );
    expect(await of('<p>One<script>x</script></p>', 'html')).toBe('<p>One</p>');
    expect(await of('<img alt="">', 'html')).toMatch(/holds no text/);
    expect(
      await of('[a](javascript:alert(1)) <img src=x onerror=alert(1)>', 'markdown'),
    ).not.toMatch(/javascript|onerror/);
  });
});

describe('what a file is', () => {
  const bytes = (...units: readonly (number | string)[]) =>
    new Uint8Array(
      Buffer.concat(units.map((unit) => Buffer.from(typeof unit === 'string' ? unit : [unit]))),
    );
  const said = (content: Uint8Array, name: string) => {
    const known = fileKind(content, name);
    return known.ok ? [known.kind, known.note] : known.reason;
  };

  it('is told by its bytes', () => {
    expect(said(bytes('%PDF-1.4'), 'a.pdf')).toEqual(['pdf', null]);
    expect(said(docx(xml('')), 'a.docx')).toEqual(['docx', null]);
    expect(said(bytes('<!doctype html><p>'), 'a.html')).toEqual(['html', null]);
    expect(said(bytes('# A'), 'a.md')).toEqual(['markdown', null]);
    expect(said(bytes('Words'), '')).toEqual(['text', null]);
  });

  it('is said where the name says otherwise', () => {
    expect(said(docx(xml('')), 'a.pdf')).toEqual([
      'docx',
      'The name ends in .pdf, but this is a Word file; it was read as that.',
    ]);
    expect(said(bytes('<html><p>'), 'a.pdf')).toEqual([
      'html',
      'The name ends in .pdf, but this is a web page; it was read as that.',
    ]);
  });

  it('is refused in a sentence where it cannot be read', () => {
    expect(said(bytes('{\\rtf1 a}'), 'a.rtf')).toMatch(/rich text/);
    expect(said(bytes(0x89, 'PNG\r\n'), 'a.pdf')).toMatch(/picture/);
    expect(said(bytes(0xd0, 0xcf, 0x11, 0xe0), 'a.doc')).toMatch(/old kind/);
    const locked = new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    );
    expect(said(locked, 'a.docx')).toMatch(/password/);
    expect(said(zipOf([{ name: 'xl/workbook.xml', content: '' }]), 'a.xlsx')).toMatch(/Excel/);
    expect(said(zipOf([{ name: 'ppt/presentation.xml', content: '' }]), 'a.pptx')).toMatch(
      /PowerPoint/,
    );
    expect(
      said(
        zipOf([
          { name: 'mimetype', content: '' },
          { name: 'content.xml', content: '' },
        ]),
        'a.odt',
      ),
    ).toMatch(/OpenDocument/);
    expect(said(zipOf([{ name: 'a.pdf', content: '' }]), 'a.zip')).toMatch(/packed folder/);
    expect(said(bytes('PK', 3, 4, 0, 0), 'a.docx')).toMatch(/damaged/);
    expect(said(bytes('a', 0, 'b'), 'a.txt')).toMatch(/not text/);
  });

  it('may be text in several codes', () => {
    expect(decodeText(bytes(0xff, 0xfe, 'a', 0))).toBe('a');
    expect(decodeText(bytes(0xfe, 0xff, 0, 'a'))).toBe('a');
    expect(decodeText(bytes('caf', 0xe9))).toBe('café');
    expect(decodeText(bytes('café'))).toBe('café');
  });
});
