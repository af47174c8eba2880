/**
 * What a folder holds at a path: a text, nothing, or something that can't be merged (a folder, a
 * symbolic link, bytes that aren't UTF-8), with the reason.
 */
export type CurrentFile = string | undefined | { readonly blocked: string };
