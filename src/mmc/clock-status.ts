/** Clock status bits of a date-time, and what MMC calls them. Source: DLMS UA Blue Book, clock status; MMC schema 5.4. */
const INVALID = 0x01;
const DOUBTFUL = 0x02;

/** What a clock says of itself. @param status the clock status byte of DLMS */
export function clockStatus(status: number): string {
  if (status & INVALID) return 'invalid';
  return status & DOUBTFUL ? 'unreliable' : 'reliable';
}
