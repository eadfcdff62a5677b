/** Device types of the Smart Metering Inventory (DUIS schema, simple type DeviceType). */
export const DEVICE_TYPES = ['ESME', 'GSME', 'GPF', 'CHF', 'HCALCS', 'PPMID', 'IHD', 'CAD'] as const;

export type DeviceType = (typeof DEVICE_TYPES)[number];
