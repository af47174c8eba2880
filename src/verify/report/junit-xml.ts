import type { Finding } from '../gate.ts';
import type { GateReport, Verification } from '../verification.ts';

/** JUnit XML as CI systems read it (the schema of the Jenkins xUnit plug-in): a suite per gate, a case per finding. */
export function junitXml({ service, gates }: Verification): string {
  const suites = gates.map((gate) => suite(service, gate));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escape(service)}">\n${suites.join('')}</testsuites>\n`;
}

function suite(service: string, gate: GateReport): string {
  const { name, findings, verdict } = gate;
  const cases =
    findings.length > 0
      ? findings.map((finding) => failedCase(service, name, finding))
      : [verdict === 'skipped' ? skippedCase(service, gate) : passedCase(service, gate)];
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${verdict === 'skipped' ? 1 : 0}"`;
  return `  <testsuite name="${escape(name)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function passedCase(service: string, { name, title, summary }: GateReport): string {
  return `    <testcase classname="${escape(`${service}.${name}`)}" name="${escape(`${title}: ${summary}`)}"/>\n`;
}

function skippedCase(service: string, { name, title, reason = '' }: GateReport): string {
  return `    <testcase classname="${escape(`${service}.${name}`)}" name="${escape(title)}"><skipped message="${escape(reason)}"/></testcase>\n`;
}

function failedCase(
  service: string,
  gate: string,
  { code, message, help, clause, curl, severity }: Finding,
): string {
  const text = [help, clause ?? '', curl ?? ''].filter((part) => part !== '').join('\n');
  const attributes = `classname="${escape(`${service}.${gate}`)}" name="${escape(`${code}: ${message}`)}"`;
  if (severity !== 'error')
    return `    <testcase ${attributes}><system-out>${escape(text)}</system-out></testcase>\n`;
  return `    <testcase ${attributes}><failure type="${escape(code)}" message="${escape(message)}">${escape(text)}</failure></testcase>\n`;
}

/** XML 1.0 has no place for most control characters, not even as references. */
function escape(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
