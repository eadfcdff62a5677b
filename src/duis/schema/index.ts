export { addSchemaPack } from './add-schema-pack.js';
export { ensureSchemaPacks } from './ensure-schema-packs.js';
export { fitsVersion } from './fits-version.js';
export { DEFAULT_LIMITS, type DocumentLimits, parseXml, withDocument } from './parse-xml.js';
export type { SchemaPackManifest } from './schema-pack.js';
export { installedPacks, SchemaPacks, schemaVersionOf, VALIDATED_AS } from './schema-packs.js';
export type { SchemaViolation } from './schema-violation.js';
export { UnknownSchemaVersion } from './unknown-schema-version.js';
export { UnreadableXml, type UnreadableReason } from './unreadable-xml.js';
