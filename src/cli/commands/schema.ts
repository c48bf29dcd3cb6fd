import {command} from '../command.ts';
import {EXIT} from '../exitCodes.ts';

export const schema = command({
  name: 'schema',
  takes: null,
  summary: 'Print the JSON Schema of the language, for completion in an editor.',
  options: {},
  examples: [['schema > preroute.schema.json', 'then `# yaml-language-server: $schema=preroute.schema.json`']],
  async run(_values, {terminal}) {
    const {scenarioJsonSchema} = await import('../../scenario/jsonSchema.ts');
    terminal.out(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
    return EXIT.good;
  },
});
