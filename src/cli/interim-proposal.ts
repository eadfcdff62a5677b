import type { InterimProposal, ProposedConversion, UndecidedFirmware } from '../inventory/index.js';

/** How many Devices are named in text; JSON names all. */
const NAMED = 10;

/** A proposal to migrate off the tactical interim solution, in words. */
export function describeProposal({ conversions, undecided }: InterimProposal): string[] {
  return [...conversions.flatMap(describeConversion), ...undecided.flatMap(describeUndecided)];
}

function describeConversion(conversion: ProposedConversion): string[] {
  const { manufacturer, model, fictitious, real, origin, changes, devices } = conversion;
  const because = origin === 'pair' ? 'as told' : 'found in the list';
  return [
    `PPMID ${manufacturer} ${model}: ${fictitious} stands for ${real} (${because})`,
    ...changes.map(({ before, after }) =>
      before === null
        ? `  add     ${after.generation} row of ${after.firmwareVersion}: ${after.smetsChtsVersion}, ${after.status}`
        : `  change  ${after.generation} row of ${after.firmwareVersion}: ${before.status} becomes ${after.status}`,
    ),
    ...describeDevices(conversion),
    ...(devices.length > NAMED ? ['  (--json names every Device)'] : []),
    '',
  ];
}

function describeDevices({ real, devices }: ProposedConversion): string[] {
  if (devices.length === 0) return ['  move    no Device runs it'];
  const counts = new Map<string, number>();
  for (const { status } of devices) {
    counts.set(status ?? 'no status', (counts.get(status ?? 'no status') ?? 0) + 1);
  }
  const told = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  const noun = devices.length === 1 ? 'Device' : 'Devices';
  return [
    `  move    ${devices.length} ${noun} to ${real}: ${told}`,
    ...devices.slice(0, NAMED).map(({ id }) => `            ${id}`),
  ];
}

function describeUndecided({
  manufacturer,
  model,
  firmwareVersion,
  reason,
  candidates,
}: UndecidedFirmware): string[] {
  const name = `${manufacturer}/${model}/${firmwareVersion}`;
  return [
    `PPMID ${manufacturer} ${model}: ${firmwareVersion} is left alone, ${reason}`,
    ...candidates.map((real) => `  if it stands for ${real}:  --pair ${name}=${real}`),
    `  if it is SMETS1 only:  --keep ${name}`,
    '',
  ];
}
