using Dispatch.Contracts;
using Dispatch.Hub.Access;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>The cases of the made-up city.</summary>
public sealed partial class FakeCity
{
    private sealed class FakeCase(FakeCity city, string id) : ICaseGrain
    {
        public Task<CommandAnswer> Execute(CommandEnvelope envelope)
        {
            if (city.Outage is { } outage)
            {
                throw outage;
            }

            if (city.Answered.TryGetValue((id, envelope.Actor.Id, envelope.Key), out var before))
            {
                return Task.FromResult(before.BodyHash == envelope.BodyHash
                    ? before.Answer
                    : new CommandAnswer(null, new Refusal(RefusalCode.IdempotencyKeyReused, "Take a new key.")));
            }

            var answer = Decide(envelope);
            if (answer.Refusal is null)
            {
                city.Stored.Enqueue(envelope);
                city.Cases[id] = answer.View!;
                city.Answered[(id, envelope.Actor.Id, envelope.Key)] = (envelope.BodyHash, answer);
            }

            return Task.FromResult(answer);
        }

        public Task<CaseView?> View() => Task.FromResult(city.Cases.GetValueOrDefault(id));

        public Task<CaseChoices?> Choices(Actor actor, DateTimeOffset at) => Task.FromResult(city.Cases.TryGetValue(id, out var view)
            ? new CaseChoices(view.Version,
                [
                    new CommandChoice("comment", true, false, null, null),
                    new CommandChoice("settle", false, true, RefusalCode.RoleNotAllowed, $"A {actor.Role} does not give settle at {at:O}."),
                ])
            : null);

        public Task<OfferRanking?> Candidates(DateTimeOffset at) => Task.FromResult(city.Cases.ContainsKey(id)
            ? new OfferRanking([new RankedOfficer("officer-in", [new RankingReason("open-cases", "1")])], [new LeftOutOfficer("officer-second", "off-duty")])
            : null);

        public Task<DateTimeOffset?> NextDeadline() => Task.FromResult<DateTimeOffset?>(null);

        public Task<FiringOutcome> OnDeadline(DeadlineFiring firing) => throw new NotSupportedException();

        private CommandAnswer Decide(CommandEnvelope envelope)
        {
            var view = envelope.Command is Report report
                ? FakeCity.View(id) with { Type = report.Type, Contact = report.Contact, ReportedBy = envelope.Actor.Id, PossibleDuplicates = report.PossibleDuplicates }
                : city.Cases.GetValueOrDefault(id);
            if (view is null)
            {
                return new CommandAnswer(null, new Refusal(RefusalCode.Unknown, "There is no such case."));
            }

            var here = envelope.Actor.Covers(view.StreetId, view.CommunityId, view.GridId)
                || (envelope.Actor.Role is Role.Citizen && view.ReportedBy == envelope.Actor.Id)
                || view.Assists.Any(assist => assist.Department == envelope.Actor.Department());
            return !here ? new CommandAnswer(view, new Refusal(RefusalCode.OutsideArea, "This case lies outside your area."))
                : city.Refusal is { } refusal ? new CommandAnswer(view, refusal)
                : new CommandAnswer(view with { Version = view.Version + 1 });
        }
    }
}
