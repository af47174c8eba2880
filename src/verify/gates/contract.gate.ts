import type { Finding, Gate, GateContext } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { type HttpResponse, jsonOf, mediaType } from '../http/exchange.ts';
import { createHttpClient } from '../http/http-client.ts';
import { jsonDifference } from './compare-json.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** What a running service says about itself. */
export const gate: Gate = {
  name: 'contract',
  title: 'served contract',
  order: 60,
  needs: ['boot'],
  timeoutSeconds: 60,
  async run(context) {
    const { url } = await context.shared();
    const client = createHttpClient({ url, signal: context.signal });
    try {
      const results = Object.entries(endpoints).map(async ([path, check]) => {
        const { response, error } = await client.send({ method: 'GET', target: path, headers: {} });
        const problem =
          response === undefined
            ? `is not answered (${error})`
            : response.status === 200
              ? check(response, context)
              : `answers ${response.status}`;
        return problem === undefined ? [] : [wrong(path, problem)];
      });
      const findings = (await Promise.all(results)).flat();
      return gateResult(findings, `${results.length} endpoints`);
    } finally {
      client.close();
    }
  },
};

type Check = (response: HttpResponse, context: GateContext) => string | undefined;

const isOk: Check = (response) =>
  (jsonOf(response) as { status?: unknown } | undefined)?.status === 'ok'
    ? undefined
    : 'does not say {"status": "ok"}';

const endpoints: Readonly<Record<string, Check>> = {
  '/openapi.json': (response, { contract }) => {
    const difference = jsonDifference(
      jsonOf(response),
      JSON.parse(JSON.stringify(contract.openapi)),
    );
    return difference === undefined ? undefined : `is not the contract: ${difference}`;
  },
  '/docs': (response) => {
    if (mediaType(response) !== 'text/html') return `answers '${mediaType(response)}', not HTML`;
    const host = foreignHost(response.text);
    if (host !== undefined) return `loads from another host: ${host}`;
    return response.text.includes('openapi') ? undefined : 'does not mention the contract';
  },
  '/health/live': isOk,
  '/health/ready': isOk,
  '/metrics': (response) => {
    if (mediaType(response) !== 'text/plain') return `answers '${mediaType(response)}', not text`;
    const bad = response.text.split('\n').find((line) => line !== '' && !METRIC.test(line));
    if (bad !== undefined) return `has a line that Prometheus can't read: ${bad.slice(0, 80)}`;
    // Histograms and summaries both count; the name is left to the target.
    return /^\w*(http|request)\w*(_count|_total)\{[^}]*\}/m.test(response.text)
      ? undefined
      : 'counts no requests';
  },
};

/** https://prometheus.io/docs/instrumenting/exposition_formats: a comment, or a name, labels, a value, a time. */
const METRIC = /^(#.*|[a-zA-Z_:][\w:]*(\{[^{}]*\})? (NaN|[+-]?Inf|[-+0-9.eE]+)( -?\d+)?)$/;

/** The first thing that a page would load from elsewhere; links to follow by hand are fine. */
function foreignHost(html: string): string | undefined {
  return /<(?:script|link|img|iframe|source)\b[^>]{0,500}\b(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]{1,200})/i.exec(
    html,
  )?.[1];
}

function wrong(path: string, problem: string): Finding {
  const clause = path.startsWith('/health')
    ? 'SP-13.1'
    : path === '/metrics'
      ? 'SP-13.2'
      : 'SP-13.3';
  return {
    ...gatesDiagnostics.create('endpoint-wrong', { path, problem }),
    clause,
    curl: `curl -sS -i "$URL"${path}`,
  };
}
