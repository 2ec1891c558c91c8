// What WordPress’s own script does with a message from an embed.
window.addEventListener('message', function (event) {
  var data = event.data;
  if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  document.querySelectorAll('iframe[data-secret="' + data.secret + '"]').forEach(function (frame) {
    if (frame.contentWindow !== event.source || data.message !== 'height') return;
    frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10) || 0));
  });
});
