export { AnomalyDetection, type AnomalyDetectionParts } from './anomaly-detection.js';
export { type AnomalyThreshold, AnomalyThresholds, type NewAnomalyThreshold } from './anomaly-thresholds.js';
export { type AttributeLimit, AttributeLimits, type NewAttributeLimit } from './attribute-limits.js';
export { type Breach, SENDING_COMMAND_VARIANTS } from './breach.js';
export { type NewQuarantinedRequest, Quarantine, type QuarantinedRequest } from './quarantine.js';
