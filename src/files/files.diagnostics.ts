import { defineDiagnostics } from '#diagnostics';

/** What can go wrong with folders, files and merges. */
export const filesDiagnostics = defineDiagnostics('files', {
  'not-a-folder': {
    severity: 'error',
    message: (p: { path: string }) => `'${p.path}' is a file, a folder is needed there.`,
    help: 'Choose another folder, or move the file away.',
  },
  'not-a-service': {
    severity: 'error',
    message: (p: { path: string }) => `'${p.path}' is not empty and holds no forged service.`,
    help: 'Choose a new or an empty folder; a forged service is recognised by its .microforge folder.',
  },
  unwritable: {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `'${p.path}' can't be written (${p.reason}).`,
    help: 'Check the permissions of the folder and of the one above it, or choose another folder.',
  },
  'disk-full': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `There is no space left to write '${p.path}' (${p.reason}). What was there is untouched.`,
    help: 'Free some space (or raise the quota) and run the command again.',
  },
  'path-too-long': {
    severity: 'error',
    message: (p: { path: string }) => `The path '${p.path}' is too long for the file system.`,
    help: 'Choose a folder nearer to the root, or a shorter name (names end at 255 bytes).',
  },
  'other-file-system': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `'${p.path}' can't be renamed or linked beside itself (${p.reason}): publishing would not be atomic.`,
    help: "Mount points (such as a Docker volume) can't be replaced: give a folder below the mount point, and keep other file systems out of the service folder.",
  },
  'io-failed': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `'${p.path}' could not be used (${p.reason}).`,
    help: 'The operating system refused it; when the reason is gone, run the command again.',
  },
  busy: {
    severity: 'error',
    message: (p: { path: string; pid: number }) =>
      `Another microforge (process ${p.pid}) is publishing to '${p.path}'.`,
    help: 'Wait until it has finished, then run the command again.',
  },
  'changed-meanwhile': {
    severity: 'error',
    message: (p: { path: string }) =>
      `'${p.path}' was changed while the new version was being built; nothing was published.`,
    help: 'Run the command again: it will merge the change.',
  },
  'late-edit': {
    severity: 'warning',
    message: (p: { path: string; saved: string }) =>
      `'${p.path}' was changed in the moment of publishing; that version is saved as '${p.saved}'.`,
    help: 'Take over what you need from it, then delete it.',
  },
  recovered: {
    severity: 'info',
    message: (p: { path: string; version: 'previous' | 'new' }) =>
      `An interrupted publication to '${p.path}' was repaired: it holds the ${p.version} version, complete.`,
    help: (p: { version: 'previous' | 'new' }) =>
      p.version === 'new' ? 'Nothing to do.' : 'Run the interrupted command again.',
  },
  restored: {
    severity: 'info',
    message: (p: { paths: string }) => `Deleted, and restored now: ${p.paths}.`,
    help: 'Generated files follow the requirements: change those to be rid of one.',
  },
  'pristine-unreadable': {
    severity: 'warning',
    message: (p: { path: string; reason: string }) =>
      `'${p.path}' can't be used (${p.reason}): what was generated last time is unknown.`,
    help: 'Restore it from version control; otherwise every file that differs from what is generated now counts as edited by you, and nothing is overwritten.',
  },
  'blueprint-unreadable': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `The blueprint of the service, '${p.path}', can't be used (${p.reason}).`,
    help: 'Restore it from version control, or forge the service again from its requirements.',
  },
  'merge-conflict': {
    severity: 'error',
    message: (p: { path: string; side: string; count: number }) =>
      `You and the requirements changed the same lines of '${p.path}' (${p.count} ${p.count === 1 ? 'place' : 'places'}); your version stays.`,
    help: (p: { side: string }) =>
      `Edit '${p.side}' until it has no markers and run the command again: it then becomes the file.`,
  },
  'path-blocked': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `'${p.path}' is to be generated, but ${p.reason} is in its place.`,
    help: 'Rename what is there, or change the requirements so that the name is free.',
  },
});
