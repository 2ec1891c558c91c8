/** Reads files that the reader opens, after a check of their size. */
import { LIMITS } from '../scenario/limits.ts';
import { problem, type Result } from '../scenario/problems.ts';

/** The bytes of a scenario file, or a problem. A file that is too large is not read. */
export async function readScenarioFile(file: Blob): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (file.size > LIMITS.bytes) {
    const size = `${file.size.toLocaleString('en')} bytes`;
    return { ok: false, problems: [problem('too-large', '', size)] };
  }
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()), problems: [] };
  } catch (error) {
    // Such as a folder, a file that was moved or changed, or one without permission.
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return { ok: false, problems: [problem('unreadable', '', why)] };
  }
}
