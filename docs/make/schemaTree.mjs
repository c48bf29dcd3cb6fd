// Walks the JSON Schema of the language: which forms a value may have, what a key is called, what its type reads like.

/** A part may stand in a file of its own; that form is told once, not at every part. */
const isPartFile = (node) => node.properties?.file?.description?.startsWith('YAML file that holds this part');
const isNull = (node) => node.type === 'null';

/** The forms a value may have, those of forms included; one where it has but one. */
export function formsOf(node) {
  const {anyOf, oneOf} = node;
  const alternatives = [...(anyOf ?? []), ...(oneOf ?? [])].filter((form) => !isPartFile(form) && !isNull(form));
  return alternatives.length === 0 ? [node] : alternatives.flatMap(formsOf);
}

/** What makes two nodes the same shape, whatever is said of them. */
export const shapeOf = ({description: _, default: __, ...rest}) => JSON.stringify(rest);

/**
 * The node at a path: keys with dots, `[]` an entry of a list, `<name>` a value of a map, `{a,b}` the form that has
 * these keys.
 */
export function nodeAt(schema, path) {
  let nodes = [schema];
  for (const step of path === '' ? [] : path.match(/\[\]|<name>|\{[^}]+\}|[^.[\]{}<>]+/g)) {
    const forms = nodes.flatMap(formsOf);
    if (step === '[]') nodes = forms.flatMap((form) => (form.items ? [form.items] : []));
    else if (step === '<name>')
      nodes = forms.flatMap((form) => (isObject(form.additionalProperties) ? [form.additionalProperties] : []));
    else if (step.startsWith('{'))
      nodes = forms.filter((form) =>
        step
          .slice(1, -1)
          .split(',')
          .every((key) => form.properties?.[key]),
      );
    else nodes = forms.flatMap((form) => (form.properties?.[step] ? [form.properties[step]] : []));
    if (nodes.length === 0) throw new Error(`the schema has nothing at ${path} (${step})`);
  }
  return nodes[0];
}

const isObject = (value) => typeof value === 'object' && value !== null;
export const entriesOf = (form) => Object.entries(form.properties ?? {});
/** Values of a map by name, where the form is one and they say something. */
export const valuesOf = (form) =>
  isObject(form.additionalProperties) && Object.keys(form.additionalProperties).length > 0
    ? form.additionalProperties
    : null;

const isWord = (node) =>
  [...(node.oneOf ?? [])]
    .map((form) => form.type)
    .sort()
    .join() === 'boolean,number,string';

/** A type in words; `named` turns shapes that are told elsewhere into a link, or gives null. */
export function typeOf(node, named) {
  const link = named(node);
  if (link !== null) return link;
  if (isWord(node)) return 'word';
  const forms = formsOf(node);
  if (forms.length > 1) {
    const types = isWordAmong(forms)
      ? ['word', ...otherForms(forms).map((form) => typeOf(form, named))]
      : forms.map((form) => typeOf(form, named));
    return [...new Set(types)].join(' or ').replace(/^(.*) or list of \1s?$/, '$1, or a list');
  }
  const [form] = forms;
  if (form.enum) return form.enum.map((value) => `\`${value}\``).join(' or ');
  if (form.const !== undefined) return `\`${form.const}\``;
  if (form.type === 'string') return textType(form);
  if (form.type === 'integer' || form.type === 'number') return numberType(form);
  if (form.type === 'boolean') return '`true` or `false`';
  if (form.prefixItems) return `[ ${form.prefixItems.map((item) => typeOf(item, named)).join(', ')} ]`;
  if (form.type === 'array') return `list of ${several(typeOf(form.items, named))}`;
  if (form.properties) return 'block';
  const value = valuesOf(form);
  return value ? `${typeOf(value, named)} by name` : 'see the meaning';
}

/** `durations`; what is no single noun stays as it is. */
const several = (type) => type.replace(/^(word|duration|share|number|whole number|date|block)(?= |$)/, '$1s');

/** A word is text, number or truth: three forms of one thing where it stands among others. */
const WORD = ['string', 'number', 'boolean'];
const isPlain = (form) => WORD.includes(form.type) && Object.keys(form).every((key) => key === 'type');
const isWordAmong = (forms) => WORD.every((type) => forms.some((form) => form.type === type && isPlain(form)));
const otherForms = (forms) => forms.filter((form) => !isPlain(form));

function textType({pattern, enum: values}) {
  if (values) return values.map((value) => `\`${value}\``).join(' or ');
  if (pattern === undefined) return 'text';
  if (pattern.includes('(ms|s|m|h|d|w)')) return 'duration';
  if (pattern.includes('%')) return 'share';
  if (pattern.includes('\\d{4}-')) return 'date';
  return 'text';
}

function numberType({type, minimum, maximum, exclusiveMinimum}) {
  const word = type === 'integer' ? 'whole number' : 'number';
  const from =
    exclusiveMinimum !== undefined
      ? ` above ${exclusiveMinimum}`
      : minimum !== undefined && minimum > -9e15
        ? ` from ${minimum}`
        : '';
  return `${word}${from}${maximum !== undefined && maximum < 9e15 ? ` to ${maximum}` : ''}`;
}
