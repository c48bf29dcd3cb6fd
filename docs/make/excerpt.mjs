import {readFileSync} from 'node:fs';

/**
 * Lines out of a shipped scenario: from the one that begins with `begins` on, so many, or as long as they are indented
 * deeper. Their own indentation is taken away.
 */
export function excerpt(scenario, begins, lines) {
  const all = readFileSync(new URL(`../../scenarios/${scenario}/scenario.yaml`, import.meta.url), 'utf8').split('\n');
  const from = all.findIndex((line) => line.trimStart().startsWith(begins));
  if (from < 0) throw new Error(`scenarios/${scenario} has no line that begins with ${begins}`);
  const depth = (line) => line.length - line.trimStart().length;
  const margin = depth(all[from]);
  const rest = all.slice(from + 1);
  const end = rest.findIndex((line, i) => (lines ? i + 1 === lines : line.trim() !== '' && depth(line) <= margin));
  const taken = [all[from], ...rest.slice(0, end < 0 ? rest.length : end)];
  return taken
    .map((line) => line.slice(margin))
    .join('\n')
    .trimEnd();
}
