import { words } from '../words/say';

/** The texts of a department's page. */
export const departmentWords = words({
  loading: { en: 'Loading …', zh: '加载中…' },
  none: { en: 'No case waits for your department.', zh: '暂无待本部门处理的案件。' },
  details: { en: 'The case', zh: '案件详情' },
  reportIn: { en: 'Report in: on site', zh: '到场报到' },
  solved: { en: 'Solved', zh: '已解决' },
  unsolved: { en: 'Not solved …', zh: '未解决…' },
  misses: { en: 'not in time ({n})', zh: '已超时（{n} 次）' },
  given: { en: '{number}: {command}', zh: '{number}：{command}' },
});
