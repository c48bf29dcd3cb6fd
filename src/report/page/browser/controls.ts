import type {ChoiceOf} from '../choices.ts';
import {matchesDark} from './chart.ts';
import type {Choice} from './chosen.ts';

/** The bar that stays in sight: the stretch of time shown, what is shown in the charts, light or dark. */
export function controls(
  choice: Choice,
  choices: readonly ChoiceOf[],
  span: readonly [number, number] | null,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'controls';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'What the charts show');
  if (span) bar.append(windowControls(choice, span));
  if (choices.length > 1) bar.append(nameControls(choice, choices));
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

function nameControls(choice: Choice, choices: readonly ChoiceOf[]): HTMLElement {
  const details = document.createElement('details');
  details.className = 'names';
  const summary = document.createElement('summary');
  const list = document.createElement('div');
  const boxes = choices.map(({kind, name, labels}, i) => {
    if (kind !== choices[i - 1]?.kind) {
      const heading = document.createElement('strong');
      heading.textContent = kind;
      list.append(heading);
    }
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    label.append(box, ` ${name}`);
    list.append(label);
    box.addEventListener('change', () => {
      const hidden = new Set(choice.current.hidden);
      for (const each of labels) {
        if (box.checked) hidden.delete(each);
        else hidden.add(each);
      }
      choice.set({hidden});
    });
    return {labels, box};
  });
  const all = document.createElement('button');
  all.type = 'button';
  all.textContent = 'Show all';
  all.addEventListener('click', () => choice.set({hidden: new Set()}));
  list.prepend(all);
  const show = () => {
    const {hidden} = choice.current;
    for (const {labels, box} of boxes) box.checked = !labels.every((label) => hidden.has(label));
    const left = boxes.filter(({box}) => box.checked).length;
    summary.textContent = left === boxes.length ? `Shown: all ${left}` : `Shown: ${left} of ${boxes.length}`;
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
