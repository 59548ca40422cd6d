import type { Problem } from '../api/problem';
import { language } from './language';
import { say, words, type Word } from './say';

// What a refusal means for the person who caused it, and what to do next. The codes are the server's.
export const problemWords = words({
  unreachable: { en: 'The server cannot be reached. What you typed is kept; try again when the connection is back.', zh: '无法连接服务器。已填内容保留，恢复连接后请重试。' },
  unavailable: { en: 'The store is away for a moment. Nothing was lost; try again in some seconds.', zh: '存储暂时不可用，内容未丢失，请稍后重试。' },
  'rate-limited': { en: 'Too many requests. Wait a moment and try again.', zh: '操作过于频繁，请稍候再试。' },
  unexpected: { en: 'Something went wrong on the server. Try again; if it stays, tell the administrator the time.', zh: '服务器出现异常。请重试；若仍失败，请把时间告知管理员。' },
  'invalid-credentials': { en: 'User name or password is wrong.', zh: '用户名或密码不正确。' },
  'sign-in-required': { en: 'Sign in again to go on.', zh: '请重新登录后继续。' },
  'session-ended': { en: 'The session has ended. Sign in again; what you typed is kept.', zh: '会话已结束。请重新登录，已填内容保留。' },
  'role-not-allowed': { en: 'Your role does not do this. Ask whoever is responsible, or act on behalf if you may.', zh: '您的角色不能执行此操作。请联系责任方，或按规定代为操作。' },
  'outside-area': { en: 'This lies outside your area.', zh: '不在您的管辖范围内。' },
  'on-behalf-not-allowed': { en: 'Only a dispatcher or captain acts on behalf of others.', zh: '仅值班员或队长可代他人操作。' },
  unknown: { en: 'There is no such thing; it may have been removed. Look again.', zh: '未找到该对象，可能已不存在，请刷新查看。' },
  'version-changed': { en: 'Somebody changed the case a moment ago. Look at it and decide again.', zh: '案件刚被他人更新，请查看后再决定。' },
  'status-not-allowed': { en: 'The case has moved on and no longer allows this. Look where it stands now.', zh: '案件状态已变化，不能再执行此操作，请查看当前状态。' },
  'case-moved-on': { en: 'What you did came after the case had moved on. See where it stands, and give it as of now if it still fits.', zh: '您操作时案件已流转。请查看现状，如仍适用可按当前时间提交。' },
  'not-yours': { en: 'Somebody else handles this case now.', zh: '该案件现由他人处理。' },
  'own-work': { en: 'Whoever handled a case does not check it. Somebody else must.', zh: '处置人不得核查自己的工作，须由他人核查。' },
  'reason-required': { en: 'Write down why, 1 to 500 characters.', zh: '请填写理由（1 至 500 字）。' },
  'invalid-text': { en: 'The text is empty, too long, or has characters that cannot be stored.', zh: '文字为空、过长或含有无法保存的字符。' },
  'invalid-value': { en: 'A value is not possible here. Correct it and try again.', zh: '有一项取值不正确，请修改后重试。' },
  'too-few-officers': { en: 'A visit needs more officers; choose at least the number that the type asks for.', zh: '人数不足，请按事项要求选择足够的队员。' },
  'unknown-officer': { en: 'One of the officers does not serve this street.', zh: '所选人员中有人不属于本街道队伍。' },
  'unknown-milestone': { en: 'This type has no such milestone.', zh: '该事项没有此节点。' },
  'invalid-return': { en: 'A case returns to a grid, the community or the street where it lies.', zh: '只能退回本案所在的网格、社区或街道。' },
  'clock-not-running': { en: 'This clock is not running any more.', zh: '该时限已不在计时。' },
  'extension-after-expiry': { en: 'The clock has run out; an extension is asked for before that.', zh: '时限已过，延期须在到期前申请。' },
  'extension-pending': { en: 'An extension is already waiting for a decision.', zh: '已有延期申请待审批。' },
  'no-extension-requested': { en: 'No extension is waiting for a decision.', zh: '没有待审批的延期申请。' },
  'invalid-length': { en: 'Give a length such as 2 wd, 4 wh or 30 min, in the kind of time of the clock.', zh: '请填写与该时限同类的时长，如 2 wd、4 wh 或 30 min。' },
  'invalid-end': { en: 'A suspension ends ahead of now and within a year.', zh: '挂账截止时间须晚于现在且不超过一年。' },
  'invalid-merge': { en: 'Merge into another open case of this street.', zh: '只能并入本街道另一件未结案件。' },
  'already-supervised': { en: 'The supervisor already sees to this case.', zh: '该案件已在督办。' },
  'already-reported': { en: 'This report was already sent.', zh: '该上报已提交。' },
  'unknown-type': { en: 'There is no such type of case. Choose one from the list.', zh: '没有该事项类型，请从列表中选择。' },
  'outside-territory': { en: 'This place lies outside the street. Move the pin, or choose the estate.', zh: '该位置不在本街道范围内。请移动标记或选择小区。' },
  'unknown-estate': { en: 'There is no such estate in the territory. Choose one from the list.', zh: '没有该小区，请从列表中选择。' },
  'unknown-unit': { en: 'There is no such unit in this building.', zh: '该楼幢没有此户号。' },
  'occurred-in-future': { en: 'The clock of this device runs ahead of the city. Set it right and send again.', zh: '本机时间快于城市时间，请校准后重新提交。' },
  'occurred-before-opening': { en: 'What you did lies before the case was opened. Check the clock of this device.', zh: '操作时间早于立案时间，请检查本机时间。' },
  'occurred-too-long-ago': { en: 'This was too long ago to be counted. Send it as of now.', zh: '操作时间过久，不能按原时间计入。可按当前时间提交。' },
  'idempotency-key-reused': { en: 'This was sent before with other words. Look at the case and decide again.', zh: '此操作已用其他内容提交过，请查看案件后再决定。' },
  'evidence-too-large': { en: 'The photo is larger than 10 MB. Take it again with a lower resolution.', zh: '照片超过 10 MB，请降低分辨率后重拍。' },
  'evidence-type': { en: 'This is no photo that can be stored. Use JPEG, PNG or WebP.', zh: '无法保存此文件，请使用 JPEG、PNG 或 WebP 照片。' },
  'evidence-unreadable': { en: 'The photo cannot be read. Take it again.', zh: '照片无法读取，请重拍。' },
  'unknown-evidence': { en: 'A photo of this action is not on the server. Add it again.', zh: '有照片未上传成功，请重新添加。' },
  'in-the-past': { en: 'What was is not changed. Choose a time that lies ahead.', zh: '不能更改已过去的值班，请选择之后的时间。' },
  'overlapping-shift': { en: 'Somebody would have two duties at once. Choose other hours or somebody else.', zh: '会造成同一人同时值两个班，请调整时间或换人。' },
  'outside-team': { en: 'This person is not on this roster. Choose somebody of the team.', zh: '该人员不在此值班队伍中，请选择本队人员。' },
  'unknown-person': { en: 'There is no such person who may sign in. Choose somebody from the list.', zh: '没有该人员或其账号已停用，请从列表中选择。' },
  'not-on-duty': { en: 'There is no duty at that time. Look at the roster and choose again.', zh: '该时间没有值班安排，请查看值班表后重选。' },
  'on-leave': { en: 'This person is on leave then. Choose somebody else, or withdraw the leave first.', zh: '该人员届时请假，请换人或先撤回请假。' },
  'answered-already': { en: 'This was answered or asked already. Look at the roster again.', zh: '此事已答复或已申请过，请刷新值班表查看。' },
  'board-not-kept': { en: 'Boards are kept for 30 days. Choose a later instant that is not ahead.', zh: '看板仅保留 30 天，请选择更近且不晚于现在的时刻。' },
});

/** What went wrong, in the language of the page, with the next step. */
export function problemText(problem: Problem): string {
  const word = (problemWords as Record<string, Word>)[problem.code];
  if (word) {
    return say(word);
  }
  return language.current === 'en' && problem.detail ? problem.detail : `${say(problemWords.unexpected)}（${problem.code}）`;
}
