// Writes down what the second embed of the page tells.
const told = document.getElementById('told');
for (const type of ['step', 'ending'])
  document.getElementById('second').addEventListener(type, ({ detail }) => {
    told.textContent = `${type}: ${detail.story.join(' ')}${detail.ending ? ` → ${detail.ending}` : ''}`;
  });
