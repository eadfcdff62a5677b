import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { conformanceDocument } from '../../scripts/conformance/document.js';

describe('docs/conformance.md', () => {
  const written = readFileSync(new URL('../../docs/conformance.md', import.meta.url), 'utf8');

  it('is what `npm run docs` writes from the tables of the code', () => {
    expect(written.split('\n'), 'run `npm run docs`').to.deep.equal(conformanceDocument().split('\n'));
  });

  it('is what the links of other documents lead to', () => {
    for (const file of ['README.md', 'docs/smets1.md']) {
      const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      for (const [, anchor] of text.matchAll(/conformance\.md#([\w-]+)/g)) {
        expect(written.toLowerCase(), file).to.contain(`## ${anchor}\n`);
      }
      expect(text, file).to.contain('conformance.md');
    }
  });
});
