import { InternalError } from '../common/errors.js';
import type { DerSchema } from '../gbcs/asn1/der-schema.js';

/** The schema of a content that its use case has. @throws InternalError if it has none */
export function schemaOf<T>(schema: DerSchema<T> | undefined): DerSchema<T> {
  if (schema === undefined) throw new InternalError('the use case has no such content');
  return schema;
}
