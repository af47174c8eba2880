import { defineDiagnostics } from '../config/diagnostic.ts';

/** What can be wrong with gateway.json. */
export const gatewayDiagnostics = defineDiagnostics('gateway', {
  'unreadable-file': {
    message: 'Cannot read {file}: {reason}.',
    help: 'Name a JSON file of at most 1 MB, such as gateway.json.',
  },
  'invalid-json': {
    message: '{problem}.',
    help: 'The file is plain JSON: no comments, no comma after the last entry.',
  },
  'invalid-config': {
    message: '{pointer} {problem}.',
    help: 'gateway.schema.json of the package says to editors what may be there.',
  },
  'unset-variable': {
    message: 'The environment variable {name} is not set.',
    help: 'Set it, or give a default in the file, after its name and ":-".',
  },
  'no-such-version': {
    message: 'Service "{service}" mirrors to "{version}", which is none of its versions.',
    help: 'Its versions are: {versions}.',
  },
  'same-path': {
    message: '"{path}" leads to "{service}" and to "{other}".',
    help: 'Each path prefix belongs to one service; "paths" names them.',
  },
  'auth-without-way': {
    message: 'Service "{service}" wants to know its callers, but "auth" names no way to.',
    help: 'Give "auth" a "jwt" or "apiKeys" at the top of the file.',
  },
});
