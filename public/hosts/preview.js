// Embeds the map in the way that the address names, with what the address of the embed says. Nothing from elsewhere.
const asked = new URLSearchParams(location.search);
const site = new URL('..', location.href);
const embed = new URL(asked.get('address') ?? 'embed.html', site);
// The attributes of the web component that choose what of the site's own map is shown, and how.
const SETTINGS = ['scenario', 'story', 'lock', 'evidence', 'endings', 'map', 'theme'];

if (embed.href.startsWith(site.href) && asked.get('kind') === 'component') {
  const element = document.createElement('parley-scenario');
  element.setAttribute('scenario', 'ukraine-2025');
  if (embed.hash) element.setAttribute('story', embed.hash.slice(1));
  for (const [name, value] of embed.searchParams)
    if (SETTINGS.includes(name)) element.setAttribute(name, value);
  document.body.append(element);
  await import('../element.js');
} else if (embed.href.startsWith(site.href)) {
  const frame = document.createElement('iframe');
  frame.src = embed.href;
  frame.title = 'The map';
  frame.dataset.parley = '';
  document.body.append(frame);
  await import('../loader.js');
}
