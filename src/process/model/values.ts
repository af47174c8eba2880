import { z } from 'zod';

/** An id of a document; in BPMN it has to be an XML name. */
export const id = z.string().min(1).max(300);

/** A text of a person. */
export const text = z.string().max(100_000);

/** An expression in FEEL (docs/feel.md) over the data of the instance. */
export const feel = z.string().max(10_000);
