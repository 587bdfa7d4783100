// @ts-check
// Who opens what it was told of has read it. Without this the button beside it says so.
'use strict';

for (const link of document.querySelectorAll('a[data-told]')) {
  const form = link.closest('li')?.querySelector('form');
  if (!form) continue;
  link.addEventListener('click', () => {
    navigator.sendBeacon(form.action, new FormData(form));
  });
}
