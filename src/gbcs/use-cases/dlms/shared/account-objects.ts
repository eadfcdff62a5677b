/** Credits of a meter's account (class 112). Source: mapping table rows 7, 1022, 1042 to 1050. */
export const METER_BALANCE = { classId: 112, obis: '0-0:19.10.0.255' } as const;
export const EMERGENCY_CREDIT = { classId: 112, obis: '0-0:19.10.1.255' } as const;
export const ACCUMULATED_DEBT = { classId: 112, obis: '0-0:19.10.2.255' } as const;

/**
 * Charges to it (class 113): attributes 5 and 6 are the active and the passive charge, attribute 7 the time at which that
 * becomes active. Source: mapping table rows 1052 to 1163.
 */
export const PRIMARY_PRICES = { classId: 113, obis: '0-0:19.20.0.255' } as const;
export const TIME_DEBT_1 = { classId: 113, obis: '0-0:19.20.1.255' } as const;
export const TIME_DEBT_2 = { classId: 113, obis: '0-0:19.20.2.255' } as const;
export const PAYMENT_DEBT = { classId: 113, obis: '0-0:19.20.3.255' } as const;
export const STANDING_CHARGE = { classId: 113, obis: '0-0:19.20.4.255' } as const;
export const SECONDARY_PRICES = { classId: 113, obis: '0-0:19.20.5.255' } as const;
