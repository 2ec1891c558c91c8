/** The page: the scenario that this site ships with, and those that the reader opens from files. */
import '../../view/shell/paper.css';
import published from 'virtual:published';
import file from '../../../seeds/ukraine-2025/scenario.json';
import futures from '../../../seeds/ukraine-2025/scenario.json?futures';
import { keepOffline } from '../../browser/offline.ts';
import { homeOf } from '../../codec/passed-on.ts';
import { readPacked } from '../../lms/packed.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { newerVersion } from './newer-version.ts';
import { Page } from './page.ts';
import { Visit } from './visit.ts';

const inOneFile = import.meta.env.MODE === 'whole-file';
// Only the one file is packed for a learning platform, and then its head says so.
const packed = inOneFile ? readPacked(document) : null;

const page = new Page({
  // The build proves the file lawful; the type checker sees only what JSON can say.
  visit: new Visit(complete(file as unknown as ScenarioFile), futures),
  // Only its platform leads to a packed page, so there the links that are handed on lead to the site.
  home: homeOf(packed ? packed.address : location.href, published),
  inOneFile,
  // Said here, so that the site’s build leaves out what only the one file needs.
  platform: inOneFile && packed ? { packed, load: () => import('./platform.ts') } : null,
  // The one file is kept by whoever has it, and while developing nothing is to be kept.
  newer: newerVersion(import.meta.env.PROD && !inOneFile && keepOffline),
});
page.begin();
