using System.Globalization;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>Prints documents by their links. Only the secret, which never changes, is kept.</summary>
[StatelessWorker]
public sealed class PapersDeskGrain(IDispatchStore store, IUserReads users) : Grain, IPapersDeskGrain
{
    /// <summary>The name of the store's secret.</summary>
    public const string Secret = "paper-links";

    private byte[]? _secret;

    /// <summary>What the token of a document proves.</summary>
    public static string Name(string caseId, int n) => string.Create(CultureInfo.InvariantCulture, $"{caseId}.{n}");

    /// <inheritdoc/>
    public async Task<PrintedPaper?> Print(string token)
    {
        if (DoorTokens.Open(_secret ??= await users.SecretAsync(Secret), token) is not { } name
            || name.LastIndexOf('.') is not (> 0 and var dot)
            || await store.LoadAsync(DossierKinds.Owner(DossierKinds.Papers, name[..dot])) is not { } stored)
        {
            return null;
        }

        var papers = (CasePapers)CasePapers.Kind.Read(stored.Snapshot);
        return papers.Paper(int.Parse(name[(dot + 1)..], CultureInfo.InvariantCulture)) is { } paper
            ? new PrintedPaper(
                paper.Title, paper.State == PaperState.Issued ? [.. paper.Lines] : PaperText.Blank(paper.Lines), paper.State, papers.Opened!.CaseNumber, paper.Number, paper.Template!)
            : null;
    }
}
