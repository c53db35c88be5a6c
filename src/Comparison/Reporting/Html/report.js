'use strict';
const rows = [...document.querySelectorAll('.row.differs, .session.not-run')];
const place = document.getElementById('place');
let current = -1;

function show(step) {
  if (rows.length === 0) return;
  current = (current + step + rows.length) % rows.length;
  document.querySelector('.current')?.classList.remove('current');
  const row = rows[current];
  row.closest('details').open = true;
  row.classList.add('current');
  row.scrollIntoView({ block: 'center' });
  row.focus({ preventScroll: true });
  place.textContent = `${current + 1} of ${rows.length}`;
}

function toggleWire(button) {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
  const bubble = button.parentElement;
  for (const shown of bubble.querySelectorAll(':scope > .exchange')) shown.remove();
  if (isOpen) return;
  for (const id of button.dataset.wire.split(' ')) bubble.append(document.getElementById(id).content.cloneNode(true));
}

// Where all is equal there is nothing to go through.
document.getElementById('next')?.addEventListener('click', () => show(1));
document.getElementById('previous')?.addEventListener('click', () => show(current < 0 ? 0 : -1));
document.getElementById('only')?.addEventListener('click', event => {
  const isOnly = document.body.classList.toggle('only');
  event.target.setAttribute('aria-pressed', String(isOnly));
});
document.getElementById('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = isDark ? 'light' : 'dark';
});
document.addEventListener('click', event => {
  const button = event.target.closest('button.wire');
  if (button) toggleWire(button);
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  const target = document.querySelector(link.getAttribute('href'));
  target.closest('details').open = true;
  const row = rows.indexOf(target);
  if (row >= 0) {
    event.preventDefault();
    show(row - current);
  }
});
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'n') show(1);
  if (event.key === 'p') show(current < 0 ? 0 : -1);
});
