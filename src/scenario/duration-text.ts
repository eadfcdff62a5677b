import { z } from 'zod';
import { durationOf } from './instant.js';

/** A duration as scenarios write it. */
export const durationText = z
  .string()
  .refine((text) => durationOf(text) !== undefined, 'not a duration such as 30s, 15m, 2h or 1d');
