import './case-panel';

/** On paper only the printed case is there; a sheet of the page's own, so no inline style is needed. */
const onPaper = new CSSStyleSheet();
onPaper.replaceSync(`
  body > case-panel { display: none; }
  @media print {
    body.prints-case > * { display: none; }
    body.prints-case > case-panel { display: block; }
  }
`);

/** Prints one case, whatever else the page shows. */
export async function printCase(caseId: string): Promise<void> {
  if (!document.adoptedStyleSheets.includes(onPaper)) {
    document.adoptedStyleSheets.push(onPaper);
  }
  const paper = document.createElement('case-panel');
  paper.caseId = caseId;
  document.body.append(paper);
  try {
    await paper.whenRead();
    document.body.classList.add('prints-case');
    window.print();
  } finally {
    document.body.classList.remove('prints-case');
    paper.remove();
  }
}
