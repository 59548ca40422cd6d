using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Requests;
using Dispatch.Hub.Requests;
using Dispatch.Silo.City;

namespace Dispatch.Hub.Composition;

/// <summary>Brings a file of requests and a pack together for an audit.</summary>
public static class RequestAudit
{
    /// <summary>Audits every row of a file.</summary>
    /// <param name="file">The CSV.</param>
    /// <param name="policy">A pack's file or folder, or a sample's name.</param>
    /// <param name="cancellation">Stops it between two rows.</param>
    /// <exception cref="RequestFileException">There is no such file, or it is no such CSV.</exception>
    /// <exception cref="PolicyRefusedException">The pack has faults.</exception>
    public static SlaAuditReport Run(string file, string policy, CancellationToken cancellation = default)
    {
        var load = PolicyFile.Load(SampleFolder.PathOf(policy));
        var pack = load.Pack ?? throw new PolicyRefusedException($"The policy pack {policy} has faults", load.Faults);
        var (audit, skipped) = (new SlaAudit(pack), new SkippedRows());
        foreach (var request in RequestFile.Read(file, pack.StreetCalendar.Zone, skipped))
        {
            cancellation.ThrowIfCancellationRequested();
            audit.Add(request);
        }

        return audit.Report(skipped.Counts);
    }

    /// <summary>True of what a wrong file or pack throws: its message is for the person who named it.</summary>
    internal static bool IsRefusal(Exception exception) => exception is RequestFileException or PolicyRefusedException;
}
