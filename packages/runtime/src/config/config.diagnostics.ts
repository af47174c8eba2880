import { defineDiagnostics } from './diagnostic.ts';

/** What can be wrong with services.json, and with what it names. */
export const configDiagnostics = defineDiagnostics('runtime', {
  'unreadable-file': {
    message: 'Cannot read {file}: {reason}.',
    help: 'Name a JSON file of at most 1 MB, such as services.json.',
  },
  'invalid-json': {
    message: '{problem}.',
    help: 'The file is plain JSON: no comments, no comma after the last entry.',
  },
  'duplicate-key': {
    message: '"{key}" is there twice.',
    help: 'Remove one of the two: JSON would silently keep the last.',
  },
  'invalid-services': {
    message: '{pointer} {problem}.',
    help: 'A service has "module", "class" and perhaps "config", or another "kind"; services.schema.json of the package says it to editors.',
  },
  'unset-variable': {
    message: 'The environment variable {name} is not set.',
    help: 'Set it, or give a default in the file, after its name and ":-".',
  },
  'no-such-module': {
    message: 'Service "{id}": there is no module "{module}".',
    help: 'Paths start with ./ and count from the file that names them, here {folder}; other names are packages.',
  },
  'broken-module': {
    message: 'Service "{id}": module "{module}" fails when it is loaded: {reason}.',
    help: 'Run it alone to see more: node {module}.',
  },
  'wrong-export': {
    message: 'Service "{id}": module "{module}" exports no class "{name}".',
    help: 'It exports: {exports}.',
  },
  'not-a-component': {
    message: 'Service "{id}": class "{name}" is no component: {problem}.',
    help: 'A component has `metadata` with an interface (defineInterface) and a method `execute`.',
  },
  'wrong-config': {
    message: 'Service "{id}": config{pointer} {problem}.',
    help: 'The interface "{interface}" says what the configuration looks like.',
  },
  'no-command': {
    message:
      'Service "{id}" has no "command", and nobody here knows how to run the folder {directory}.',
    help: 'Give it one, or host it with `microforge run`, which runs forged services by their folder.',
  },
  'failed-start': {
    message: 'Service "{id}" did not start: {reason}.',
    help: 'A class: its method `initialize` threw this, or took too long. A process answers 200 at its health path once it is ready.',
  },
  'config-refused': {
    message: 'Service "{id}" refuses its new configuration: {reason}.',
    help: 'It goes on with the old one.',
  },
});
