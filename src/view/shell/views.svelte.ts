/** Loads the views besides the story, each when it is first opened. */
import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { View } from '../../session/place.ts';

const FETCH: Readonly<Record<Exclude<View, 'story'>, () => Promise<{ default: Component }>>> = {
  reported: () => import('../evidence/Sources.svelte'),
  walks: () => import('../story/Walks.svelte'),
  map: () => import('../map/MapView.svelte'),
  endings: () => import('../map/EndingsView.svelte'),
  how: () => import('../map/EndingsView.svelte'),
  odds: () => import('../odds/OddsView.svelte'),
  structure: () => import('../structure/Structure.svelte'),
  sources: () => import('../evidence/Sources.svelte'),
  doubt: () => import('../evidence/DoubtView.svelte'),
  compare: () => import('../story/CompareView.svelte'),
  teach: () => import('../lesson/TeachView.svelte'),
  'hand-in': () => import('../lesson/HandInView.svelte'),
  work: () => import('../lesson/WorkView.svelte'),
  class: () => import('../class/ClassView.svelte'),
  stories: () => import('./StoriesView.svelte'),
  open: () => import('./OpenScenario.svelte'),
  writers: () => import('./WritersView.svelte'),
  about: () => import('../evidence/AboutView.svelte'),
};

export class Views {
  readonly #fetched = new SvelteMap<View, Component>();
  /** The view that could not be loaded; null for none. */
  missing = $state<View | null>(null);

  /** The component of `view`; undefined while it is not loaded. */
  get(view: View): Component | undefined {
    return this.#fetched.get(view);
  }

  /** Loads `view`. Resolves to false where that fails. */
  async fetch(view: View): Promise<boolean> {
    this.missing = null;
    if (view === 'story' || this.#fetched.has(view)) return true;
    try {
      const [fetched] = await Promise.all([FETCH[view](), import('./controls.css')]);
      this.#fetched.set(view, fetched.default);
      return true;
    } catch {
      this.missing = view;
      return false;
    }
  }
}
