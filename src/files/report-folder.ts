import { MICROFORGE } from './pristine-files.ts';

/** Where the reports of a verification are in a service's folder. */
export const REPORT_FOLDER = `${MICROFORGE}/verification`;
