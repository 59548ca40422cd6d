import { commandSpecs } from '../commands/registry';
import { keyGroups, keyLabel, keySpecs, type KeyGroup, type KeySpec } from './keys';

/** docs/keys.md, made from the registries of keys and commands. */
export function keysDocument(): string {
  const lines = [
    '# Keys of the board',
    '',
    'Made from `src/DispatchHub/Client/keys/keys.ts` and `commands/registry.ts`; `?` on the board shows the same. After a change:',
    '`cd src/DispatchHub/Client && DISPATCH_WRITE_DOCS=1 npx vitest run keys`.',
  ];
  for (const group of Object.keys(keyGroups) as KeyGroup[]) {
    lines.push('', `## ${keyGroups[group].en} (${keyGroups[group].zh})`, '', '| key | does | 作用 |', '| --- | --- | --- |');
    for (const spec of Object.values(keySpecs) as KeySpec[]) {
      if (spec.group === group) {
        lines.push(`| ${spec.keys.map((key) => `\`${keyLabel(key)}\``).join(' ')} | ${spec.word.en} | ${spec.word.zh} |`);
      }
    }
  }
  lines.push('', '## Commands of the command bar', '', 'Type the name, in either language, after `/`. Several: can be given to all marked cases at once.', '');
  lines.push('| name | command | 命令 | asks for | several |', '| --- | --- | --- | --- | --- |');
  for (const spec of commandSpecs) {
    lines.push(`| \`${spec.name}\` | ${spec.word.en} | ${spec.word.zh} | ${spec.fields.map((field) => field.name).join(', ')} | ${spec.many ? 'yes' : ''} |`);
  }
  return `${lines.join('\n')}\n`;
}
