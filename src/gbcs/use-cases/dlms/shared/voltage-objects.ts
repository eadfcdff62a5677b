/** Monitors of the RMS voltage (class 71, limiter): attribute 4 is the threshold, attribute 6 the period. */
export const RMS_VOLTAGE_MONITORS = {
  extremeOverVoltage: { classId: 71, obis: '0-0:17.0.1.255' },
  extremeUnderVoltage: { classId: 71, obis: '0-0:17.0.2.255' },
  sag: { classId: 71, obis: '0-0:17.0.3.255' },
  swell: { classId: 71, obis: '0-0:17.0.4.255' },
} as const;

/** Group C of the OBIS codes of a phase, by phase. */
const GROUP_C = { 1: 32, 2: 52, 3: 72 } as const;

/** 1 on single phase ESMEs; 1, 2 and 3 on polyphase ones. */
export type Phase = keyof typeof GROUP_C;

/** Objects that watch the average RMS voltage of a phase. Source: mapping table rows 30 to 35, 93 to 98, 566 to 568. */
export function averageVoltageObjects(phase: Phase) {
  const c = GROUP_C[phase];
  return {
    overVoltageThreshold: { classId: 1, obis: `1-0:${c}.35.0.4` },
    underVoltageThreshold: { classId: 1, obis: `1-0:${c}.31.0.4` },
    overVoltageCounter: { classId: 3, obis: `1-0:${c}.36.0.4` },
    underVoltageCounter: { classId: 3, obis: `1-0:${c}.32.0.4` },
    profile: { classId: 7, obis: `1-0:${c}.24.0.255` },
  } as const;
}
