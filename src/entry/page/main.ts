/** Entry point of the page: starts it with the scenario of the site. */
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
// Only the program in one file can be packed for a learning platform; the data is then in its head.
const packed = inOneFile ? readPacked(document) : null;

const page = new Page({
  // The build has checked the file; TypeScript infers only a JSON type.
  visit: new Visit(complete(file as unknown as ScenarioFile), futures),
  // A packed page has an address only within its platform, so its shared links lead to the site.
  home: homeOf(packed ? packed.address : location.href, published),
  inOneFile,
  // The condition stands here so that the build of the site drops the code that only the one file needs.
  platform: inOneFile && packed ? { packed, load: () => import('./platform.ts') } : null,
  // The one file is already stored, and during development nothing should be cached.
  newer: newerVersion(import.meta.env.PROD && !inOneFile && keepOffline),
});
page.begin();
