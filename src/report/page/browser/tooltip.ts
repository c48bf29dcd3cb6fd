/** A row of a chart's data as a small table; texts made safe by `sanitize`. Nothing of how it is drawn is told. */
export function tooltipText(row: unknown, sanitize: (value: unknown) => string): string {
  if (typeof row !== 'object' || row === null) return sanitize(row);
  const lines = Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) =>
        `<tr><td class="key">${sanitize(name)}</td><td class="value">${sanitize(told(value))}</td></tr>`,
    );
  return `<table>${lines.join('')}</table>`;
}

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

function told(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en', {maximumSignificantDigits: 4});
  const [, date, time] = ISO.exec(String(value)) ?? [];
  return date && time ? `${date} ${time}` : String(value);
}
