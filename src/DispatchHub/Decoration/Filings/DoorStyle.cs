namespace Dispatch.Hub.Decoration.Filings;

/// <summary>How door pages look, on a phone and on paper.</summary>
internal static class DoorStyle
{
    public const string Css =
        """
        :root { --ink: #17202a; --soft: #4b5966; --line: #c4ccd4; --accent: #0b5fa5; --good: #17703a; --bad: #c21414; --warn: #8a4600; color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 34rem; padding: 1rem; color: var(--ink); background: #fff; font: 16px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
        h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
        .en { display: block; color: var(--soft); font-size: .875em; font-weight: 400; }
        .state, .said { border: 3px solid var(--line); border-radius: .75rem; padding: .75rem 1rem; margin: 1rem 0; }
        .state strong { font-size: 1.5rem; }
        .good { border-color: var(--good); } .good strong { color: var(--good); }
        .bad { border-color: var(--bad); } .bad strong { color: var(--bad); }
        ul { padding-left: 1.25rem; margin: .25rem 0; }
        details { border-bottom: 1px solid var(--line); padding: .5rem 0; } summary { cursor: pointer; min-height: 2.75rem; padding: .5rem 0; }
        fieldset { border: 0; padding: 0; margin: 0; } legend { font-weight: 600; padding: 0; margin-top: 1rem; }
        label { display: block; margin: .75rem 0 .25rem; font-weight: 600; }
        .choice { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; margin: 0; font-weight: 400; }
        .choice input { width: 1.5rem; height: 1.5rem; flex: none; }
        input:not([type=checkbox]), select, textarea { width: 100%; min-height: 2.75rem; font: inherit; padding: .5rem; border: 1px solid var(--soft); border-radius: .5rem; color: inherit; background: #fff; }
        button, .button { display: block; width: 100%; min-height: 3rem; margin: 1rem 0; padding: .7rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border: 0; border-radius: .5rem; background: var(--accent); color: #fff; }
        a { color: var(--accent); }
        .free { color: var(--good); } .needs-approval { color: var(--warn); } .forbidden { color: var(--bad); }
        .times { list-style: none; padding: 0; } .times li { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
        .times b { font-weight: 600; } .times li > span { flex: none; max-width: 50%; text-align: end; } .times b > .en { text-align: start; } .kept > span { color: var(--good); } .late, .late .en { color: var(--bad); }
        .no { background: var(--bad); } .quiet { background: #fff; color: var(--accent); border: 1px solid var(--accent); }
        .photo { display: block; width: 100%; border-radius: .5rem; margin: .5rem 0; }
        .ways { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; } .ways .button { margin: 0; } .ways .en { color: inherit; }
        small { display: block; font-size: .875em; } .choice { padding: .25rem 0; } small .en { display: inline; color: inherit; font-size: 1em; margin-left: .5em; }
        .card { border: 3px solid var(--ink); border-radius: .75rem; padding: 1.25rem; }
        .qr { width: 11rem; height: 11rem; margin: .5rem auto; } .qr svg { width: 100%; height: 100%; display: block; }
        .center { text-align: center; }
        footer { margin-top: 1.5rem; color: var(--soft); font-size: .875rem; }
        @page { size: A4; margin: 12mm; }
        @media print { body { padding: 0; max-width: none; } .screen { display: none; } .wide { columns: 2; column-gap: 2rem; } li { break-inside: avoid; } }
        """;
}
