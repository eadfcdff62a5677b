import type { XmlAttribute } from 'libxml2-wasm';
import { type XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { XMLDSIG } from '../signature/signature-profile.js';

/** Where a document holds a value: the text of an element, or an attribute. */
export interface ValueNode {
  /** Local names below the root, joined by `/`; see {@link elementValues}. */
  readonly path: string;
  readonly node: XmlText | XmlAttribute;
}

/** All values of a document in its order; the Signature is left out. The nodes live as long as the document. */
export function valueNodes(document: XmlDocument): ValueNode[] {
  return valuesOf(document.root, '');
}

function valuesOf(element: XmlElement, path: string): ValueNode[] {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const attributes = element.attrs.map((node) => ({ path: below(`@${node.name}`), node }));
  const children = childElements(element);
  if (children.length === 0) {
    const text = textOf(element);
    return text === undefined ? attributes : [{ path, node: text }, ...attributes];
  }
  const total = new Map<string, number>();
  for (const { name } of children) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  const inner = children.flatMap((child) => {
    const position = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, position);
    const repeats = (total.get(child.name) ?? 0) > 1;
    return valuesOf(child, below(repeats ? `${child.name}[${position}]` : child.name));
  });
  return [...attributes, ...inner];
}

function childElements(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.next) {
    const isSignature = child instanceof XmlElement && child.namespaceUri === XMLDSIG;
    if (child instanceof XmlElement && !isSignature) children.push(child);
  }
  return children;
}

/** The text of an element without elements; an empty one is a mark such as `Credit` and has no value. */
function textOf(element: XmlElement): XmlText | undefined {
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlText && child.content.trim() !== '') return child;
  }
  return undefined;
}
