import {matchesDark} from './chart.ts';
import type {Choice} from './chosen.ts';

/** The bar that stays in sight: the stretch of time shown, what is shown in the charts, light or dark. */
export function controls(
  choice: Choice,
  names: readonly string[],
  span: readonly [number, number] | null,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'controls';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'What the charts show');
  if (span) bar.append(windowControls(choice, span));
  if (names.length > 1) bar.append(nameControls(choice, names));
  bar.append(themeButton(choice));
  return bar;
}

/** The axis reads local times as if they were UTC; so do the inputs. */
const inputValue = (ms: number) => new Date(ms).toISOString().slice(0, 16);

function windowControls(choice: Choice, [fromMs, toMs]: readonly [number, number]): HTMLElement {
  const group = document.createElement('span');
  const input = (label: string) => {
    const wrapper = document.createElement('label');
    const field = document.createElement('input');
    field.type = 'datetime-local';
    field.min = inputValue(fromMs);
    field.max = inputValue(toMs);
    wrapper.append(label, field);
    group.append(wrapper);
    return field;
  };
  const [from, to] = [input('From '), input('to ')];
  const whole = document.createElement('button');
  whole.type = 'button';
  whole.textContent = 'Whole horizon';
  whole.addEventListener('click', () => choice.set({window: null}));
  group.append(whole);
  const show = () => {
    const [first, last] = choice.current.window ?? [fromMs, toMs];
    from.value = inputValue(first);
    to.value = inputValue(last);
    whole.disabled = choice.current.window === null;
  };
  const take = () => {
    const window = [Date.parse(`${from.value}Z`), Date.parse(`${to.value}Z`)] as const;
    if (window[0] < window[1]) choice.set({window});
  };
  from.addEventListener('change', take);
  to.addEventListener('change', take);
  choice.listen(show);
  show();
  return group;
}

function nameControls(choice: Choice, names: readonly string[]): HTMLElement {
  const details = document.createElement('details');
  details.className = 'names';
  const summary = document.createElement('summary');
  const list = document.createElement('div');
  const boxes = names.map((name) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    label.append(box, ` ${name}`);
    list.append(label);
    box.addEventListener('change', () => {
      const hidden = new Set(choice.current.hidden);
      if (box.checked) hidden.delete(name);
      else hidden.add(name);
      choice.set({hidden});
    });
    return {name, box};
  });
  const all = document.createElement('button');
  all.type = 'button';
  all.textContent = 'Show all';
  all.addEventListener('click', () => choice.set({hidden: new Set()}));
  list.prepend(all);
  const show = () => {
    const {hidden} = choice.current;
    for (const {name, box} of boxes) box.checked = !hidden.has(name);
    summary.textContent =
      hidden.size === 0 ? `Shown: all ${names.length}` : `Shown: ${names.length - hidden.size} of ${names.length}`;
  };
  choice.listen(show);
  show();
  details.append(summary, list);
  return details;
}

function themeButton(choice: Choice): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  const show = () => {
    button.textContent = matchesDark() ? 'Light' : 'Dark';
  };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = matchesDark() ? 'light' : 'dark';
    show();
    choice.set({});
  });
  show();
  return button;
}
