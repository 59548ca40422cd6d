import { describe, expect, it } from 'vitest';
import { draftFaults, emptyDraft, fieldOfReportRefusal, reportOf, type ReportDraft } from './report-draft';

const full: ReportDraft = {
  ...emptyDraft, contact: ' 13800000000 ', type: 'DEC-03', place: { key: 'k', label: 'l', asked: { estate: 'huayu', building: '9', unit: '9-2-301' } }, description: ' 敲墙 ', inProgress: true,
};

describe('a report taken down on the telephone', () => {
  it('needs a type and a place and nothing else', () => {
    expect(draftFaults(emptyDraft)).toEqual(['type', 'place']);
    expect(draftFaults(full)).toEqual([]);
  });

  it('asks how to reach who wants to be called back', () => {
    expect(draftFaults({ ...full, contact: ' ', callBack: true })).toEqual(['callBack']);
    expect(draftFaults({ ...full, callBack: true })).toEqual([]);
  });

  it('sends what was said, without blanks around it and without empty fields', () => {
    expect(reportOf(full, 'call back')).toEqual({
      type: 'DEC-03', place: { estate: 'huayu', building: '9', unit: '9-2-301' }, description: '敲墙', contact: '13800000000', inProgress: true,
    });
  });

  it('writes the wish to be called back into the description', () => {
    expect(reportOf({ ...full, callBack: true }, '来电人要求回电').description).toBe('敲墙\n来电人要求回电');
    expect(reportOf({ ...full, description: '', callBack: true }, '来电人要求回电').description).toBe('来电人要求回电');
  });

  it('is refused beside the field that is wrong', () => {
    expect(fieldOfReportRefusal('outside-territory')).toBe('place');
    expect(fieldOfReportRefusal('unknown-type')).toBe('type');
    expect(fieldOfReportRefusal('unavailable')).toBeNull();
  });
});
