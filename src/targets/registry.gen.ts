// Made by `npm run generate`; edits are lost.
export const targetRegistry = [] as const;
