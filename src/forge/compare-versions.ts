import { loadComparison } from '#contract';
import type { ContractComparison } from '#contract';
import type { PreviousFile } from '#targets';
import type { FileTree } from '#files';

const CONTRACT = 'openapi.json';

/** What the callers of the last version notice of the next one; undefined if there was none. */
export async function compareVersions(
  last: readonly PreviousFile[],
  next: FileTree,
): Promise<ContractComparison | undefined> {
  const before = documentIn(last);
  const after = documentIn(next);
  if (before === undefined || after === undefined) return undefined;
  const { compareContracts } = await loadComparison();
  return compareContracts(before, after);
}

function documentIn(files: readonly PreviousFile[]): unknown {
  const text = files.find(({ path }) => path === CONTRACT)?.content;
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
