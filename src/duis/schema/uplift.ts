import { XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { InternalError } from '../../common/errors.js';
import type { UpliftDefinition, UpliftEdit, UpliftElement } from './uplift-definition.js';

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };

/**
 * Applies the differences between two versions to the text of a DUIS schema.
 * @throws InternalError if the schema is not the one the definition was written for
 */
export function uplift(schema: Uint8Array, definition: UpliftDefinition): Uint8Array {
  const document = XmlDocument.fromBuffer(schema);
  try {
    for (const edit of definition.edits) apply(document.root, edit);
    const note =
      `Made from the official DUIS schema ${definition.from}, whose heading follows, by the uplift definition ` +
      `${definition.from}-to-${definition.to} of this project. It is not the official text of ${definition.to}.`;
    const first = document.root.firstChild;
    if (first === null) throw new InternalError('the schema is empty');
    first.prependComment(` ${note} `);
    return Buffer.from(document.toString({ format: true }));
  } finally {
    document.dispose();
  }
}

function apply(schema: XmlElement, edit: UpliftEdit): void {
  switch (edit.edit) {
    case 'add-values': {
      const enumeration = `xs:simpleType[@name='${edit.type}']/xs:restriction/xs:enumeration`;
      const next = only(schema, `${enumeration}[@value='${edit.before}']`);
      for (const value of edit.values) {
        if (schema.get(`${enumeration}[@value='${value}']`, XS) !== null) {
          throw new InternalError(`uplift: ${edit.type} has the value ${value} already`);
        }
        next.prependElement('enumeration', 'xs').setAttr('value', value);
      }
      return;
    }
    case 'add-type': {
      const type = schema.addElement('simpleType', 'xs');
      type.setAttr('name', edit.name);
      const restriction = addRestriction(type);
      for (const value of edit.values) restriction.addElement('enumeration', 'xs').setAttr('value', value);
      return;
    }
    case 'add-element':
      describe(elementOf(schema, edit.type, edit.after).appendElement('element', 'xs'), edit.element);
      return;
    case 'extract-type': {
      const type = schema.addElement('complexType', 'xs');
      type.setAttr('name', edit.name);
      move(neighbours(schema, edit.type, edit.elements), type.addElement('sequence', 'xs'));
      return;
    }
    case 'group': {
      const elements = neighbours(schema, edit.type, edit.elements);
      const [first] = elements;
      if (first === undefined) return;
      const group = first.prependElement('sequence', 'xs');
      if (edit.minOccurs !== undefined) group.setAttr('minOccurs', edit.minOccurs);
      move(elements, group);
      return;
    }
  }
}

function only(schema: XmlElement, path: string): XmlElement {
  const [found, ...others] = schema.find(path, XS);
  if (!(found instanceof XmlElement) || others.length > 0) {
    throw new InternalError(`uplift: not exactly one ${path} in the schema`);
  }
  return found;
}

function elementOf(schema: XmlElement, type: string, name: string): XmlElement {
  return only(schema, `xs:complexType[@name='${type}']//xs:element[@name='${name}']`);
}

/** Elements of a complex type that follow each other with nothing between them. */
function neighbours(schema: XmlElement, type: string, names: readonly string[]): readonly XmlElement[] {
  const elements = names.map((name) => elementOf(schema, type, name));
  elements.forEach((element, index) => {
    const next = elements[index + 1];
    if (next !== undefined && nextElement(element)?.isSameNode(next) !== true) {
      throw new InternalError(`uplift: ${names[index]} is not followed by ${names[index + 1]} in ${type}`);
    }
  });
  return elements;
}

function nextElement(element: XmlElement): XmlElement | null {
  let next = element.next;
  while (next !== null && !(next instanceof XmlElement)) next = next.next;
  return next;
}

function addRestriction(type: XmlElement): XmlElement {
  const restriction = type.addElement('restriction', 'xs');
  restriction.setAttr('base', 'xs:string');
  return restriction;
}

function describe(element: XmlElement, facts: UpliftElement): void {
  element.setAttr('name', facts.name);
  if (facts.minOccurs !== undefined) element.setAttr('minOccurs', facts.minOccurs);
  if (facts.maxOccurs !== undefined) element.setAttr('maxOccurs', facts.maxOccurs);
  if ('type' in facts) {
    element.setAttr('type', facts.type);
    return;
  }
  const restriction = addRestriction(element.addElement('simpleType', 'xs'));
  for (const facet of ['minLength', 'maxLength']) {
    restriction.addElement(facet, 'xs').setAttr('value', String(facts.length));
  }
}

/** libxml2-wasm cannot hang a node elsewhere, so a copy takes its place. */
function move(elements: readonly XmlElement[], target: XmlElement): void {
  for (const element of elements) {
    copy(element, target);
    element.remove();
  }
}

function copy(source: XmlElement, target: XmlElement): void {
  const made = target.addElement(source.name, source.prefix);
  for (const attribute of source.attrs) made.setAttr(attribute.name, attribute.value);
  for (let child = source.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) copy(child, made);
    else if (child instanceof XmlText && child.content.trim() !== '') {
      throw new InternalError(`uplift: text in <${source.name}>`);
    }
  }
}
