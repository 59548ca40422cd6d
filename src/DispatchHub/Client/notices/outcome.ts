import { say, words, type Word } from '../words/say';

const fixed: Readonly<Record<string, Word>> = words({
  sent: { en: 'sent', zh: '已发送' },
  expired: { en: 'too late', zh: '已过时' },
  nobody: { en: 'nobody', zh: '无人' },
  'no answer': { en: 'no answer', zh: '对方无应答' },
  'not reached': { en: 'not reached', zh: '未送达' },
  'not set up': { en: 'not set up', zh: '未开通' },
  'no such user': { en: 'no such user', zh: '无此用户' },
  'off duty': { en: 'off duty', zh: '不在岗' },
  'left in the app': { en: 'left in the app', zh: '留在应用内' },
  'off duty by now': { en: 'off duty by now', zh: '已下班' },
  'no second line': { en: 'no second line', zh: '无二线备勤' },
  'no installed client': { en: 'no installed client', zh: '未安装客户端' },
  'no installed client any more': { en: 'no installed client any more', zh: '客户端已卸载' },
  'answered something else': { en: 'answered something else', zh: '应答内容异常' },
});

const named: readonly (readonly [RegExp, Word])[] = [
  [/^answered (.+)$/, { en: 'answered {n}', zh: '对方应答 {n}' }],
  [/^off duty: (.+)$/, { en: 'off duty: {n}', zh: '不在岗：{n}' }],
  [/^second line: (.+)$/, { en: 'second line: {n}', zh: '二线备勤：{n}' }],
  [/^it was (.+) who did it$/, { en: 'it was {n} who did it', zh: '操作人即 {n}' }],
];

/** What came of telling somebody, as the server wrote it down; names and what it may say one day stay as they are. */
export function outcomeText(outcome: string): string {
  return outcome.split('; ').map(partText).join('; ');
}

function partText(part: string): string {
  if (fixed[part]) {
    return say(fixed[part]);
  }
  for (const [form, word] of named) {
    const found = form.exec(part)?.[1];
    if (found) {
      return say(word, { n: found });
    }
  }
  return part;
}
