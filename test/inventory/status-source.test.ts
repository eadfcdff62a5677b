import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';

const ROOM = fileURLToPath(new URL('../../src/inventory/', import.meta.url));
const STATUSES = [
  'Pending',
  'Whitelisted',
  'InstalledNotCommissioned',
  'Commissioned',
  'Decommissioned',
  'Withdrawn',
  'Suspended',
  'Recovery',
  'Recovered',
];

/** Files that give a Device a status without asking the table of transitions, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'seed.ts': 'the seeded homes enter an empty inventory as they are, commissioned',
  'interim-migration-conversion.ts': 'it is the status of a row of the Central Products List',
};

/** Where a source gives the member or variable `status` a status that is written out: the texts of those places. */
function writtenStatuses(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const given = givenToStatus(node);
    if (given !== undefined && holdsStatus(given)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** What a node gives to something named `status`: a member, a variable, a column. */
function givenToStatus(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node) && named(node.name)) return node.initializer;
  if (ts.isVariableDeclaration(node) && named(node.name)) return node.initializer;
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    named(ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left)
  ) {
    return node.right;
  }
  return undefined;
}

function named(name: ts.Node): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && /status$/i.test(name.text);
}

/** Whether the value of an expression may be a status written in it; what is only compared or handed on is not. */
function holdsStatus(expression: ts.Expression): boolean {
  if (ts.isStringLiteralLike(expression)) return STATUSES.includes(expression.text);
  if (ts.isConditionalExpression(expression)) {
    return holdsStatus(expression.whenTrue) || holdsStatus(expression.whenFalse);
  }
  if (ts.isBinaryExpression(expression)) {
    const { kind } = expression.operatorToken;
    const passesOn =
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return passesOn && (holdsStatus(expression.left) || holdsStatus(expression.right));
  }
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression)
  ) {
    return holdsStatus(expression.expression);
  }
  return false;
}

describe('The status of a Device', () => {
  const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'status-transitions.ts',
  );

  for (const file of files) {
    const exception = EXCEPTIONS[file];
    const written = () => writtenStatuses(file, readFileSync(join(ROOM, file), 'utf8'));
    if (exception === undefined) {
      it(`is decided by the table of transitions, not by ${file}`, () => expect(written()).to.deep.equal([]));
    } else {
      it(`may be written out in ${file}: ${exception}`, () => expect(written()).to.not.deep.equal([]));
    }
  }

  it('has exceptions only for files that exist', () => {
    expect(files).to.include.members(Object.keys(EXCEPTIONS));
  });

  for (const [source, found] of [
    [`changeDevice(tx, device, { status: 'Suspended' }, cause)`, 1],
    [`const values = { status: type2 ? null : 'Pending' }`, 1],
    [`const status = after ?? 'Commissioned'`, 1],
    [`device.status = ('Withdrawn' as DeviceStatus)`, 1],
    [`set({ status: same && 'Recovered', hubId: null })`, 1],
    [`const hubStatus = 'Recovery'`, 1],
    [`const status = requireStatusAfter('decommissioned', device)`, 0],
    [`if (device.status === 'Commissioned') return { status }`, 0],
    [`rows.where('status', '=', 'Suspended')`, 0],
    [`const row = { status: entry.status === 'Withdrawn' }`, 0],
    [`const row = { state: 'waiting', status: 'Active' }`, 0],
  ] as const) {
    it(`${found === 0 ? 'is not' : 'is'} written out in: ${source}`, () => {
      expect(writtenStatuses('sample.ts', source)).to.have.length(found);
    });
  }
});
