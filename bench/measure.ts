/** Microseconds one call takes: the median of many short rounds, so that a pause of the machine does not show. */
export function microseconds(call: () => void, budgetMs = 400): number {
  const rounds: number[] = [];
  const perRound = callsPerRound(call);
  const end = performance.now() + budgetMs;
  while (performance.now() < end || rounds.length < 5) {
    const start = performance.now();
    for (let i = 0; i < perRound; i++) call();
    rounds.push(((performance.now() - start) * 1000) / perRound);
  }
  return median(rounds);
}

/** As `microseconds`, for calls that end later; one after the other. */
export async function microsecondsAsync(call: () => Promise<unknown>, budgetMs = 400): Promise<number> {
  const rounds: number[] = [];
  const end = performance.now() + budgetMs;
  while (performance.now() < end || rounds.length < 20) {
    const start = performance.now();
    await call();
    rounds.push((performance.now() - start) * 1000);
  }
  return median(rounds);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Enough calls for a round of about ten milliseconds, after warming up. */
function callsPerRound(call: () => void): number {
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < 50) {
    call();
    calls += 1;
  }
  return Math.max(1, Math.round(calls / 5));
}
