import type { CommandVariant } from './service-request.js';

/** The DUIS web services a User calls. */
export type WebService = 'transform' | 'send-command' | 'non-device';

/** Paths in use by existing clients (those of DCC Boxed), and the Command Variants each service takes (DUIS schema, CommandVariant). */
export const WEB_SERVICES: Readonly<
  Record<WebService, { readonly path: string; readonly commandVariants: readonly CommandVariant[] }>
> = {
  transform: { path: '/api/v1/serviceT', commandVariants: [4] },
  'send-command': { path: '/api/v1/serviceS', commandVariants: [1, 3, 5, 7] },
  'non-device': { path: '/api/v1/serviceD', commandVariants: [2, 6, 8] },
};
