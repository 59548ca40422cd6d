import { communityKeys } from '../community/keys';
import { commandSpecs } from '../commands/registry';
import { keyGroups, keyLabel, keySpecs, type KeyGroup, type KeySpec } from './keys';

/** docs/keys.md, made from the registries of keys of each page and of commands. */
export function keysDocument(): string {
  const lines = [
    '# Keys',
    '',
    'Made from `src/DispatchHub/Client/keys/keys.ts`, `community/keys.ts` and `commands/registry.ts`; `?` on a page shows the same. After a change:',
    '`cd src/DispatchHub/Client && DISPATCH_WRITE_DOCS=1 npx vitest run keys`.',
  ];
  lines.push('', '## The board (`/board`)', ...tables(keySpecs));
  lines.push('', '## Commands of the board\'s command bar', '', 'Type the name, in either language, after `/`. Several: can be given to all marked cases at once.', '');
  lines.push('| name | command | 命令 | asks for | several |', '| --- | --- | --- | --- | --- |');
  for (const spec of commandSpecs) {
    lines.push(`| \`${spec.name}\` | ${spec.word.en} | ${spec.word.zh} | ${spec.fields.map((field) => field.name).join(', ')} | ${spec.many ? 'yes' : ''} |`);
  }
  lines.push('', '## The community (`/community`)', ...tables(communityKeys));
  return `${lines.join('\n')}\n`;
}

function tables(specs: Readonly<Record<string, KeySpec>>): string[] {
  return (Object.keys(keyGroups) as KeyGroup[]).flatMap((group) => {
    const rows = Object.values(specs)
      .filter((spec) => spec.group === group)
      .map((spec) => `| ${spec.keys.map((key) => `\`${keyLabel(key)}\``).join(' ')} | ${spec.word.en} | ${spec.word.zh} |`);
    return rows.length === 0 ? [] : ['', `### ${keyGroups[group].en} (${keyGroups[group].zh})`, '', '| key | does | 作用 |', '| --- | --- | --- |', ...rows];
  });
}
