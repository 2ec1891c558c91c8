/** What the view of a class asks of the outside: fetched when that view is opened. */
import { watch } from '../edge/camera.ts';
import { csv } from '../edge/export/csv.ts';
import { gather } from '../edge/gather.ts';
import { writeHanded } from '../edge/handed-file.ts';
import { png } from '../edge/png.ts';
import type { Classroom } from '../view/host.ts';

/** For a page whose own scenario, which its links do not name, is called `own`. */
export const classroomOf = (own: string): Classroom => ({
  gather: (given, from) => gather(given, from, own),
  watch,
  png,
  csv,
  written: writeHanded,
});
