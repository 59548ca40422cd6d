namespace Dispatch.Silo.Storage;

/// <summary>What will have become of a member once its transaction is committed.</summary>
internal readonly record struct Verdict(PendingCommit Member, VerdictKind Kind, long Version, string? Number, string? BodyHash)
{
    public void Tell()
    {
        switch (Kind)
        {
            case VerdictKind.Stored:
                Member.Committed(Number);
                break;
            case VerdictKind.Repeated:
                Member.Repeated(Version, Number, BodyHash!);
                break;
            case VerdictKind.Stale:
                Member.Stale();
                break;
            default:
                throw new InvalidOperationException($"{Kind} is no verdict.");
        }
    }
}

/// <summary>The kinds of <see cref="Verdict"/>.</summary>
internal enum VerdictKind
{
    Stored = 0,
    Repeated = 1,
    Stale = 2,
}
