/** The first letters of the syllables of every character in the names of commands and pages, so that they can be typed without switching the keyboard. */
const characters: Record<string, string> = {
  a: '安案', b: '不办备并报板补部班表', c: '充场处吹成查重除晨撤', d: '到单当打点登督答定导档', f: '复发法纷', g: '工挂改管规', h: '合会回恢挥核呼户', j: '级加节拒接计记交叫解决结纠',
  k: '开控看', l: '理练来联', m: '门', n: '南', p: '批派片平牌普', q: '前区期请求', r: '入', s: '上事受哨始实审收时申社束试', t: '台提统退调', w: '完委',
  x: '先响新行现修小巡', y: '予优应延演源员月', z: '助作指整注照置账自值则装综',
};

const initials = new Map(Object.entries(characters).flatMap(([letter, list]) => [...list].map((one) => [one, letter] as const)));

/** The initials of a Chinese word, such as `pd` for 派单; null when a character of it is not in the table. */
export function initialsOf(word: string): string | null {
  let found = '';
  for (const character of word) {
    const letter = initials.get(character);
    if (!letter) {
      return null;
    }
    found += letter;
  }
  return found;
}
