/** The page of the scenario that this site ships with. */
import '../view/paper.css';
import { mount } from 'svelte';
import file from '../../seeds/ukraine-2025/scenario.json';
import futures from '../../seeds/ukraine-2025/scenario.json?futures';
import { watchAddress } from '../edge/address.ts';
import type { Link } from '../edge/link.ts';
import { complete } from '../scenario/complete.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { Session, VIEWS, type Place } from '../session/session.svelte.ts';
import App from '../view/App.svelte';
import type { Host } from '../view/host.ts';

// The build proves the file lawful; the type checker sees only what JSON can say.
const scenario = complete(file as unknown as ScenarioFile);
const session = new Session(scenario, futures);

const linkTo = (place: Place): Link => ({
  ...place,
  scenario: '',
  edition: scenario.edition,
  view: place.view === 'story' ? '' : place.view,
});

let first = true;
const address = watchAddress((link) => {
  if (link === null) {
    session.openPlace({ ...session.place, story: [], view: 'story', walk: '' }, scenario.edition, first);
  } else if (!link.ok) {
    session.notice = { kind: 'bad-link', why: link.problem };
    return null;
  } else if (link.value.scenario !== '' && link.value.scenario !== scenario.id) {
    session.notice = { kind: 'bad-link', why: 'other-scenario' };
    return null;
  } else {
    const { view } = link.value;
    const known = VIEWS.find((name) => name === view) ?? 'story';
    session.openPlace({ ...link.value, view: known }, link.value.edition, first);
    if (view && view !== known) session.notice ??= { kind: 'bad-link', why: 'unknown-view' };
  }
  first = false;
  return linkTo(session.place);
});

const host: Host = {
  address: (place) => address.of(linkTo(place)),
  show: (place) => address.write(linkTo(place)),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  print: () => window.print(),
};

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the app.');
mount(App, { target, props: { session, host } });
