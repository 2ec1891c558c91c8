/** The page of the scenario that this site ships with. */
import '../view/paper.css';
import { mount } from 'svelte';
import file from '../../seeds/ukraine-2025/scenario.json';
import futures from '../../seeds/ukraine-2025/scenario.json?futures';
import { watchAddress } from '../edge/address.ts';
import type { Link } from '../edge/link.ts';
import { compile } from '../machine/compile.ts';
import { complete } from '../scenario/complete.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Story } from '../scenario/scenario.ts';
import { Session, VIEWS, type View } from '../session/session.svelte.ts';
import App from '../view/App.svelte';
import type { Host } from '../view/host.ts';

// The build proves the file lawful; the type checker sees only what JSON can say.
const scenario = complete(file as unknown as ScenarioFile);
const session = new Session(compile(scenario), futures);

const linkTo = (story: Story, view: View, walk: string, ending: string): Link => ({
  scenario: scenario.id,
  edition: scenario.edition,
  story,
  view: view === 'story' ? '' : view,
  walk,
  ending: view === 'how' ? ending : '',
});

let first = true;
const address = watchAddress((link) => {
  if (link === null) {
    session.openPlace({ story: [], view: 'story', walk: '', ending: '' }, scenario.edition, first);
  } else if (!link.ok) {
    session.notice = { kind: 'bad-link', why: link.problem };
    return null;
  } else if (link.value.scenario !== scenario.id) {
    session.notice = { kind: 'bad-link', why: 'other-scenario' };
    return null;
  } else {
    const { story, view, walk, ending, edition } = link.value;
    const known = VIEWS.find((name) => name === view) ?? 'story';
    session.openPlace({ story, view: known, walk, ending }, edition, first);
    if (view && view !== known) session.notice ??= { kind: 'bad-link', why: 'unknown-view' };
  }
  first = false;
  return linkTo(session.story, session.view, session.walk?.id ?? '', session.ending?.id ?? '');
});

const host: Host = {
  address: (story, view = 'story', walk = '', ending = '') => address.of(linkTo(story, view, walk, ending)),
  show: (story, view, walk, ending) => address.write(linkTo(story, view, walk, ending)),
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
