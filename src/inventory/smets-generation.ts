import type { SmetsGeneration } from '../store/index.js';

export type { SmetsGeneration };

/** What is known of a Device from which its SMETS generation can be told. */
export interface GenerationEvidence {
  /** Name of the SMETS1 Service Provider that serves it. */
  readonly s1sp?: string | null;
  readonly cspRegion?: string | null;
  /** Generation of its Central Products List entry, where that has one only. */
  readonly cplGeneration?: SmetsGeneration | null;
  readonly gbcsVersion?: string | null;
  readonly smetsChtsVersion?: string | null;
}

/** One way to tell, and its answer; the first that answers counts. */
interface Rule {
  readonly because: string;
  readonly tell: (evidence: GenerationEvidence) => SmetsGeneration | undefined;
}

/** Inferred: no SEC text that could be read orders these. S1SP and CSPRegion `SMETS1` are DUIS inventory items. */
export const GENERATION_RULES: readonly Rule[] = [
  { because: 'an S1SP serves it', tell: ({ s1sp }) => (present(s1sp) ? 'SMETS1' : undefined) },
  {
    because: 'its CSP region is SMETS1',
    tell: ({ cspRegion }) => (cspRegion === 'SMETS1' ? 'SMETS1' : undefined),
  },
  { because: 'the Central Products List says so', tell: ({ cplGeneration }) => cplGeneration ?? undefined },
  {
    because: 'it has a GBCS version',
    tell: ({ gbcsVersion }) => (present(gbcsVersion) ? 'SMETS2+' : undefined),
  },
  {
    because: 'its SMETS or CHTS version says so',
    tell: ({ smetsChtsVersion }) =>
      present(smetsChtsVersion) ? generationOfVersion(smetsChtsVersion) : undefined,
  },
];

function present(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value !== '';
}

/** The SMETS generation of a Device, or undefined if nothing known of it tells. */
export function deriveGeneration(evidence: GenerationEvidence): SmetsGeneration | undefined {
  for (const rule of GENERATION_RULES) {
    const generation = rule.tell(evidence);
    if (generation !== undefined) return generation;
  }
  return undefined;
}

const SMETS1 = /^SMETS1(V[0-9.]+)?$/;
const SMETS2 = /^SMETS2\+?(V[0-9.]+)?$/;
const NUMBERED = /^(SMETS|CHTS)?V?[0-9]+(\.[0-9]+)+$/;

/**
 * Reads the generation out of a SMETS or CHTS version in any case and spacing: `SMETS1`, `SMETS V1.58`, `V4.2`, `CHTS V1.4`.
 * A version number never means SMETS1, also not one that starts with 1: SMETS V1.58 is a SMETS2 document, and CHTS
 * numbers start at 1.
 * @returns undefined if the text is none of these
 */
export function generationOfVersion(version: string): SmetsGeneration | undefined {
  const plain = version.replaceAll(/\s/g, '').toUpperCase();
  if (SMETS1.test(plain)) return 'SMETS1';
  return SMETS2.test(plain) || NUMBERED.test(plain) ? 'SMETS2+' : undefined;
}
