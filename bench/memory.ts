import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Memory of this process after a garbage collection. */
export interface MemorySample {
  /** Since the start of the measurement. */
  readonly minutes: number;
  /** Objects, and buffers outside the heap of V8, in MiB. */
  readonly heapMib: number;
  readonly rssMib: number;
}

const MIB = 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** @param minutes what the sample is to be dated */
export function sampleMemory(minutes: number): MemorySample {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { minutes, heapMib: (heapUsed + external) / MIB, rssMib: rss / MIB };
}

/** How fast a figure grows, in MiB a minute: the slope of the line of least squares. */
export function slopePerMinute(
  samples: readonly MemorySample[],
  figure: (sample: MemorySample) => number,
): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(samples.map(({ minutes }) => minutes));
  const level = mean(samples.map(figure));
  const spread = mean(samples.map(({ minutes }) => (minutes - middle) ** 2));
  return mean(samples.map((sample) => (sample.minutes - middle) * (figure(sample) - level))) / spread;
}
