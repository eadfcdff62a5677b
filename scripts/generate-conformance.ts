/**
 * Writes docs/conformance.md from the tables of the code.
 *
 *   npm run docs
 */
import { writeFileSync } from 'node:fs';
import { conformanceDocument } from './conformance/document.js';

writeFileSync(new URL('../docs/conformance.md', import.meta.url), conformanceDocument());
