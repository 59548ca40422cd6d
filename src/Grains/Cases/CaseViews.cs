using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Cases;

/// <summary>What is shown of a case: the one place where views and the store's columns are made.</summary>
public static class CaseViews
{
    /// <summary>What stands before the title of a drill, so that nobody who reads only that takes it for real.</summary>
    public const string DrillTitle = "【演练】";

    /// <summary>The whole case, personal data included; the hub masks it for roles that do not need it.</summary>
    public static CaseView View(Case @case, string number, long version, PolicyPack pack) => new()
    {
        Id = @case.Id,
        Number = number,
        Type = @case.Type,
        Title = (@case.IsDrill ? DrillTitle : "") + pack.Types[@case.Type].Title.Zh,
        StreetId = @case.Place.StreetId,
        CommunityId = @case.Place.CommunityId,
        GridId = @case.Place.GridId,
        Level = @case.Level,
        Status = @case.Status,
        Priority = @case.Priority,
        Responsible = @case.Responsible,
        OfficerIds = @case.OfficerIds,
        Clocks = [.. @case.Clocks.Select(clock => Clock(clock, pack))],
        OpenedAt = @case.OpenedAt,
        Version = version,
        Place = @case.Place,
        Address = @case.Address,
        Description = @case.Description,
        Contact = @case.Contact,
        ReportedBy = @case.ReportedBy,
        PossibleDuplicates = @case.PossibleDuplicates,
        MergedInto = @case.MergedInto,
        WhistledAt = @case.WhistledAt,
        Evidence = @case.Evidence,
        OverdueSince = OverdueSince(@case, pack),
        Offers = @case.Offers,
        ChangedAt = @case.LastEventAt,
        AskedExtension = @case.PendingExtension is { } asked ? new AskedExtension(asked.Clock, asked.Length.ToString(), asked.Reason, asked.By) : null,
        AskedSuspension = @case.PendingSuspension is { } parking ? new AskedSuspension(parking.Reason, parking.Until, parking.By) : null,
        ReviewsMissed = @case.ReviewsMissed is > 0 and var reviews ? reviews : null,
        TimesReturned = @case.TimesReturned is > 0 and var times ? times : null,
        CameBack = @case.CameBack ? true : null,
        ExtraTimeLeft = ExtraTimeCommands.IsLeft(@case, pack) ? true : null,
        Surge = @case.Surge is { } surge ? new SurgeOfCase(surge.Id, surge.Until, surge.Freezes, surge.Before) : null,
        Drill = @case.IsDrill ? true : null,
        Assists = [.. @case.Assists.Select(Assist)],
        Cards = [.. @case.Cards.Select(Card)],
        External = @case.External?.View(),
        Milestones = @case.Milestones.IsEmpty ? null : @case.Milestones,
        Instruction = @case.Instruction is { } said
            ? new InstructionView { Text = said.Text, By = said.By, At = said.At, AnsweredAt = said.AnsweredAt, Answer = said.Answer }
            : null,
        Safety = SafetyViews.Of(@case, pack),
        Outcomes = @case.Promise?.Said,
        ShownPhotos = @case.Promise?.Shown,
    };

    /// <summary>A card.</summary>
    public static CardView Card(Card card) => new()
    {
        Card = card.Number,
        Colour = card.Colour,
        On = card.On,
        Clock = card.Clock,
        At = card.At,
        State = card.State,
        DueAt = card.DueAt,
        By = card.By,
        Reason = card.Reason,
    };

    private static AssistView Assist(Assist assist) => new()
    {
        Department = assist.Department,
        CalledAt = assist.CalledAt,
        By = assist.By,
        Ground = assist.Ground,
        Reason = assist.Reason,
        ReportedInAt = assist.ReportedInAt,
        AnsweredAt = assist.AnsweredAt,
        Solved = assist.Solved,
        Answer = assist.Answer,
        Misses = assist.Misses,
        State = assist.State,
    };

    /// <summary>When the first clock ran out that was missed and is still to be answered; null for a case that is closed or in time.</summary>
    private static DateTimeOffset? OverdueSince(Case @case, PolicyPack pack) => @case.IsOpen
        ? @case.Clocks
            .Where(clock => clock is { State: ClockState.Missed, IsOpen: true })
            .Min(clock => clock.DueAt(pack.Calendars[clock.Calendar]))
        : null;

    /// <summary>A clock, of a case or of any other owner.</summary>
    public static ClockView Clock(SlaClock clock, PolicyPack pack)
    {
        var calendar = pack.Calendars[clock.Calendar];
        var urgent = clock.Budget.Axis == ClockAxis.Elapsed;
        return new ClockView
        {
            Name = clock.Name,
            Generation = clock.Generation,
            State = clock.State,
            BudgetMs = clock.TotalMs(calendar),
            // A missed clock's ledger stays open for whoever answers late; its time is used up all the same.
            SpentMs = clock is { State: ClockState.Missed, IsOpen: true }
                ? clock.TotalMs(calendar)
                : clock.Spent(calendar, clock.Since ?? clock.StoppedAt ?? clock.Spans[^1].From),
            Since = clock.State == ClockState.Running ? clock.Since : null,
            Calendar = urgent ? null : clock.Calendar,
            DueAt = clock.DueAt(calendar),
            Provisional = clock.IsProvisional(calendar) ? true : null,
        };
    }

    /// <summary>What boards and lists filter and sort by.</summary>
    public static OwnerColumns Columns(Case @case, PolicyPack pack) => new()
    {
        StreetId = @case.Place.StreetId,
        CommunityId = @case.Place.CommunityId,
        GridId = @case.Place.GridId,
        Unit = @case.Place is { Estate: { } estate, Unit: { } unit } ? $"{estate}/{unit}" : null,
        Type = @case.Type,
        Status = @case.Status,
        Level = @case.Level,
        OfficerIds = @case.OfficerIds,
        Departments = [.. @case.Assists.Select(assist => assist.Department)],
        ReportedBy = @case.ReportedBy,
        OpenedAt = @case.OpenedAt,
        Open = @case.IsOpen,
        Overdue = @case.IsOpen && @case.Clocks.Any(clock => clock is { State: ClockState.Missed, IsOpen: true }),
        Footing = FootingOf(@case, pack),
        SearchText = SearchText(@case),
    };

    /// <summary>What keeps an open case moving. <see cref="Footing.Without"/> would be a fault.</summary>
    public static Footing FootingOf(Case @case, PolicyPack pack) =>
        !@case.IsOpen ? Footing.None
        : @case.Status == CaseStatus.Suspended ? Footing.Suspended
        : @case.Clocks.Any(clock => clock.State == ClockState.Running) ? Footing.Clocked
        : @case.LastRung ? Footing.LastRung
        : @case.Course(pack).Rules.IsEmpty ? Footing.Unclocked
        : Footing.Without;

    private static string? SearchText(Case @case)
    {
        var text = string.Join('\n', new[] { @case.External?.Number, @case.Place.PlaceName, @case.Place.Unit, @case.Address, @case.Description }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text.ToLowerInvariant();
    }
}
