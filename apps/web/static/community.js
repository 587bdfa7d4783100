// @ts-check
// A conversation as it goes on: what others write appears without a reload. The stream tells only that something changed;
// the page itself says what, through the same wall. Without this script, or without a stream, a reload does the same.
'use strict';

{
  const list = document.querySelector('ol[data-thread]');
  const said = document.querySelector('[data-thread-said]');

  /** Whether somebody is in the middle of something in it. */
  const isBusy = (/** @type {Element} */ post) => post.contains(document.activeElement);

  /**
   * Puts what is new or changed in its place; nothing that somebody is using moves.
   * @param {Document} html
   */
  function takeOver(html) {
    const fresh = html.querySelector('ol[data-thread]');
    if (!list || !fresh) return;
    /** @type {string[]} */
    const news = [];
    for (const post of [...fresh.children]) {
      const here = document.getElementById(post.id);
      if (!here) {
        list.append(document.importNode(post, true));
        news.push(post.querySelector('.post-author')?.textContent?.trim() ?? '');
      } else if (here.outerHTML !== post.outerHTML && !isBusy(here)) {
        here.replaceWith(document.importNode(post, true));
      }
    }
    list.setAttribute('data-change', fresh.getAttribute('data-change') ?? '0');
    if (said && news.length > 0)
      said.textContent =
        news.length === 1 ? `Nieuwe reactie van ${news[0]}.` : `${news.length} nieuwe reacties.`;
  }

  let waiting = false;
  let again = false;

  /** At most one request at a time, a moment after the news, so that a flurry is one look. */
  async function look() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 300));
    again = false;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
      if (answer.ok && !answer.redirected)
        takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // The next news, or a reload, brings it.
    }
    waiting = false;
    if (again) void look();
  }

  // On an earlier page of a long conversation nothing is added.
  if (list && list.getAttribute('data-last') === 'ja' && 'EventSource' in window) {
    const thread = encodeURIComponent(list.getAttribute('data-thread') ?? '');
    const source = new EventSource(`/live/gesprekken/${thread}?na=${list.getAttribute('data-change')}`);
    source.addEventListener('message', () => void look());
    addEventListener('pagehide', () => source.close());
  }
}
