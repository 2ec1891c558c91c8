/** A file that the reader gives: its size is looked at first, then it is read. */
import { LIMITS } from '../scenario/limits.ts';
import { problem, type Result } from '../scenario/problems.ts';

/** The bytes of a scenario file. One that is too large is refused unread. */
export async function readScenarioFile(file: Blob): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (file.size > LIMITS.bytes) {
    const size = `${file.size.toLocaleString('en')} bytes`;
    return { ok: false, problems: [problem('too-large', '', size)] };
  }
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()), problems: [] };
  } catch (error) {
    // A folder, a file that was moved or changed since, one that may not be read.
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return { ok: false, problems: [problem('unreadable', '', why)] };
  }
}
