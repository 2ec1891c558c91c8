// Gives the frame that sent the message the height it names, as Datawrapper’s embed codes do.
window.addEventListener('message', function (event) {
  var heights = event.data && event.data['datawrapper-height'];
  if (heights === undefined || heights === null) return;
  document.querySelectorAll('iframe').forEach(function (frame) {
    if (frame.contentWindow !== event.source) return;
    Object.keys(heights).forEach(function (chart) {
      frame.style.height = heights[chart] + 'px';
    });
  });
});
