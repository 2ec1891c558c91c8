/** Services of the view of a class, loaded when that view is opened. */
import { codesIn, watch } from '../../browser/camera.ts';
import { deskStorage, tabStorage } from '../../browser/desk.ts';
import { csv } from '../../export/csv.ts';
import { folderOf } from '../../browser/folder.ts';
import { submissionData } from '../../codec/submission-file.ts';
import { png } from '../../browser/png.ts';
import { today } from '../../browser/today.ts';
import type { Classroom } from '../../view/shell/services.ts';
import { gatherInWorker } from './workers/gathering.ts';

/**
 * `own` is the id of the site’s own scenario, which its links do not name; `shown` is the id of the scenario shown.
 */
export const classroomOf = (own: string, shown: string): Classroom => ({
  async gather(given, from) {
    if (typeof given === 'string' || !given.type.startsWith('image/'))
      return gatherInWorker({ given, from, own });
    const codes = await codesIn(given);
    if (!codes) return { ok: false, why: 'no-picture' };
    if (codes.length === 0) return { ok: false, why: 'no-code' };
    const gathered = await gatherInWorker({ given: codes.join('\n'), from, own });
    return gathered.ok ? gathered : { ok: false, why: 'other-code' };
  },
  watch,
  png,
  csv,
  written: submissionData,
  today,
  // In a frame nothing is stored, because the storage belongs to the host page.
  ...deskStorage(window.self === window.top ? tabStorage() : null, folderOf(document.baseURI), shown),
});
