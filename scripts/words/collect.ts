// Collects the sentences of the code that a reader can see: what `say`, `counted`, `phrase` and `<Sentence>` are given.
import ts from 'typescript';

export interface Sentence {
  /** As the catalogue knows it. */
  readonly english: string;
  /** It counts, and its translation is a set of plural forms. */
  readonly counts: boolean;
  /** `file:line` of the first place. */
  readonly at: string;
}

/** Text in markup that no catalogue can reach. */
export interface Bare {
  readonly text: string;
  readonly at: string;
}

/** Attributes whose value is read by people. */
const READ = new Set(['title', 'aria-label', 'alt', 'placeholder', 'label', 'aria-description']);
const LETTERS = /\p{L}{2}/u;
/** Not translated: the name of the extension, and an address that shows what one looks like. */
const NAMES = /^(Evidence Overlay|https:\/\/\S+)$/;

/**
 * @param file path, for the places
 * @returns sentences and bare text in the order of the file
 */
export function collect(file: string, code: string): { sentences: Sentence[]; bare: Bare[] } {
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const sentences: Sentence[] = [];
  const bare: Bare[] = [];
  const at = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const speaks = namesFromWords(source);
  const add = (node: ts.Node | undefined, counts: boolean) => {
    for (const english of node ? literals(node, false) : [])
      sentences.push({ english, counts, at: at(node as ts.Node) });
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      speaks.has(node.expression.text)
    ) {
      const name = node.expression.text;
      if (name === 'say' || name === 'phrase') add(node.arguments[0], false);
      if (name === 'counted') add(node.arguments[2], true);
    }
    if (ts.isJsxAttribute(node) && ts.isIdentifier(node.name)) {
      const { text } = node.name;
      const value = node.initializer;
      const element = node.parent.parent;
      if (text === 'words' && 'tagName' in element && element.tagName.getText() === 'Sentence')
        add(value, false);
      else if (READ.has(text) && value) for (const words of literals(value)) addBare(words, node);
    }
    if (ts.isJsxText(node) && !saysItsLanguage(node.parent)) addBare(node.text, node);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      for (const words of literals(node.expression)) addBare(words, node);
    ts.forEachChild(node, visit);
  };
  const addBare = (words: string, node: ts.Node) => {
    const text = words.replace(/\s+/g, ' ').trim();
    if (LETTERS.test(text) && !NAMES.test(text)) bare.push({ text, at: at(node) });
  };
  visit(source);
  return { sentences, bare };
}

/** `<span lang="cy">Cymraeg</span>` stands as it is, whatever the page speaks. */
function saysItsLanguage(node: ts.Node): boolean {
  return (
    ts.isJsxElement(node) &&
    node.openingElement.attributes.properties.some(
      (one) =>
        ts.isJsxAttribute(one) &&
        one.name.getText() === 'lang' &&
        one.initializer !== undefined &&
        ts.isStringLiteral(one.initializer),
    )
  );
}

/** What a file takes from lib/words: other functions may have the same names. */
function namesFromWords(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const node of source.statements)
    if (
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      /words\/words$/.test(node.moduleSpecifier.text)
    ) {
      const bindings = node.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings))
        for (const one of bindings.elements) names.add(one.name.text);
    }
  return names;
}

/** Strings that an expression can be, where it is written out: literals and both sides of a choice. `pieces`: those of templates too. */
function literals(node: ts.Node, pieces = true): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isJsxExpression(node)) return node.expression ? literals(node.expression, pieces) : [];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression, pieces);
  if (ts.isConditionalExpression(node))
    return [...literals(node.whenTrue, pieces), ...literals(node.whenFalse, pieces)];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return literals(node.right, pieces);
    if (kind === ts.SyntaxKind.PlusToken) {
      const [left] = literals(node.left, pieces);
      const [right] = literals(node.right, pieces);
      return left !== undefined && right !== undefined ? [left + right] : [];
    }
    return [...literals(node.left, pieces), ...literals(node.right, pieces)];
  }
  if (pieces && ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((s) => s.literal.text)];
  return [];
}
