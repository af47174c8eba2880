import { z } from 'zod';
import { nodeShape } from './node.ts';

/** A non-functional requirement. `value` and `unit` where it is a number that the service can keep. */
export const qualitySchema = z
  .strictObject({
    ...nodeShape,
    category: z.enum([
      'rate-limit',
      'page-size',
      'body-size',
      'latency',
      'throughput',
      'availability',
      'retention',
      'security',
      'other',
    ]),
    statement: z.string(),
    value: z.number().exactOptional(),
    /** `per-minute`, `per-second`, `per-hour`, `items`, `bytes`, `ms`, `percent`, `days` … */
    unit: z.string().exactOptional(),
  })
  .readonly();
export type Quality = z.infer<typeof qualitySchema>;
