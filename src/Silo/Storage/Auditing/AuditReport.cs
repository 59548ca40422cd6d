using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>Something that is not as it must be.</summary>
/// <param name="Code">A stable code in lower case with hyphens, such as <c>event-gap</c>.</param>
/// <param name="Owner">The owner, street or number that it concerns.</param>
/// <param name="Detail">A sentence.</param>
public sealed record Finding(string Code, string Owner, string Detail);

/// <summary>What an audit saw.</summary>
public sealed class AuditReport
{
    /// <summary>How many findings are kept; more are counted only.</summary>
    public const int FindingsKept = 1_000;

    private readonly List<Finding> _findings = [];

    /// <summary>Owners read.</summary>
    public long Owners { get; internal set; }

    /// <summary>Events read.</summary>
    public long Events { get; internal set; }

    /// <summary>Marks that fired, each counted once.</summary>
    public long Fired { get; internal set; }

    /// <summary>Firings of mark 100 among them.</summary>
    public long Missed { get; internal set; }

    /// <summary>Missed deadlines that a command which was given in time has answered since.</summary>
    public long Excused { get; internal set; }

    /// <summary>Marks that fired more than once.</summary>
    public long Doubled { get; internal set; }

    /// <summary>Clocks that run by an owner's snapshot without a row that would fire them.</summary>
    public long Lost { get; internal set; }

    /// <summary>Open cases by what keeps them moving.</summary>
    public OpenCases OpenCases { get; internal set; } = new(0, 0, 0, 0, 0);

    /// <summary>The first findings.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>All findings, also those not kept.</summary>
    public long Found { get; private set; }

    internal void Add(string code, string owner, string detail)
    {
        Found++;
        if (_findings.Count < FindingsKept)
        {
            _findings.Add(new Finding(code, owner, detail));
        }
    }

    internal void Count(Footing footing) => OpenCases = footing switch
    {
        Footing.Clocked => OpenCases with { Clocked = OpenCases.Clocked + 1 },
        Footing.Suspended => OpenCases with { Suspended = OpenCases.Suspended + 1 },
        Footing.LastRung => OpenCases with { LastRung = OpenCases.LastRung + 1 },
        Footing.Unclocked => OpenCases with { Unclocked = OpenCases.Unclocked + 1 },
        _ => OpenCases with { Without = OpenCases.Without + 1 },
    };
}

/// <summary>What an audit asks of the rules: how events make a snapshot, and which deadlines a snapshot has.</summary>
public interface IOwnerFold
{
    /// <summary>The snapshot that events make, as JSON; null for a kind of owner that it does not know.</summary>
    /// <param name="kind">As in <see cref="Scope.Kind"/>: <c>case</c>, <c>grid</c>, <c>community</c>; or <c>policy</c>, what a street has adopted.</param>
    /// <param name="events">All of one owner, in order.</param>
    string? Replay(string kind, IReadOnlyList<StoredEvent> events);

    /// <summary>The next mark of each running clock of a snapshot; null for a kind of owner that it does not know.</summary>
    IReadOnlyList<Deadline>? Deadlines(string kind, string snapshot);
}
