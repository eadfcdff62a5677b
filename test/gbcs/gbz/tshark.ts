import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether Wireshark's command line tool is installed. */
export const hasTshark = spawnSync('tshark', ['--version']).status === 0;

/** `describe` where tshark is installed, else `describe.skip`. */
export const describeWithTshark = hasTshark ? describe : describe.skip;

/** Link type of the capture file that is bound to Wireshark's GBCS dissector. */
const DLT_USER0 = 147;

function captureFile(messages: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(0x40000, 16);
  header.writeUInt32LE(DLT_USER0, 20);
  const packets = messages.flatMap((message, index) => {
    const packet = Buffer.alloc(16);
    packet.writeUInt32LE(index, 0);
    packet.writeUInt32LE(message.length, 8);
    packet.writeUInt32LE(message.length, 12);
    return [packet, message];
  });
  return Buffer.concat([header, ...packets]);
}

/** What tshark makes of each message, as the text of its detailed view. */
export function dissect(messages: readonly Buffer[]): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'gbcs-'));
  try {
    const file = join(directory, 'messages.pcap');
    writeFileSync(file, captureFile(messages));
    const binding = `uat:user_dlts:"User 0 (DLT=${DLT_USER0})","gbcs_message","0","","0",""`;
    const text = execFileSync('tshark', ['-r', file, '-V', '-o', binding], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.split(/^Frame \d+:/m).slice(1);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
