import { openAiModel } from '#agents';
import type { ModelPort } from '#agents';
import type { CommandContext, CommandOption } from './command.ts';
import { cliDiagnostics } from './cli.diagnostics.ts';

export const modelOptions = {
  model: {
    type: 'string',
    placeholder: 'URL',
    description:
      'a model that proposes (OpenAI-compatible); MICROFORGE_MODEL names it, MICROFORGE_MODEL_KEY is its key',
  },
  'model-timeout': {
    type: 'string',
    placeholder: 'SECONDS',
    description: 'how long an answer of the model may take (default 20)',
  },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** The model that is configured; undefined without one, and false if it is configured wrongly, which is said. */
export function modelFrom(
  values: { readonly model: string | undefined; readonly 'model-timeout': string | undefined },
  { output, env, signal }: Pick<CommandContext, 'output' | 'env' | 'signal'>,
): ModelPort | undefined | false {
  if (values.model === undefined) return undefined;
  const wrong = (reason: string): false => {
    output.diagnostics([cliDiagnostics.create('bad-option', { reason, suggestion: '' })]);
    return false;
  };
  const url = URL.parse(values.model);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    return wrong('--model is the URL of an endpoint, such as https://models.example/v1');
  const seconds = Number(values['model-timeout'] ?? 20);
  if (!(seconds > 0 && seconds <= 600)) return wrong('--model-timeout is from 0.1 to 600 seconds');
  const key = env['MICROFORGE_MODEL_KEY'];
  const isNear = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (key !== undefined && url.protocol === 'http:' && !isNear)
    return wrong('--model: the key of a model travels by https only');
  const model = env['MICROFORGE_MODEL'] ?? 'default';
  const timeoutMs = seconds * 1000;
  return openAiModel({ url, model, timeoutMs, signal, ...(key !== undefined && { key }) });
}
