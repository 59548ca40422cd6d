using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Forecasts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.DryRuns;

/// <summary>
/// Lets a case's recorded commands happen under a pack, with whatever runs out between them. The people are as they were: they give the
/// same commands at the same instants, and their roles and turns are not judged again, since events do not keep roles. Who was where is
/// asked of the timetables; what was said against them then is not kept.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="staffing">Who was where.</param>
/// <param name="end">The instant at which virtual time ends.</param>
/// <param name="surges">The surges of its street; null for none.</param>
public sealed class DryRun(PolicyPack pack, StaffingAhead staffing, DateTimeOffset end, IReadOnlyList<SurgeOrder>? surges = null)
{
    private readonly DateTimeOffset[] _news = [.. (surges ?? []).SelectMany(order => new[] { order.From, order.EndedAt ?? order.From }).Distinct().Order()];

    /// <summary>A case's course.</summary>
    public DryRunCourse Of(IEnumerable<RecordedCommand> commands)
    {
        var course = new DryRunCourse();
        foreach (var recorded in commands)
        {
            if (recorded.At >= end)
            {
                break;
            }

            if (course.Case is not null)
            {
                LeaveAlone(course, recorded.At);
            }
            else if (recorded.Command is not Report report || !pack.Types.ContainsKey(report.Type))
            {
                // Without a case there is nothing that the later ones could be given to.
                course.Refuse(RefusalCode.UnknownType);
                return course;
            }

            Give(course, recorded);
        }

        if (course.Case is not null)
        {
            LeaveAlone(course, end);
        }

        return course;
    }

    private void LeaveAlone(DryRunCourse course, DateTimeOffset until)
    {
        // Open cases are told when a surge begins or is called off, whatever they wait for.
        var since = course.Case!.LastEventAt;
        foreach (var told in _news.Where(at => at > since && at < until).Append(until))
        {
            foreach (var decision in LeftAlone.Until(course.Case!, pack, course.Case!.LastEventAt, told, KnownAt))
            {
                course.Take(decision);
            }

            if (told != until && CaseFiring.Fire(course.Case!, told, pack, KnownAt(course.Case!, told)) is { Events.IsEmpty: false } heard)
            {
                course.Take(heard);
            }
        }

        Known KnownAt(Case now, DateTimeOffset at) =>
            (StaffingAhead.Matters(now, pack) ? staffing.At(now.Place, at) : Known.Nothing) with { Surges = surges ?? [] };
    }

    private void Give(DryRunCourse course, RecordedCommand recorded)
    {
        var (@case, command) = (course.Case, recorded.Command);
        var now = @case is { LastEventAt: var last } && last > recorded.At ? last : recorded.At;
        var there = staffing.At((command as Report)?.Place ?? @case!.Place, now);
        var known = recorded.Known with
        {
            GridStaffed = there.GridStaffed,
            CommunityStaffed = there.CommunityStaffed,
            Surges = surges ?? [],
            // It was open when the merge was carried out, and only that is asked.
            MergeTarget = command is Merge { IntoCaseId: var into } ? CaseViews.View(@case!, "", 1, pack) with { Id = into, Status = CaseStatus.AtGrid } : null,
        };
        var envelope = new CommandEnvelope
        {
            Command = command,
            Actor = recorded.Actor,
            Key = "",
            BodyHash = "",
            ReceivedAt = now,
            OccurredAt = recorded.OccurredAt,
        };
        switch (CaseDecider.Decide(@case, 1, envelope, now, pack, known))
        {
            case Decision decision:
                course.Take(decision);
                break;
            case Refused refused:
                course.Refuse(refused.Refusal.Code);
                break;
        }
    }
}
