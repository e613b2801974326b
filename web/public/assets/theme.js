// Before anything is drawn: the theme that was chosen by hand, so that no page flashes in the other one. A cookie, not
// local storage, because storage belongs to one port and the server takes a free one each time it starts.
(() => {
  var chosen = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie);
  if (chosen) document.documentElement.dataset.theme = chosen[1];
})();
